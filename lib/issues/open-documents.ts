// Web pages, Word files and PDFs as sources: their text becomes source.txt, and the files are kept beside it.
import { auditGlyphs } from '../audit/glyphs'
import { badCharacters, type Fault } from '../format/characters'
import { inFile } from '../format/front-matter'
import { keptName, printGlyphRecord } from '../format/glyph-record'
import { importStories } from '../import/pipeline/import-page'
import { readDocx } from '../import/readers/docx/read-docx'
import { decodeHtml } from '../import/readers/html/charset'
import { readHtml } from '../import/readers/html/read-html'
import type { PdfPage, PdfRefusal } from '../import/readers/pdf/page'
import { locatePhotographs } from '../import/readers/pdf/photographs'
import { readPages } from '../import/readers/pdf/read-pages'
import { glyphRecord } from '../import/readers/pdf/record'
import type { Problem } from '../model/problem'
import { besideHtml } from './found-pictures'
import { readDocxApart, readPdfApart } from './reader-process'
import type { GivenFile, Source } from './source'

/** The largest saved page, in bytes: without its pictures. */
const htmlBytes = 5_000_000

/** Saved web pages: their text, a block a line. */
export function openHtml(parts: readonly GivenFile[]): Source | Problem[] {
  const decoded = parts.map(({ file, bytes }) => ({
    file,
    page: bytes.length > htmlBytes ? largeHtml : decodeHtml(bytes),
  }))
  const problems = decoded.flatMap(({ file, page }) => (Array.isArray(page) ? inFile(page, file) : []))
  if (problems.length > 0) return problems
  const read = readHtml(decoded.flatMap(({ page }) => ('text' in page ? [page.text] : [])))
  const file = parts[0]?.file ?? ''
  if (Array.isArray(read)) return inFile(read, file)
  const bad = badCharacters(read.source)
  if (bad.length > 0) return inFile(bad, file)
  const kept = parts.map(({ bytes }, at): [string, Uint8Array] => [
    keptName(at + 1, parts.length, 'html'),
    bytes,
  ])
  return {
    text: read.source,
    encoding: '网页',
    kept: new Map<string, string | Uint8Array>([['source.txt', read.source], ...kept]),
    pictures: read.pictures.flatMap(({ page, ...beside }) => {
      const bytes = besideHtml(parts[page] ?? { file: '' }, beside.src)
      return bytes ? [{ ...beside, bytes }] : []
    }),
    read: (issue, plain) => importStories(read, issue, plain),
  }
}

const largeHtml: Fault[] = [
  {
    line: 1,
    column: 1,
    rule: 'html-large',
    message: `超过 ${htmlBytes / 1_000_000} MB，应另存为“网页，仅 HTML”`,
  },
]

/** A Word file: its text, a paragraph a line. */
export function openDocx({ file, bytes }: GivenFile): Source | Problem[] {
  const reading = readDocxApart(bytes)
  if ('refused' in reading) return [{ file, line: 1, ...reading.refused }]
  const read = readDocx(reading)
  if (Array.isArray(read)) return inFile(read, file)
  const bad = badCharacters(read.source)
  if (bad.length > 0) return inFile(bad, file)
  return {
    text: read.source,
    encoding: 'Word',
    kept: new Map<string, string | Uint8Array>([
      ['source.txt', read.source],
      ['source.docx', bytes],
    ]),
    pictures: read.pictures.flatMap(({ src, ...beside }) => {
      const data = reading.pictures[Number(src)]
      return data ? [{ ...beside, bytes: Buffer.from(data, 'base64') }] : []
    }),
    read: read.read,
  }
}

/** PDFs: their text in reading order, and the record of every glyph. */
export function openPdfs(parts: readonly GivenFile[]): Source | Problem[] {
  const { problems, pages, files } = readPdfs(parts)
  if (problems.length > 0) return problems
  const read = readPages(pages)
  if ('refused' in read)
    return read.refused.map(one => problemOf(one, fileOfPage(one.page ?? 1, parts, files)))
  const record = glyphRecord(files, pages, read)
  const pdfs = new Map(record.files.map(({ name }, at) => [name, files[at]?.bytes ?? new Uint8Array()]))
  // Proved before anything is written, by the same audit that proves it ever after.
  const wrong = auditGlyphs(record, read.source, pdfs, { record: 'glyphs.tsv', source: 'source.txt' })
  if (wrong.length > 0) return [...wrong]
  return {
    text: read.source,
    encoding: 'PDF',
    kept: new Map<string, string | Uint8Array>([
      ['source.txt', read.source],
      ...pdfs,
      ['glyphs.tsv', printGlyphRecord(record)],
    ]),
    pictures: locatePhotographs(pages, read).map(({ line, data }) => ({
      line,
      bytes: Buffer.from(data, 'base64'),
    })),
    read: (issue, plain) => importStories(read, issue, plain),
  }
}

/** The pages of all files, counted on from one to the next, and what is wrong with any of them. */
function readPdfs(parts: readonly GivenFile[]) {
  const problems: Problem[] = []
  const pages: PdfPage[] = []
  const files: { bytes: Uint8Array; pages: number }[] = []
  for (const { file, bytes } of parts) {
    const reading = readPdfApart(bytes)
    if ('refused' in reading) problems.push(...reading.refused.map(one => problemOf(one, file)))
    else {
      const before = pages.length
      pages.push(...reading.pages.map(page => ({ ...page, number: before + page.number })))
      files.push({ bytes, pages: reading.pages.length })
    }
  }
  return { problems, pages, files }
}

const problemOf = ({ rule, message, page }: PdfRefusal, file: string): Problem => {
  return { file, line: 1, rule, message: page === undefined ? message : `第${page}页：${message}` }
}

function fileOfPage(
  page: number,
  parts: readonly GivenFile[],
  files: readonly { readonly pages: number }[],
): string {
  let last = 0
  const at = files.findIndex(({ pages }) => {
    last += pages
    return page <= last
  })
  return parts[Math.max(0, at)]?.file ?? ''
}
