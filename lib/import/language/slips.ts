// Possible slips of the source: they stay as printed and are reported.
import { foldWidth } from './sentence'

const words = new Intl.Segmenter('zh', { granularity: 'word' })

type Part = Intl.SegmentData

export type Slip = { readonly at: number; readonly text: string; readonly why: string }

/** What may stand before a measure word, and what makes a noun with 条. */
const beforeMeasure =
  /[\d一二两三四五六七八九十百千万亿几多数整每各某这那哪该首第半余另来单逐前后上下同此链线面头枝油信发铁教词荧薯木金钢纸便欠借白布苗]$/u
/** Characters that end a word as often as they begin one: 工作部部长, 工会会员, 大学学生. */
const bothEnds =
  /[的了在是有和与及个这那大小部会工市区县省院长员人家学厂业社队车机电局处科班组站室所馆店校园村镇乡街企场线路网站品法]/u

/** Characters doubled or left standing between words. */
export function findSlips(raw: string): readonly Slip[] {
  const text = foldWidth(raw)
  const parts = [...words.segment(text)]
  return [...doubled(text, parts), ...stray(parts), ...alike(text)].sort((a, b) => a.at - b.at)
}

/** 促进行行业: a character left over between two words that begins the second. */
function doubled(text: string, parts: readonly Part[]): Slip[] {
  return parts.flatMap((part, at) => {
    const next = parts[at + 1]
    const before = parts[at - 1]
    const lone = part.segment.length === 1 && /\p{Script=Han}/u.test(part.segment)
    if (!lone || !next || next.segment.length < 2 || next.segment[0] !== part.segment) return []
    if (!before || !/\p{Script=Han}{2}$/u.test(before.segment) || bothEnds.test(part.segment)) return []
    if (/^(.)\1(.)\2/u.test(text.slice(part.index, part.index + 4))) return []
    const shown = before.segment + part.segment + next.segment
    return [{ at: part.index, text: shown, why: `“${part.segment}”字相连两次，疑有衍字` }]
  })
}

/** 长效机制条职工技能: a measure word with nothing to count. */
function stray(parts: readonly Part[]): Slip[] {
  return parts.flatMap((part, at) => {
    const [before, next] = [parts[at - 1], parts[at + 1]]
    if (!before || !next || part.segment !== '条' || beforeMeasure.test(before.segment)) return []
    if (!/^\p{Script=Han}{2,}$/u.test(before.segment) || !/^\p{Script=Han}{2,}$/u.test(next.segment))
      return []
    const shown = before.segment + part.segment + next.segment
    return [{ at: part.index, text: shown, why: `“${part.segment}”前没有数词，疑有脱字或衍字` }]
  })
}

/** 己有, 己经: 己 for 已. */
function alike(text: string): Slip[] {
  return [...text.matchAll(/(?<![自知利律克异修舍])己(?=[有经达在被将获成为近完建超])/gu)].map(match => ({
    at: match.index,
    text: text.slice(match.index, match.index + 2),
    why: '“己”疑为“已”',
  }))
}
