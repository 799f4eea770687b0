// The Chinese serif that pictures are set in: which characters it has, and its files.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const fontPackage = '@fontsource-variable/noto-serif-sc'

/** The family that all slices are registered under. */
export const family = 'Noto Serif SC'

type Range = readonly [from: number, to: number]
export type Slice = { readonly file: string; readonly ranges: readonly Range[] }

/** The folder and version of a package that the project depends on itself. Throws when it is not installed. */
export function packageOf(name: string): { readonly folder: string; readonly version: string } {
  const folder = join(process.cwd(), 'node_modules', name)
  return { folder, version: String(readJson(join(folder, 'package.json')).version) }
}

const readJson = (file: string): Record<string, unknown> => JSON.parse(readFileSync(file, 'utf8'))

const installed = packageOf(fontPackage)
export const serifVersion = installed.version

/** The serif comes in about a hundred slices, each with some ranges of characters; all weights are in each. */
export const slices: readonly Slice[] = Object.entries(readJson(join(installed.folder, 'unicode.json'))).map(
  ([name, ranges]) => ({
    file: join(installed.folder, 'files', `noto-serif-sc-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`),
    ranges: rangesOf(String(ranges)),
  }),
)

/** “U+4e00-4e0b,U+4e0d” as pairs of numbers, both ends included. */
function rangesOf(css: string): readonly Range[] {
  return css.split(',').map(range => {
    const [from = '', to = from] = range.replace('U+', '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })
}

export const sliceData = (slice: Slice) => readFileSync(slice.file)

/** Every character that the serif has. */
const characters = new Set(
  slices.flatMap(({ ranges }) =>
    ranges.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)),
    ),
  ),
)

/** A text with 〓, the printer's turned sort, for each character that the serif has not got (𠮷): better than a crossed box. */
export const settable = (text: string) =>
  text.replace(/[^\s]/gu, character => (characters.has(character) ? character : '〓'))
