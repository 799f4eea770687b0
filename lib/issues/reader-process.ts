// Reads PDF and Word files in a process of its own, so that a hostile or broken file costs bounded time and memory and nothing else.
import { spawn, spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { DocxReading } from '../import/readers/docx/convert'
import { type PdfReading, pdfBounds } from '../import/readers/pdf/page'

/** In a bundle all files are in one folder, and need no loader (lib/cli/start.mjs). */
const isBundled = !import.meta.url.endsWith('.ts')
const child = fileURLToPath(new URL(isBundled ? './reader-child.js' : './reader-child.ts', import.meta.url))
const loader = isBundled
  ? []
  : ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]

/** The child's own heap in MB. */
const heap = 1_500
const start = [`--max-old-space-size=${heap}`, ...loader, child]

/** What a file may print as JSON, in bytes: some 300 a glyph. */
const mostOutput = 1_500_000_000
/** A Word file of a page has some 20 KB; pictures make it larger. */
const docxBytes = 50_000_000

type Fault = { readonly rule: string; readonly message: string }

/** The pages of a PDF, or why it is not read. Never throws on what is in the file. */
export function readPdfApart(bytes: Uint8Array, seconds: number = pdfBounds.seconds): PdfReading {
  const read = readApart('pdf', bytes, pdfBounds.bytes, seconds)
  return 'rule' in read ? { refused: [read] } : (JSON.parse(read.json) as PdfReading)
}

/** The same of a Word file. */
export function readDocxApart(bytes: Uint8Array): DocxReading {
  const read = readApart('docx', bytes, docxBytes, pdfBounds.seconds)
  return 'rule' in read ? { refused: read } : (JSON.parse(read.json) as DocxReading)
}

const names = { pdf: 'PDF', docx: 'Word 文档' } as const

function readApart(
  kind: keyof typeof names,
  bytes: Uint8Array,
  most: number,
  seconds: number,
): { readonly json: string } | Fault {
  if (bytes.length > most) {
    const message = `超过 ${most / 1_000_000} MB，一个${names[kind]}最多这么大，应按版分成几个`
    return { rule: `${kind}-large`, message }
  }
  const run = spawnSync(process.execPath, [...start, kind], {
    input: bytes,
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: mostOutput,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  if (run.error && 'code' in run.error && run.error.code === 'ETIMEDOUT') {
    const message = `${seconds} 秒没有读完，可能损坏或有意为难，应重新导出${names[kind]}，或按版分开`
    return { rule: `${kind}-slow`, message }
  }
  if (run.status !== 0) {
    const message = `读取时出错，文件已损坏，或要的内存太多，应重新导出${names[kind]}，或按版分开`
    return { rule: `${kind}-broken`, message }
  }
  return { json: run.stdout.toString('utf8') }
}

/** How long a page may take to draw, in seconds, and how large its picture may be, in bytes. */
const drawn = { seconds: 60, bytes: 60_000_000 } as const

/** A page of a PDF (from 1) as a PNG file of that width in pixels; undefined where it cannot be drawn. */
export function drawPdfApart(
  bytes: Uint8Array,
  page: number,
  width: number,
): Promise<Uint8Array | undefined> {
  return new Promise(resolve => {
    const draw = spawn(process.execPath, [...start, 'draw', String(page), String(width)], {
      timeout: drawn.seconds * 1000,
      killSignal: 'SIGKILL',
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    const chunks: Buffer[] = []
    let length = 0
    draw.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > drawn.bytes) draw.kill('SIGKILL')
      else chunks.push(chunk)
    })
    draw.on('error', () => resolve(undefined))
    draw.on('close', code => resolve(code === 0 && length > 0 ? Buffer.concat(chunks) : undefined))
    // A child that ends before it has read everything is no fault of ours.
    draw.stdin.on('error', () => {})
    draw.stdin.end(bytes)
  })
}
