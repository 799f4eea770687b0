// Stray spaces: letter-spaced Chinese, and the spaces that databases put around digits, quotation marks and commas.

const han = '\\p{Script=Han}'
const mark = '，。、；：？！“”‘’（）《》「」『』【】—…·,;:?!()'
const letters = new RegExp(`[${han}${mark}]`, 'gu')
const spaced = new RegExp(`[${han}${mark}] (?=[${han}${mark}])`, 'gu')

const tight = new RegExp(`[${han}${mark}](?=[${han}${mark}])`, 'gu')

/** From this share of gaps between Chinese characters a line is letter-spaced. */
const spacedShare = 0.7
/** Fewer characters than this prove nothing: 林 溪 is a name. */
const fewestLetters = 5

/** Whether most Chinese characters of the line stand apart by one space. */
export function isLetterSpaced(line: string, fewest: number = fewestLetters): boolean {
  const all = line.match(letters)?.length ?? 0
  const apart = line.match(spaced)?.length ?? 0
  return all >= fewest && apart > 0 && apart >= spacedShare * (apart + (line.match(tight)?.length ?? 0))
}

const beside = new RegExp(`(?<=[${han}${mark}]) (?=[^ ])|(?<=[^ ]) (?=[${han}${mark}])`, 'gu')
const roles = /(?<=(?:记者|通讯员|记者员)\p{Script=Han}{2,3})(?=(?:本报)?(?:记者|通讯员|实习生))/gu

/** Before the last word of a photo's credit: 本报记者何锦 摄. */
const taken = /(?<=(?:记者|通讯员)\p{Script=Han}{2,4})(?=摄(?:影)?$)/gu

/** Closes letter-spacing: single spaces go, wider ones become one; a space before 通讯员 or 摄 comes back. */
function closeLetters(line: string): string {
  const close = (text: string) => text.replace(beside, '')
  return line
    .split(/ {2,}|\u3000+/u)
    .map(close)
    .join(' ')
    .replace(roles, ' ')
    .replace(taken, ' ')
}

/** Marks after which, and before which, no newspaper sets a space. */
const afterOpening = /(?<=[“‘（《「『【(]) +(?=\S)/gu
const beforeClosing = /(?<=\S) +(?=[”’）》」』】，、；：,;)])/gu
const afterComma =
  /(?<=\p{Script=Han}[，、；,;]|[”’）》)][，、；,;]|\d[，、；]) +(?=[\p{Script=Han}\d“‘《（(])/gu
const betweenDigits = /(?<=\p{Script=Han}) +(?=\d)|(?<=\d|\d%) +(?=\p{Script=Han})/gu
const withDigit = /\p{Script=Han} ?\d|\d ?\p{Script=Han}/gu

/** So many boundaries of digits with a space, and this share of all, are a habit of whoever made the text. */
const habit = { count: 4, share: 0.6 } as const

/** Closes stray spaces on the lines of a page. */
export function closeSpaces(lines: readonly string[]): readonly string[] {
  const text = lines.join('\n')
  const apart = (text.match(betweenDigits) ?? []).length
  const digits = apart >= habit.count && apart >= habit.share * (text.match(withDigit) ?? []).length
  const fewest = isPageSpaced(lines) ? 2 : fewestLetters
  return lines.map(line => {
    if (isLetterSpaced(line.trim(), fewest)) return indentOf(line) + closeLetters(line.trim())
    const closed = line.replace(afterOpening, '').replace(beforeClosing, '').replace(afterComma, '')
    return digits ? closed.replace(betweenDigits, '') : closed
  })
}

/** Whether most lines are: then 编 者 按 is no row of names either. */
function isPageSpaced(lines: readonly string[]): boolean {
  const long = lines.filter(line => (line.match(letters)?.length ?? 0) >= fewestLetters)
  return long.length > 0 && long.filter(line => isLetterSpaced(line.trim())).length > 0.6 * long.length
}

const indentOf = (line: string) => /^\s*/u.exec(line)?.[0] ?? ''
