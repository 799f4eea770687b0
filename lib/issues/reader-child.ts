// A process of its own that reads one PDF or Word file: bytes on standard input, what is in it as JSON on standard output.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { convertDocx } from '../import/readers/docx/convert'
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

async function read(kind: string | undefined, bytes: Uint8Array): Promise<unknown> {
  if (kind === 'docx') return convertDocx(bytes)
  limitMemory()
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  return readPdf(await startPdfium(wasm), bytes)
}

process.stdout.write(JSON.stringify(await read(process.argv[2], readFileSync(0))))
