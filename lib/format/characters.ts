// Characters that no file of ours may hold, wherever they come from: dumps, front matter, Markdown.

/** A fault at a place of a text; file and first line are known to whoever read the text. Line and column from 1. */
export type Fault = {
  readonly line: number
  readonly column: number
  readonly rule: string
  readonly message: string
}

const forbidden: readonly { readonly rule: string; readonly range: RegExp; readonly says: string }[] = [
  // C0 and C1 except tab and line feed, and the two Unicode line ends that editors show as nothing.
  {
    rule: 'character-control',
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    range: /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]/u,
    says: '是控制字符，应删去',
  },
  // Trojan Source: these make text read other than it is stored.
  {
    rule: 'character-bidi',
    range: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u,
    says: '是改变文字方向的隐形字符，应删去',
  },
  {
    rule: 'character-replacement',
    range: /\ufffd/u,
    says: '是解码失败留下的替代字符，应补上原字',
  },
  { rule: 'character-bom', range: /\ufeff/u, says: '是字节顺序标记，应删去' },
  { rule: 'character-surrogate', range: /\p{Cs}/u, says: '是半个字符，应补全或删去' },
  {
    rule: 'character-private',
    range: /[\p{Co}\ufdd0-\ufdef\ufffe\uffff]/u,
    says: '是专用区字符，没有公认的字形，应对照原版换成正式字符，是花饰就删去',
  },
]

const any = new RegExp(forbidden.map(({ range }) => range.source).join('|'), 'gu')

/** Faults of one kind in a text: more say nothing new. */
const most = 20

/** Every forbidden character of a text with line ends `\n`, at most `most` of them. */
export function badCharacters(text: string): Fault[] {
  const found: Fault[] = []
  for (const match of text.matchAll(any)) {
    if (found.length === most) break
    found.push(fault(text, match.index, match[0]))
  }
  return found
}

const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu

/** Characters of no width, which search and quotations stumble over: a page may have them, a file of ours may not. */
export function invisibleCharacters(text: string): Fault[] {
  return [...text.matchAll(invisible)].slice(0, most).map(({ index, 0: character }) => ({
    ...lineAndColumn(text, index),
    rule: 'character-invisible',
    message: `${codeOf(character)} 是看不见的字符，应删去`,
  }))
}

const codeOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

function fault(text: string, index: number, character: string): Fault {
  const kind = forbidden.find(({ range }) => range.test(character))
  return {
    ...lineAndColumn(text, index),
    rule: kind?.rule ?? 'character-control',
    message: `${codeOf(character)} ${kind?.says}`,
  }
}

/** Line and column, both from 1, of an offset in a text with line ends `\n`. */
export function lineAndColumn(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
