// How well one piece of text continues another in mid-sentence: word boundaries, open marks, and the words of the page.
import { foldWidth, looseMarks } from './sentence'

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** Characters that do not begin a sentence, and those that do not end one part of it. */
const neverFirst =
  /^[的了着过们地得者性化等之所而且则也都又却将把被,，、。；;:：?？!！)）”’》」』·—…%元年月日个名项次条件人万亿]/u
const neverLast =
  /(?:[的把被和与在对将从向为以及或、,，“‘(（《「:：;；—·于由让使给同跟比据按至到达第约共占超均仅正已曾还也都就才再又很更最并且而但]|[^\d.]\d{1,4})$/u

/** Whether the text breaks off at a word that wants another: 和, 在, 把, a number. */
export const endsMidPhrase = (text: string) => neverLast.test(text)

/** Pairs and triples of characters of a page and how often they stand there. */
export type PageGrams = ReadonlyMap<string, number>

export function countGrams(texts: readonly string[]): PageGrams {
  const grams = new Map<string, number>()
  for (const text of texts) {
    const plain = foldWidth(text).replace(/\s/g, '')
    for (const size of [2, 3]) {
      for (let at = 0; at + size <= plain.length; at++) {
        const gram = plain.slice(at, at + size)
        grams.set(gram, (grams.get(gram) ?? 0) + 1)
      }
    }
  }
  return grams
}

/** About −6 (no) to 12 (certainly); 2 and more speaks for a seam. */
export function seam(left: string, right: string, grams: PageGrams): number {
  return (
    marksFit(left, right) + edgesFit(left, right) + crossesWord(left, right) + knownGrams(left, right, grams)
  )
}

/** An open “ wants its ”; a ” that closes nothing wants an open “. */
function marksFit(left: string, right: string): number {
  const { open } = looseMarks(left)
  const { close } = looseMarks(right)
  if (open.length === 0 && close.length === 0) return 0
  if (open.length > 0 && close[0] === undefined) return -3
  return open.length > 0 ? 4 : -3
}

function edgesFit(left: string, right: string): number {
  const first = neverFirst.test(right) ? 3 : 0
  const last = neverLast.test(left) ? 2 : 0
  const number = /\d$/.test(left) && /^(?:[.,]\d|[\d元年月日个名项次条件人万亿%])/.test(right) ? 2 : 0
  return first + last + number
}

/** 宣 + 讲主体: the word 宣讲 stands across the seam. */
function crossesWord(left: string, right: string): number {
  const head = left.slice(-4)
  const joined = head + right.slice(0, 4)
  const across = [...words.segment(joined)].find(
    ({ index, segment }) => index < head.length && index + segment.length > head.length,
  )
  return across && /^\p{Script=Han}+$/u.test(across.segment) ? 3 : 0
}

function knownGrams(left: string, right: string, grams: PageGrams): number {
  const count = (gram: string) => (/^\p{Script=Han}+$/u.test(gram) ? (grams.get(gram) ?? 0) : 0)
  const pair = count(left.slice(-1) + right.slice(0, 1))
  const triple = count(left.slice(-2) + right.slice(0, 1)) + count(left.slice(-1) + right.slice(0, 2))
  return Math.min(2, pair) + Math.min(2, 2 * triple)
}
