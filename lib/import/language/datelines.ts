// The opening words of a report, and credits set at the end of a paragraph.
import { type Byline, readByline } from './bylines'
import { levelDots } from './names'
import { foldWidth } from './sentence'

export type Dateline = {
  readonly text: string
  readonly byline: Byline | undefined
  readonly date: string
  readonly place: string
}

/** Media that file reports: the paper itself, agencies, and any name that ends like one. */
const own = '本报|本報|本刊|本网|本網|本台|新华社|新華社|中新社|中央社|新华网|人民网|中工网'
const filed = '(\\p{Script=Han}{2,8}?)?(\\d{1,2}月\\d{1,2}日)?(?:综合)?(?:讯|电|消息|訊|電|快讯|专电)'
const ownStart = new RegExp(`^(?:据)?(?:${own})${filed}`, 'u')
/** 江原讯（…）, 云麓网讯（…）, 据江原社南宁10月9日电（…）, 工报消息: a bracket or a space has to follow. */
const otherStart = new RegExp(
  `^(?!\\p{Script=Han}{0,12}(?:[在从的了到向是]|记者))(?:据)?\\p{Script=Han}{1,10}?(?:(?:日报|晚报|报|网|社|台)${filed}|讯)(?=[\\s(])`,
  'u',
)
/** 【本報訊】, 【記者簡以彤／台北報導】. */
const boxed = /^【([^【】]{2,40})】/u
const boxWord = /(?:讯|訊|电|電|消息|报道|報道|報導|报导)$/u

/**
 * The opening words of a report: 本报讯（记者…）, 新华社北京11月8日电（记者…）, 本报讯 记者…报道：, 【本報訊】（記者…）.
 * Undefined for a paragraph that opens otherwise.
 */
export function readDateline(paragraph: string): Dateline | undefined {
  const folded = levelDots(foldWidth(paragraph))
  const box = readBox(folded)
  if (box?.byline) return { ...box, text: paragraph.slice(0, box.text.length) }
  const start = box ?? readStart(folded)
  if (!start) return undefined
  const rest = folded.slice(start.text.length)
  const bracket = /^\s*\(([^()]{2,60})\)/.exec(rest)
  const open =
    /^\s*((?:[\p{Script=Han}]{0,6}记者|通讯员|记者|記者)[^:。,]{2,40}?)(?:报道|摄影报道|報道)(?:[::]|\s)/u.exec(
      rest,
    )
  const who = bracket ?? open
  const byline = who ? readByline(bracket ? `(${bracket[1]})` : (open?.[1] ?? '')) : undefined
  const text = paragraph.slice(0, start.text.length + (who && byline ? who[0].length : 0))
  return { ...start, text, byline }
}

function readStart(folded: string): Dateline | undefined {
  const start = ownStart.exec(folded) ?? otherStart.exec(folded)
  if (!start) return undefined
  return { text: start[0], byline: undefined, date: start[2] ?? '', place: start[1] ?? '' }
}

function readBox(folded: string): Dateline | undefined {
  const box = boxed.exec(folded)
  if (!box || !boxWord.test(box[1] ?? '')) return undefined
  const inner = (box[1] ?? '').replace(boxWord, '')
  const [who = '', place = ''] = inner.split('/').map(part => part.trim())
  return { text: box[0], byline: readByline(who), date: '', place }
}

/** Marks that show which picture a caption belongs to. */
export const captionMark = /^(?:[↑→←↓▲▼△▽◀▶◄►]|图[①-⑳\d])/u

/** Words that open captions: 图为…, 上图…. */
export const captionOpening = /^(?:图为|图①|上图|下图|左图|右图|图片说明|图\/文)/u

/**
 * A credit or signature set at the end of a paragraph, after its full stop: 。 本报记者 周屿 摄; 。（温如玉 邱传福）.
 * A caption with a mark (▲…) may do without the full stop. Undefined when there is none.
 */
export function readTail(paragraph: string): { readonly at: number; readonly byline: Byline } | undefined {
  const folded = foldWidth(paragraph)
  const ends = [...folded.matchAll(/[。！？!?…][”’)]*\s*/gu)].map(match => match.index + match[0].length)
  for (const at of ends) {
    const tail = folded.slice(at)
    if (!tail || tail.length > 60) continue
    const byline = readByline(tail)
    if (byline) return { at, byline }
  }
  return ends.length === 0 && captionMark.test(folded) ? readCaptionTail(folded) : undefined
}

function readCaptionTail(folded: string): { readonly at: number; readonly byline: Byline } | undefined {
  for (const { index } of folded.matchAll(/(?<=\s)\S/gu)) {
    const byline = readByline(folded.slice(index))
    if (byline?.photo) return { at: index, byline }
  }
  return undefined
}
