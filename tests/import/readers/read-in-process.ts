// Reads PDFs without another process, for tests that look at the pages.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type ImportedPage, importStories } from '#lib/import/pipeline/import-page'
import type { PdfReading } from '#lib/import/readers/pdf/page'
import { readPdf, startPdfium } from '#lib/import/readers/pdf/pdfium'
import type { Pdfium } from '#lib/import/readers/pdf/pdfium-api'
import { type ReadPdf, readPages } from '#lib/import/readers/pdf/read-pages'

let pdfium: Promise<Pdfium> | undefined

export async function readHere(bytes: Uint8Array): Promise<PdfReading> {
  const file = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')
  pdfium ??= startPdfium(readFileSync(file))
  return readPdf(await pdfium, bytes)
}

/** What is read from a PDF, and the articles made of it. Throws when it is refused. */
export async function importHere(
  bytes: Uint8Array,
): Promise<{ readonly read: ReadPdf; readonly page: ImportedPage }> {
  const reading = await readHere(bytes)
  if ('refused' in reading) throw new Error(JSON.stringify(reading.refused))
  const read = readPages(reading.pages)
  if ('refused' in read) throw new Error(JSON.stringify(read.refused))
  return { read, page: importStories(read, 'page') }
}
