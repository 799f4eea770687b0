// The doors of an import: the bytes of a page's files, whatever they are, to the text of source.txt and what is read from it.
import { auditGlyphs } from '../audit/glyphs'
import type { Decoded } from '../format/decode'
import { decode } from '../format/decode'
import { inFile } from '../format/front-matter'
import { printGlyphRecord } from '../format/glyph-record'
import { type ImportedPage, importPage, importStories, type Plain } from '../import/pipeline/import-page'
import type { PdfPage, PdfRefusal } from '../import/readers/pdf/page'
import { readPages } from '../import/readers/pdf/read-pages'
import { recordOf } from '../import/readers/pdf/record'
import type { Problem } from '../model/problem'
import { readPdfApart } from './pdf-process'

/** A file as an editor gave it. */
export type Part = { readonly file: string; readonly bytes: Uint8Array }

export type Source = {
  /** What source.txt holds, line ends `\n`. */
  readonly text: string
  readonly encoding: Decoded['encoding'] | 'PDF'
  /** The files kept beside issue.md, byte for byte: source.txt, and what it was read from. */
  readonly kept: ReadonlyMap<string, string | Uint8Array>
  /** The articles, as the issue with this id; those with the numbers `plain` as plain text. */
  readonly read: (issue: string, plain?: Plain) => ImportedPage
}

type Kind = 'text' | 'pdf'

/** By the first bytes: names say little. A PDF may have rubbish before its mark. */
export function kindOf(bytes: Uint8Array): Kind {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  return /^(?:[^\n]{0,200}\n)?%PDF-/.test(head) || head.trimStart().startsWith('%PDF') ? 'pdf' : 'text'
}

/** Opens the files of one issue, all of one kind; problems, all at once, when one of them cannot be read. */
export function openSource(parts: readonly Part[]): Source | Problem[] {
  const [first] = parts
  if (!first) return []
  const kind = kindOf(first.bytes)
  const other = parts.find(({ bytes }) => kindOf(bytes) !== kind)
  if (other) {
    const message = '与同一期的其他文件不是一类，一期的文件应都是 PDF，或都是文本'
    return [{ file: other.file, line: 1, rule: 'page-kinds', message }]
  }
  return kind === 'pdf' ? openPdfs(parts) : openText(parts)
}

function openText(parts: readonly Part[]): Source | Problem[] {
  const [first, second] = parts
  if (!first) return []
  if (second) {
    const message = '一期的文本应合为一个文件，或去掉 --issue，各成一期'
    return [{ file: second.file, line: 1, rule: 'page-kinds', message }]
  }
  const page = decode(first.bytes)
  if (Array.isArray(page)) return inFile(page, first.file)
  const { text, encoding } = page
  return {
    text,
    encoding,
    kept: new Map([['source.txt', first.bytes]]),
    read: (issue, plain) => importPage(text, issue, plain),
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
