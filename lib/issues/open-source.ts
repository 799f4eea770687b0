// The doors of an import: the bytes of a page's files, whatever they are, to the text of source.txt and what is read from it.

import { basename } from 'node:path'
import { auditColumns } from '../audit/columns'
import { auditGlyphs } from '../audit/glyphs'
import { badCharacters, type Fault } from '../format/characters'
import { type Decoded, decode, pageBounds } from '../format/decode'
import { type Doubt, sortDoubts } from '../format/doubt'
import { inFile } from '../format/front-matter'
import { keptName, printGlyphRecord } from '../format/glyph-record'
import { columnsName, type PartedColumns } from '../format/parted-columns'
import { joinTexts, type SourceFile } from '../format/source-files'
import type { Origins } from '../import/edition/edition'
import { type Parted, partColumns } from '../import/normalise/part-columns'
import { readPage } from '../import/normalise/read-page'
import { type ImportedPage, importPage, importStories, type Plain } from '../import/pipeline/import-page'
import { readDocx } from '../import/readers/docx/read-docx'
import { decodeHtml } from '../import/readers/html/charset'
import { readHtml } from '../import/readers/html/read-html'
import { isMarkdown, readMarkdown } from '../import/readers/markdown/read-markdown'
import type { PdfPage, PdfRefusal } from '../import/readers/pdf/page'
import { placePhotographs } from '../import/readers/pdf/photographs'
import { readPages } from '../import/readers/pdf/read-pages'
import { recordOf } from '../import/readers/pdf/record'
import type { Problem } from '../model/problem'
import { besideHtml, type FoundPicture } from './found-pictures'
import { readDocxApart, readPdfApart } from './reader-process'

/** A file as an editor gave it. */
export type Part = { readonly file: string; readonly bytes: Uint8Array }

export type Source = {
  /** What source.txt holds, line ends `\n`. */
  readonly text: string
  readonly encoding: Decoded['encoding'] | 'PDF' | '网页' | 'Word' | 'Markdown'
  /** The files kept beside issue.md, byte for byte: source.txt, and what it was read from. */
  readonly kept: ReadonlyMap<string, string | Uint8Array>
  /** The pictures of its articles that are there, each beside a line of the source. */
  readonly pictures?: readonly FoundPicture[]
  /** What the text was made of, when it is not the one file that was given. */
  readonly origins?: Origins
  /** The articles, as the issue with this id; those with the numbers `plain` as plain text. */
  readonly read: (issue: string, plain?: Plain) => ImportedPage
}

type Kind = 'text' | 'pdf' | 'html' | 'docx' | 'markdown'

/** By the first bytes: names say little. A PDF may have rubbish before its mark; a Word file is a zip with this entry. */
export function kindOf({ file, bytes }: Part): Kind {
  const latin = (from: number, to: number) => new TextDecoder('latin1').decode(bytes.subarray(from, to))
  const head = latin(0, 1024)
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith('PK\x03\x04')) return isDocx(bytes) ? 'docx' : 'text'
  const text = head.replaceAll('\0', '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
  return /^\s*(?:<!--[\s\S]{0,900}?-->\s*)*<(?:!doctype html|html|head|body|\?xml[^>]*>\s*<(?:!doctype html|html))/i.test(
    text,
  )
    ? 'html'
    : textKind(file, bytes)
}

function textKind(file: string, bytes: Uint8Array): Kind {
  const page = decode(bytes)
  return 'text' in page && isMarkdown(page.text, file) ? 'markdown' : 'text'
}

/** Names of a zip's entries stand at its end, uncompressed. */
function isDocx(bytes: Uint8Array): boolean {
  const name = 'word/document.xml'
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'latin1')
}

const names: Readonly<Record<Kind, string>> = {
  ...{ text: '文本', pdf: 'PDF', html: '网页', docx: 'Word 文档' },
  markdown: 'Markdown',
}

/** Opens the files of one issue, all of one kind; problems, all at once, when one of them cannot be read. */
export function openSource(parts: readonly Part[]): Source | Problem[] {
  const [first, second] = parts
  if (!first) return []
  const kind = kindOf(first)
  const other = parts.find(part => kindOf(part) !== kind)
  if (other) {
    const message = `是${names[kindOf(other)]}，同一期的${first.file}是${names[kind]}，一期的文件应是一类，应分开导入`
    return [{ file: other.file, line: 1, rule: 'page-kinds', message }]
  }
  if (kind === 'pdf') return openPdfs(parts)
  if (kind === 'html') return openHtml(parts)
  if (kind === 'markdown') return openMarkdown(parts)
  if (kind === 'text' && second) return openTexts(parts)
  if (second) {
    const message = `一期的${names[kind]}应合为一个文件，或去掉 --issue，各成一期`
    return [{ file: second.file, line: 1, rule: 'page-kinds', message }]
  }
  return kind === 'docx' ? openDocx(first) : openText(first)
}

function openText({ file, bytes }: Part): Source | Problem[] {
  const page = decode(bytes)
  if (Array.isArray(page)) return inFile(page, file)
  const { text, encoding } = page
  const parted = partColumns(text)
  // Else the text is refused as it was given, with lines that the editor can find.
  if (parted && readPage(parted.text).faults.length === 0)
    return openColumns(parted, text, { file, bytes }, encoding)
  return {
    text,
    encoding,
    kept: new Map([['source.txt', bytes]]),
    read: (issue, plain) => importPage(text, issue, plain),
  }
}

/** A text whose columns stood side by side, one after the other; proved before anything is written. */
function openColumns(
  { text, parted }: Parted,
  given: string,
  { file, bytes }: Part,
  encoding: Source['encoding'],
): Source | Problem[] {
  const wrong = auditColumns({ file, text: given }, { file, text }, parted)
  if (wrong.length > 0) return [...wrong]
  return {
    text,
    encoding,
    kept: new Map<string, string | Uint8Array>([
      ['source.txt', text],
      [columnsName, bytes],
    ]),
    origins: { columns: parted },
    read: (issue, plain) => {
      const read = importPage(text, issue, plain)
      return { ...read, doubts: sortDoubts([...parted.map(partedDoubt), ...read.doubts]) }
    },
  }
}

function partedDoubt({ lines: { from, to }, columns }: PartedColumns): Doubt {
  const last = from + columns * (to - from + 1) - 1
  const message = `原文第 ${from}–${to} 行是 ${columns} 栏并排，已按栏分开，从左栏读到右栏，请看各栏相接处`
  return { item: 0, lines: [{ from, to: last }], kind: 'form', risk: 8, message }
}

/** The texts of one issue become one source, parted by form feeds; articles may go on from one into another. */
function openTexts(parts: readonly Part[]): Source | Problem[] {
  const joined = joinParts(parts)
  if (Array.isArray(joined)) return joined
  const { text, files, encoding } = joined
  return {
    text,
    encoding,
    kept: new Map([['source.txt', text]]),
    origins: { files },
    read: (issue, plain) => importPage(text, issue, plain),
  }
}

/** Markdown of crawlers: a file an article, mostly; the source is the files themselves. */
function openMarkdown(parts: readonly Part[]): Source | Problem[] {
  const joined = joinParts(parts)
  if (Array.isArray(joined)) return joined
  const { text, files } = joined
  const read = readMarkdown(
    text,
    files.map(({ lines }) => lines),
  )
  const [only, other] = parts
  return {
    text,
    encoding: 'Markdown',
    kept: new Map<string, string | Uint8Array>([['source.txt', other || !only ? text : only.bytes]]),
    ...(other && { origins: { files } }),
    pictures: read.pictures.flatMap(({ file, src, ...beside }) => {
      const bytes = besideHtml(parts[file]?.file ?? '', src)
      return bytes ? [{ ...beside, bytes }] : []
    }),
    read: (issue, plain) => importStories(read, issue, plain),
  }
}

type Joined = Pick<Source, 'text'> & {
  readonly files: readonly SourceFile[]
  readonly encoding: Source['encoding']
}

function joinParts(parts: readonly Part[]): Joined | Problem[] {
  const decoded = parts.map(({ file, bytes }) => ({ file, page: decode(bytes) }))
  const problems = decoded.flatMap(({ file, page }) => (Array.isArray(page) ? inFile(page, file) : []))
  if (problems.length > 0) return problems
  const texts = decoded.flatMap(({ file, page }) =>
    Array.isArray(page) ? [] : [{ name: basename(file), text: page.text, encoding: page.encoding }],
  )
  const { text, files } = joinTexts(texts)
  const size = Buffer.byteLength(text)
  if (size > pageBounds.bytes) {
    const message = `几个文件合起来有 ${size} 字节，一期最多 ${pageBounds.bytes} 字节，应分成几期导入`
    return [{ file: parts[0]?.file ?? '', line: 1, rule: 'page-large', message }]
  }
  return { text, files, encoding: texts[0]?.encoding ?? 'UTF-8' }
}

/** The largest saved page, in bytes: without its pictures. */
const htmlBytes = 5_000_000

function openHtml(parts: readonly Part[]): Source | Problem[] {
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
    pictures: read.pictures.flatMap(({ page, src, ...beside }) => {
      const bytes = besideHtml(parts[page]?.file ?? '', src)
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

function openDocx({ file, bytes }: Part): Source | Problem[] {
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

function openPdfs(parts: readonly Part[]): Source | Problem[] {
  const problems: Problem[] = []
  const pages: PdfPage[] = []
  const files: { bytes: Uint8Array; pages: number }[] = []
  for (const part of parts) {
    const reading = readPdfApart(part.bytes)
    if ('refused' in reading) problems.push(...reading.refused.map(one => problemOf(one, part.file)))
    else {
      const before = pages.length
      pages.push(...reading.pages.map(page => ({ ...page, number: before + page.number })))
      files.push({ bytes: part.bytes, pages: reading.pages.length })
    }
  }
  if (problems.length > 0) return problems
  const read = readPages(pages)
  if ('refused' in read)
    return read.refused.map(one => problemOf(one, fileOfPage(one.page ?? 1, parts, files)))
  const record = recordOf(files, pages, read)
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
    pictures: placePhotographs(pages, read).map(({ line, data }) => ({
      line,
      bytes: Buffer.from(data, 'base64'),
    })),
    read: (issue, plain) => importStories(read, issue, plain),
  }
}

const problemOf = ({ rule, message, page }: PdfRefusal, file: string): Problem => {
  return { file, line: 1, rule, message: page === undefined ? message : `第${page}页：${message}` }
}

function fileOfPage(
  page: number,
  parts: readonly Part[],
  files: readonly { readonly pages: number }[],
): string {
  let last = 0
  const at = files.findIndex(({ pages }) => {
    last += pages
    return page <= last
  })
  return parts[Math.max(0, at)]?.file ?? ''
}
