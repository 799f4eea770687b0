// PDFium (WebAssembly): the glyphs, lines, areas and pictures of every page. Runs in a process of its own (lib/issues/reader-child.ts).
import { init } from '@embedpdf/pdfium'
import { type PdfPage, type PdfReading, type PdfRefusal, pdfBounds } from './page'
import { floats, heapOf, type PageGeometry, type Pdfium } from './pdfium-api'
import { readGlyphs } from './pdfium-glyphs'
import { readInk } from './pdfium-ink'
import { readObjects } from './pdfium-objects'

const scratch = 4096

/** Starts PDFium from the bytes of its WebAssembly module. */
export async function startPdfium(wasm: Uint8Array): Promise<Pdfium> {
  const wasmBinary = new Uint8Array(wasm).buffer
  const api = await init({ wasmBinary })
  api.PDFiumExt_Init()
  return { api, out: api.pdfium.wasmExports.malloc(scratch) }
}

/** Reads a PDF. Refused are files that cannot be opened, too large ones, and pages without text; nothing in it is run. */
export function readPdf(pdfium: Pdfium, bytes: Uint8Array): PdfReading {
  return withDocument(
    pdfium,
    bytes,
    file => readPdfiumPages(pdfium, file),
    fault => ({ refused: [fault] }),
  )
}

/** What is made of an open PDF, which is closed afterwards; else what is made of the reason why it cannot be opened. */
export function withDocument<Made>(
  { api }: Pdfium,
  bytes: Uint8Array,
  make: (file: number) => Made,
  refuse: (fault: PdfRefusal) => Made,
): Made {
  const memory = api.pdfium.wasmExports.malloc(bytes.length)
  if (memory === 0) return refuse(tooLarge)
  heapOf(api).set(bytes, memory)
  const file = api.FPDF_LoadMemDocument(memory, bytes.length, '')
  if (file === 0) return refuse(openFault(api.FPDF_GetLastError()))
  try {
    return make(file)
  } finally {
    api.FPDF_CloseDocument(file)
    api.pdfium.wasmExports.free(memory)
  }
}

const tooLarge: PdfRefusal = { rule: 'pdf-large', message: '太大，内存放不下，应按版分成几个 PDF' }

/** PDFium's FPDF_ERR_ codes. */
function openFault(code: number): PdfRefusal {
  if (code === 4) return { rule: 'pdf-encrypted', message: '有密码，应先去掉密码，另存为 PDF' }
  if (code === 5) return { rule: 'pdf-encrypted', message: '加密方式不能读，应另存为不加密的 PDF' }
  return { rule: 'pdf-broken', message: '打不开，文件不完整或已损坏，应重新下载或重新导出 PDF' }
}

function readPdfiumPages(pdfium: Pdfium, file: number): PdfReading {
  const count = pdfium.api.FPDF_GetPageCount(file)
  if (count === 0) return { refused: [{ rule: 'pdf-empty', message: '一页也没有，应是一版报纸的 PDF' }] }
  if (count > pdfBounds.pages) {
    const message = `有 ${count} 页，一次最多 ${pdfBounds.pages} 页，应按版或按期分成几个 PDF`
    return { refused: [{ rule: 'pdf-pages', message }] }
  }
  const pages: PdfPage[] = []
  const refused: PdfRefusal[] = []
  for (let index = 0; index < count; index++) {
    const page = readPdfiumPage(pdfium, file, index)
    if ('rule' in page) refused.push(page)
    else pages.push(page)
  }
  return refused.length > 0 ? { refused } : { pages }
}

function readPdfiumPage(pdfium: Pdfium, file: number, index: number): PdfPage | PdfRefusal {
  const { api } = pdfium
  const handle = api.FPDF_LoadPage(file, index)
  const number = index + 1
  if (handle === 0) return { rule: 'pdf-broken', message: '这一页打不开，应重新导出 PDF', page: number }
  try {
    const shown = geometryOf(pdfium, handle)
    const objects = readObjects(pdfium, handle, shown)
    if ('rule' in objects) return { ...objects, page: number }
    const ink = readInk(pdfium, handle, shown, objects.drawn)
    const glyphs = readGlyphs(pdfium, handle, shown, objects.drawn, ink)
    if ('rule' in glyphs) return { ...glyphs, page: number }
    const { width, height } = shown
    const { rules, areas, pictures, photographs } = objects
    const found = photographs.length > 0 && { photographs }
    return { number, width, height, glyphs: glyphs.glyphs, rules, areas, pictures, ...found }
  } finally {
    api.FPDF_ClosePage(handle)
  }
}

function geometryOf({ api, out }: Pdfium, page: number): PageGeometry {
  api.FPDF_GetPageBoundingBox(page, out)
  const [left = 0, top = 0, right = 0, bottom = 0] = floats(api, out, 4)
  const quarters = api.FPDFPage_GetRotation(page)
  const [wide, high] = [right - left, top - bottom]
  const [width, height] = quarters % 2 === 0 ? [wide, high] : [high, wide]
  const place = (x: number, y: number) => {
    const [across, down] = [x - left, top - y]
    if (quarters === 1) return { x: high - down, y: across }
    if (quarters === 2) return { x: wide - across, y: high - down }
    return quarters === 3 ? { x: down, y: wide - across } : { x: across, y: down }
  }
  return { width, height, quarters, place }
}
