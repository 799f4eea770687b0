// A process of its own that reads one PDF: bytes on standard input, what is on its pages as JSON on standard output.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
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

async function run(): Promise<void> {
  limitMemory()
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const reading = readPdf(await startPdfium(wasm), readFileSync(0))
  process.stdout.write(JSON.stringify(reading))
}

await run()
