// Full-width punctuation again where a dump has folded it: beside Chinese ，：；？！（）, in numbers and Latin text ASCII.
import { foldWidth } from './sentence'

const wide: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
}

/** Addresses keep their ASCII marks; a mark at their end that a sentence needs is not part of them. */
const address = /(?:https?:\/\/|www\.)[!-~]*[\w/#=&~-]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu
const han = /[\p{Script=Han}，。、；：？！“”‘’《》（）—…]/u
const latin = /[A-Za-z\d]/

/** Puts the folded marks of one field or paragraph back; the length stays, every other character stays. */
export function widen(text: string): string {
  const kept = addressPlaces(text)
  const brackets = asciiBrackets(text)
  return [...text.matchAll(/[\s\S]/g)]
    .map(({ 0: mark, index }) => {
      const full = wide[mark]
      if (!full || kept.has(index)) return mark
      const stays = mark === '(' || mark === ')' ? brackets.has(index) : staysAscii(text, mark, index)
      return stays ? mark : full
    })
    .join('')
}

function addressPlaces(text: string): ReadonlySet<number> {
  const found = [...text.matchAll(address)]
  return new Set(found.flatMap(match => [...match[0]].map((_, offset) => match.index + offset)))
}

function staysAscii(text: string, mark: string, at: number): boolean {
  const before = text.slice(0, at)
  const after = text.slice(at + 1)
  if (mark === ',') return (/\d$/.test(before) && /^\d{3}(?!\d)/.test(after)) || inLatin(before, after)
  if (mark === ':') return (/\d$/.test(before) && /^\d/.test(after)) || inLatin(before, after)
  return inLatin(before, after) || closesLatin(before, after)
}

/** Letters on both sides: `Hello, world`. */
function inLatin(before: string, after: string): boolean {
  return (
    /[A-Za-z][\w.]*[”"')]?$/.test(before) &&
    /^\s?["'(“]?[A-Za-z]/.test(after) &&
    !/[\u4e00-\u9fff]["”]?$/.test(before)
  )
}

/** The end of a sentence that is Latin altogether: `“How are you?”`. */
function closesLatin(before: string, after: string): boolean {
  const sentence = /[A-Za-z][\w ,.'’-]*$/.exec(before)?.[0] ?? ''
  const start = before.slice(0, before.length - sentence.length)
  return / /.test(sentence.trim()) && /(?:^|[“"(:：])$/u.test(start) && !/^\s?[\p{Script=Han}]/u.test(after)
}

/** Brackets without Chinese in them that touch a Latin letter or a digit outside, a space in between or not. */
function asciiBrackets(text: string): ReadonlySet<number> {
  const folded = foldWidth(text)
  const open: number[] = []
  const kept = new Set<number>()
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') open.push(at)
    if (folded[at] !== ')') continue
    const from = open.pop()
    if (from === undefined || text[at] !== ')') continue
    const left = text.slice(0, from).trimEnd().at(-1) ?? ''
    const right = text.slice(at + 1).trimStart()[0] ?? ''
    if (!han.test(text.slice(from + 1, at)) && (latin.test(left) || latin.test(right))) kept.add(from).add(at)
  }
  return kept
}
