// The Chinese serif that pictures are set in: which characters it has, and its files.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const fontPackage = '@fontsource-variable/noto-serif-sc'
const require = createRequire(import.meta.url)

/** The family that all slices are registered under. */
export const family = 'Noto Serif SC'

type Range = readonly [from: number, to: number]
export type Slice = { readonly file: string; readonly ranges: readonly Range[] }

/** The folder and version of an installed package. Throws when it is not installed. */
export function packageOf(name: string): { readonly folder: string; readonly version: string } {
  // Not every package lets its package.json be imported: from its main file up to the folder of its name.
  const main = fileURLToPath(import.meta.resolve(name))
  const own = join('node_modules', name)
  const folder = main.slice(0, main.lastIndexOf(own) + own.length)
  const { version } = require(join(folder, 'package.json'))
  return { folder, version: String(version) }
}

const installed = packageOf(fontPackage)
export const serifVersion = installed.version

/** The serif comes in about a hundred slices, each with some ranges of characters; all weights are in each. */
export const slices: readonly Slice[] = Object.entries(
  Object(require(join(installed.folder, 'unicode.json'))),
).map(([name, ranges]) => ({
  file: join(installed.folder, 'files', `noto-serif-sc-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`),
  ranges: rangesOf(String(ranges)),
}))

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
