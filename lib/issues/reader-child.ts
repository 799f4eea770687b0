// A process of its own that reads one PDF or Word file: bytes on standard input, what is in it as JSON on standard output; or draws a page
// of a PDF, as PNG on standard output.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { convertDocx } from '../import/readers/docx/convert'
import { drawPage } from '../import/readers/pdf/draw'
import { pdfBounds } from '../import/readers/pdf/page'
import { readPdf, startPdfium } from '../import/readers/pdf/pdfium'

/** A page of WebAssembly memory, in bytes. */
const memoryPage = 65_536

/** Refuses memory beyond the bound: PDFium then gives up as on a full machine. */
function limitMemory(): void {
  const grow = WebAssembly.Memory.prototype.grow
  WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * memoryPage > pdfBounds.memory * 1_000_000)
      throw new RangeError('memory bound')
    return grow.call(this, pages)
  }
}

async function read(
  [kind, page, width]: readonly (string | undefined)[],
  bytes: Uint8Array,
): Promise<string | Uint8Array> {
  if (kind === 'docx') return JSON.stringify(await convertDocx(bytes))
  limitMemory()
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const pdfium = await startPdfium(wasm)
  if (kind === 'draw') return drawPage(pdfium, bytes, Number(page), Number(width)) ?? ''
  return JSON.stringify(readPdf(pdfium, bytes))
}

process.stdout.write(await read(process.argv.slice(2), readFileSync(0)))
