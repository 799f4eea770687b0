// What an issue was made of, kept beside it: source.txt, the text before its columns were parted, PDFs with the record of their glyphs.
// turbopackIgnore: else Next takes such a path for every file of the project (lib/decisions/0035-file-tracing.md).
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../model/problem'
import { type Decoded, decode } from './decode'
import { readText, wholeFile } from './file-text'
import { inFile } from './front-matter'
import { type GlyphRecord, parseGlyphRecord } from './glyph-record'
import { columnsName } from './parted-columns'

/** The source that an issue was made of; undefined when there is none: articles may be written by hand. */
export function readSource(
  dir: string,
  issue: string,
): (Decoded & { readonly file: string }) | Problem[] | undefined {
  const file = join(/* turbopackIgnore: true */ dir, issue, 'source.txt')
  if (!existsSync(file)) return undefined
  const read = decode(readFileSync(file))
  return Array.isArray(read) ? inFile(read, file) : { ...read, file }
}

/** The text that columns were parted of; undefined when source.txt is what was given. */
export function readColumns(
  dir: string,
  issue: string,
): { readonly file: string; readonly text: string } | Problem[] | undefined {
  const file = join(/* turbopackIgnore: true */ dir, issue, columnsName)
  if (!existsSync(file)) return undefined
  const read = decode(readFileSync(file))
  return Array.isArray(read) ? inFile(read, file) : { file, text: read.text }
}

/** The PDFs kept beside an issue and the record of their glyphs; undefined when it was not read from a PDF. */
export function readGlyphSource(
  dir: string,
  issue: string,
):
  | { readonly file: string; readonly record: GlyphRecord; readonly pdfs: ReadonlyMap<string, Uint8Array> }
  | Problem[]
  | undefined {
  const folder = join(/* turbopackIgnore: true */ dir, issue)
  const file = join(folder, 'glyphs.tsv')
  const names = readdirSync(folder).filter(name => /^source(?:-\d\d)?\.pdf$/.test(name))
  if (!existsSync(file)) {
    return names.length === 0
      ? undefined
      : [wholeFile(file, 'glyphs-missing', '有 PDF 而没有字形记录，应重新导入')]
  }
  const text = readText(file)
  const record = Array.isArray(text) ? text : parseGlyphRecord(text)
  if (Array.isArray(record)) return record.map(fault => ({ file, ...fault }))
  return { file, record, pdfs: new Map(names.map(name => [name, readFileSync(join(folder, name))])) }
}
