// glyphs.tsv: what was read from the PDF of an issue. Every glyph of it stands in one line of source.txt, or in the list of those set aside.

import { createHash } from 'node:crypto'
import { rangesIn } from '../model/line-ranges'
import type { Fault } from './characters'

/** A PDF kept beside the issue, and how many pages it has; pages are numbered through all files of an issue. */
export type RecordedFile = { readonly name: string; readonly sha256: string; readonly pages: number }

/** The characters of a page, glyph by glyph, as PDFium gives them; a glyph is named by its place in this list, from 0. */
export type RecordedPage = {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly glyphs: readonly string[]
}

/** A line of source.txt: the glyphs it was read from, in reading order, and where it stands, in points from the top left. */
export type RecordedLine = {
  readonly line: number
  readonly page: number
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number]
  readonly size: number
  readonly font: string
  readonly glyphs: readonly number[]
}

/** Why glyphs stand in no line. */
const asideReasons = ['重复描画', '看不见', '页面以外', '空白'] as const
export type RecordedAside = {
  readonly reason: (typeof asideReasons)[number]
  readonly page: number
  readonly glyphs: readonly number[]
}

export type GlyphRecord = {
  readonly files: readonly RecordedFile[]
  readonly pages: readonly RecordedPage[]
  readonly lines: readonly RecordedLine[]
  readonly aside: readonly RecordedAside[]
}

const head = [
  '# 由导入程序写出，不要改动。每个字形只属于 source.txt 的一行，或列在“略”里；npm run check 逐个核对。',
  '# 文件：名称、SHA-256、页数。页：页码、宽、高（点）。字：页码、从第几个字形起、字（␣ 是空格）。',
  '# 行：行号、页码、左,上,右,下（点，自页左上角）、字号、字体、字形。略：缘由、页码、字形。',
]

/** Characters of a page on one line of the file. */
const perLine = 60
const blank = '␣'

/** Prints a record; parseGlyphRecord reads it back. */
export function printGlyphRecord({ files, pages, lines, aside }: GlyphRecord): string {
  const rows: (readonly (string | number)[])[] = [
    ...files.map(({ name, sha256, pages: count }) => ['文件', name, sha256, count]),
    ...pages.flatMap(({ page, width, height, glyphs }) => [
      ['页', page, width, height],
      ...chunksOf(glyphs).map(({ from, text }) => ['字', page, from, text]),
    ]),
    ...lines.map(({ line, page, box, size, font, glyphs }) => [
      ...['行', line, page, box.join(','), size],
      font || '—',
      printRanges(glyphs),
    ]),
    ...aside.map(({ reason, page, glyphs }) => ['略', reason, page, printRanges(glyphs)]),
  ]
  return `${[...head, ...rows.map(row => row.join('\t'))].join('\n')}\n`
}

function chunksOf(glyphs: readonly string[]): readonly { readonly from: number; readonly text: string }[] {
  const count = Math.ceil(glyphs.length / perLine)
  return Array.from({ length: count }, (_, at) => ({
    from: at * perLine,
    text: glyphs
      .slice(at * perLine, (at + 1) * perLine)
      .map(one => (/^[\s\p{C}]$/u.test(one) ? blank : one))
      .join(''),
  }))
}

/** 3 4 5 9 8 → `3-5,9,8`: runs that rise by one are shortened, the order is kept. */
const printRanges = (numbers: readonly number[]): string =>
  rangesIn(numbers)
    .map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`))
    .join(',')

/** No page has more; a range beyond is a fault and not a list. */
const mostGlyphs = 1_000_000

function readRanges(text: string): readonly number[] | undefined {
  const numbers: number[] = []
  for (const part of text.split(',')) {
    const [, from = '', to = from] = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(part) ?? []
    if (!from || Number(to) < Number(from) || numbers.length + Number(to) - Number(from) > mostGlyphs)
      return undefined
    for (let at = Number(from); at <= Number(to); at++) numbers.push(at)
  }
  return numbers
}

type Draft = {
  files: RecordedFile[]
  pages: (Omit<RecordedPage, 'glyphs'> & { glyphs: string[] })[]
  lines: RecordedLine[]
  aside: RecordedAside[]
}

/** Reads a record, or says which lines of it are none. */
export function parseGlyphRecord(text: string): GlyphRecord | Fault[] {
  const record: Draft = { files: [], pages: [], lines: [], aside: [] }
  const faults: Fault[] = []
  text.split(/\r?\n/).forEach((row, at) => {
    if (!row || row.startsWith('#') || readRow(row.split('\t'), record)) return
    const message = `“${row.slice(0, 30)}”不是字形记录的写法，这个文件由导入程序写出，应重新导入`
    faults.push({ line: at + 1, column: 1, rule: 'glyphs-format', message })
  })
  return faults.length > 0 ? faults : record
}

const number = (text: string | undefined) =>
  text !== undefined && /^-?\d{1,7}(?:\.\d{1,4})?$/.test(text) ? Number(text) : undefined

function readRow([kind, ...cells]: readonly string[], record: Draft): boolean {
  if (kind === '文件') return readFile(cells, record)
  if (kind === '页') return readPage(cells, record)
  if (kind === '字') return readGlyphs(cells, record)
  if (kind === '行') return readLine(cells, record)
  return kind === '略' && readAside(cells, record)
}

function readFile([name = '', sha256 = '', count]: readonly string[], { files }: Draft): boolean {
  const pages = number(count)
  if (!/^source(?:-\d\d)?\.pdf$/.test(name) || !/^[0-9a-f]{64}$/.test(sha256) || !pages) return false
  files.push({ name, sha256, pages })
  return true
}

function readPage(cells: readonly string[], { pages }: Draft): boolean {
  const [page, width, height] = cells.map(number)
  if (page === undefined || width === undefined || height === undefined) return false
  pages.push({ page, width, height, glyphs: [] })
  return true
}

function readGlyphs([page, from, text = '']: readonly string[], { pages }: Draft): boolean {
  const own = pages.find(one => one.page === number(page))
  if (!own || own.glyphs.length !== number(from)) return false
  own.glyphs.push(...[...text].map(one => (one === blank ? ' ' : one)))
  return true
}

function readLine(
  [line, page, place = '', size, font = '', ranges = '']: readonly string[],
  { lines }: Draft,
): boolean {
  const glyphs = readRanges(ranges)
  const [x0, y0, x1, y1] = place.split(',').map(number)
  const [at, on, large] = [line, page, size].map(number)
  if (!glyphs || at === undefined || on === undefined || large === undefined) return false
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return false
  lines.push({
    line: at,
    page: on,
    box: [x0, y0, x1, y1],
    size: large,
    font: font === '—' ? '' : font,
    glyphs,
  })
  return true
}

function readAside([why, page, ranges = '']: readonly string[], { aside }: Draft): boolean {
  const reason = asideReasons.find(one => one === why)
  const [on, glyphs] = [number(page), readRanges(ranges)]
  if (!reason || on === undefined || !glyphs) return false
  aside.push({ reason, page: on, glyphs })
  return true
}

/** The name under which the n-th of several PDFs is kept, from 1. */
export const keptName = (at: number, of: number, extension: string) =>
  of === 1 ? `source.${extension}` : `source-${String(at).padStart(2, '0')}.${extension}`

/** The checksum as a record has it. */
export const checksum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
