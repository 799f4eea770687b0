// Texts and Markdown of crawlers as sources: what is printed is in the files themselves.
import { basename } from 'node:path'
import { auditColumns } from '../audit/columns'
import { decode, pageBounds } from '../format/decode'
import { type Doubt, sortDoubts } from '../format/doubt'
import { inFile } from '../format/front-matter'
import { columnsName, type PartedColumns } from '../format/parted-columns'
import { joinTexts, type SourceFile } from '../format/source-files'
import { type Parted, partColumns } from '../import/normalise/part-columns'
import { readPage } from '../import/normalise/read-page'
import { importPage, importStories } from '../import/pipeline/import-page'
import { readMarkdown } from '../import/readers/markdown/read-markdown'
import type { Problem } from '../model/problem'
import { besideHtml } from './found-pictures'
import type { GivenFile, Source } from './source'

/** A text is its own source; columns that stand side by side are parted. */
export function openText({ file, bytes }: GivenFile): Source | Problem[] {
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
  { file, bytes }: GivenFile,
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
export function openTexts(parts: readonly GivenFile[]): Source | Problem[] {
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
export function openMarkdown(parts: readonly GivenFile[]): Source | Problem[] {
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
    pictures: read.pictures.flatMap(({ file, ...beside }) => {
      const bytes = besideHtml(parts[file] ?? { file: '' }, beside.src)
      return bytes ? [{ ...beside, bytes }] : []
    }),
    read: (issue, plain) => importStories(read, issue, plain),
  }
}

type Joined = Pick<Source, 'text'> & {
  readonly files: readonly SourceFile[]
  readonly encoding: Source['encoding']
}

function joinParts(parts: readonly GivenFile[]): Joined | Problem[] {
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
