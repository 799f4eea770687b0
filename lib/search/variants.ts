// Traditional and simplified characters as the same letters: 職 and 职. The table of all is loaded where it is needed.

/** How characters are read as others: `pattern` finds those that are. */
export type Variants = { readonly pattern: RegExp; readonly simplified: ReadonlyMap<string, string> }

/** What is read as something else in any text: traditional characters that GB/T 2312 has for other words or names. Pairs. */
export const sharedPairs = '乾干吒咤夥伙後后徵征拚拼捱挨摺折於于榘矩菸烟薹苔袷夹醣糖麴曲麽么'

/** The variants in a text of pairs, and the shared ones. */
export const variantsOf = (pairs: string): Variants => (pairs ? read(sharedPairs + pairs) : sharedVariants)

function read(pairs: string): Variants {
  const characters = [...pairs]
  const simplified = new Map<string, string>()
  for (let at = 0; at < characters.length; at += 2)
    simplified.set(characters[at] ?? '', characters[at + 1] ?? '')
  return { pattern: new RegExp(`[${[...simplified.keys()].join('')}]`, 'gu'), simplified }
}

/** What every text needs. */
export const sharedVariants = read(sharedPairs)

/** A text with its variants replaced. */
export const simplify = (text: string, { pattern, simplified }: Variants): string =>
  text.replace(pattern, character => simplified.get(character) ?? character)

let simplifiedOnes: ReadonlySet<string> | undefined

/** The Chinese characters of GB/T 2312, which TextDecoder knows as a part of GBK: rows 16 to 87 of 94. Made once. */
export function simplifiedCharacters(): ReadonlySet<string> {
  simplifiedOnes ??= readSimplified()
  return simplifiedOnes
}

function readSimplified(): ReadonlySet<string> {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell)
  return new Set(new TextDecoder('gbk').decode(Uint8Array.from(bytes)).match(/\p{Script=Han}/gu))
}

/** Whether a text has Chinese characters that simplified text seldom has: then the whole table is needed. */
export function mayBeTraditional(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu) ?? []
  if (han.length === 0) return false
  const simplified = simplifiedCharacters()
  return han.some(character => !simplified.has(character))
}
