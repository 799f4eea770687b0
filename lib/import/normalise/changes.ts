// What the normal form changes of the characters of a page, counted and said.
import { unify } from '../../format/ideographs'
import type { Guess } from '../edition/guess'
import { isLetterSpaced } from './spaces'

/** How many kinds of a change are shown. */
const shown = 5

/** The radicals that became characters, the invisible ones that went, the lines whose letter-spacing was closed. */
export function changeGuesses(text: string): readonly Guess[] {
  const lines = text.split('\n')
  return [
    ...guess(lines, /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu, 3, radicalsSay),
    ...guess(lines, /[\u00ad\u200b-\u200d\u2060\ufeff]/gu, 2, invisibleSay),
    ...spacedGuess(lines),
  ]
}

const radicalsSay = (found: readonly string[], count: number) =>
  `${count} 个部首字符改为正字（${found.map(one => `U+${hex(one)}→${unify(one) ?? one}`).join('、')}）`

const invisibleSay = (found: readonly string[], count: number) =>
  `${count} 个隐形字符已去掉（${found.map(one => `U+${hex(one)}`).join('、')}）`

const hex = (letter: string) => (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')

function guess(
  lines: readonly string[],
  pattern: RegExp,
  risk: number,
  says: (kinds: readonly string[], count: number) => string,
): readonly Guess[] {
  const found = lines.flatMap(line => line.match(pattern) ?? [])
  const numbers = lines.flatMap((line, at) => (line.search(pattern) >= 0 ? [at + 1] : []))
  if (found.length === 0) return []
  return [
    { kind: 'form', risk, lines: numbers, message: says([...new Set(found)].slice(0, shown), found.length) },
  ]
}

function spacedGuess(lines: readonly string[]): readonly Guess[] {
  const numbers = lines.flatMap((line, at) => (isLetterSpaced(line.trim()) ? [at + 1] : []))
  if (numbers.length === 0) return []
  const message = `${numbers.length} 行逐字隔着空格，空格已去掉；姓名、标题里原有的空格分不出来，请对照原文`
  return [{ kind: 'form', risk: 6, lines: numbers, message }]
}
