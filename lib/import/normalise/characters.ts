// The normal form of characters: what a page prints as radicals, with invisible marks or letter by letter, as people type it.
import { unify, unifySimplified } from '../../format/ideographs'

/** Byte order marks, soft hyphens, zero-width spaces and joiners: nothing of them is printed. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu
/** Characters of no simplified text, frequent in traditional ones. */
const traditional = /[會國這們來時說為與開關個務員業產勞]/u

/** Puts the characters of a whole page right; line ends stay where they are. */
export function normaliseCharacters(text: string): string {
  const read = traditional.test(text) ? unify : unifySimplified
  return text
    .replace(invisible, '')
    .replace(/[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu, one => read(one) ?? one)
}
