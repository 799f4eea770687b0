// Reads PDFs in a process of its own, so that a hostile or broken file costs bounded time and memory and nothing else.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type PdfReading, pdfBounds } from '../import/readers/pdf/page'

const child = fileURLToPath(new URL('./pdf-child.ts', import.meta.url))
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/** What a page may print as JSON, in bytes: some 300 a glyph. */
const mostOutput = 1_500_000_000
/** The child's own heap in MB. */
const heap = 1_500

const refused = (rule: string, message: string): PdfReading => ({ refused: [{ rule, message }] })

/** The pages of a PDF, or why it is not read. Never throws on what is in the file. */
export function readPdfApart(bytes: Uint8Array, seconds: number = pdfBounds.seconds): PdfReading {
  if (bytes.length > pdfBounds.bytes) return refused('pdf-large', largeSays(bytes.length))
  const run = spawnSync(process.execPath, [`--max-old-space-size=${heap}`, '--import', loader, child], {
    input: bytes,
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: mostOutput,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  if (run.error && 'code' in run.error && run.error.code === 'ETIMEDOUT') {
    return refused('pdf-slow', `${seconds} 秒没有读完，可能损坏或有意为难，应重新导出 PDF，或按版分开`)
  }
  if (run.status !== 0) {
    return refused('pdf-broken', '读取时出错，文件已损坏，或要的内存太多，应重新导出 PDF，或按版分开')
  }
  return JSON.parse(run.stdout.toString('utf8')) as PdfReading
}

const largeSays = (bytes: number) =>
  `有 ${Math.ceil(bytes / 1_000_000)} MB，一个 PDF 最多 ${pdfBounds.bytes / 1_000_000} MB，应按版分成几个`
