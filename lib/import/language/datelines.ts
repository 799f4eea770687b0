// The opening words of a report, and credits set at the end of a paragraph.
import { type Byline, readByline } from './bylines'
import { fold } from './sentence'

export type Dateline = {
  readonly text: string
  readonly byline: Byline | undefined
  readonly date: string
  readonly place: string
}

const datelineStart =
  /^(?:(?:据)?(?:本报|本刊|本网|新华社|中新社|新华网|人民网|中工网|\p{Script=Han}{2,4}日报)(\p{Script=Han}{2,8}?)?(\d{1,2}月\d{1,2}日)?(?:讯|电|消息)|\p{Script=Han}{2,4}讯)(?=[\s(（“]|记者|通讯员|\S)/u

/** The opening words of a report: 本报讯（记者…）, 新华社北京11月8日电（记者…）, 本报讯 记者…报道：. */
export function readDateline(paragraph: string): Dateline | undefined {
  const folded = fold(paragraph)
  const start = datelineStart.exec(folded)
  if (
    !start ||
    (/^\p{Script=Han}{2,4}讯(?![\s(])/u.test(start[0] + folded.slice(start[0].length, start[0].length + 1)) &&
      !/^本/.test(folded))
  )
    return undefined
  const rest = folded.slice(start[0].length)
  const bracket = /^\s*\(([^()]{2,60})\)/.exec(rest)
  const open = /^\s*((?:记者|通讯员|本报记者)[^:。,]{2,40}?)(?:报道|摄影报道)[:：]/.exec(rest)
  const who = bracket ?? open
  const byline = who ? readByline(who[1] ?? '') : undefined
  const text = paragraph.slice(0, start[0].length + (who && byline ? who[0].length : 0))
  return { text, byline, date: start[2] ?? '', place: start[1] ?? '' }
}

/** A credit or signature set at the end of a paragraph, after its full stop: 。 本报记者 周屿 摄; 。（温如玉 邱传福）. */
export function readTail(paragraph: string): { readonly at: number; readonly byline: Byline } | undefined {
  const folded = fold(paragraph)
  const ends = [...folded.matchAll(/[。！？!?…][”’)]*\s*/gu)].map(match => match.index + match[0].length)
  for (const at of ends) {
    const tail = folded.slice(at)
    if (!tail || tail.length > 60) continue
    const byline = readByline(tail)
    if (byline) return { at, byline }
  }
  return undefined
}
