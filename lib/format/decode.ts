// The door for page dumps: bytes in, text out, or why not. Says which encoding it was, and guesses nothing else.
import { badCharacters, type Fault, lineAndColumn } from './characters'

export type Decoded = {
  /** Line ends are `\n`, whatever they were; lines are numbered as in the file. No byte order mark in front; form feeds
   * stay, where pdftotext ends a page. */
  readonly text: string
  readonly encoding: 'UTF-8' | 'UTF-8 BOM' | 'GB18030' | 'Big5' | 'UTF-16LE' | 'UTF-16BE'
  readonly lineEnds: 'LF' | 'CRLF' | 'CR'
}

/** A page of a broadsheet is some 20 KB; a whole issue of 24 pages stays below this. Bytes, and characters a line. */
export const pageBounds = { bytes: 2_000_000, line: 20_000 } as const

/** Reads the bytes of a dump. Everything that is not the text of a page is refused, all faults at once. */
export function decode(bytes: Uint8Array): Decoded | Fault[] {
  const foreign = sizeFault(bytes) ?? formatFault(bytes)
  if (foreign) return [{ line: 1, column: 1, ...foreign }]
  const read = readUtf16(bytes) ?? readUtf8(bytes) ?? readGb18030(bytes) ?? readBig5(bytes)
  if (!read) return [strayByte(bytes)]
  const lineEnds = read.text.includes('\r\n') ? 'CRLF' : read.text.includes('\r') ? 'CR' : 'LF'
  const text = read.text.replace(/\r\n?/g, '\n')
  const faults = withInvisible([...badCharacters(text.replace(harmless, ' ')), ...longLines(text)], text)
  if (text.trim() === '') return [{ line: 1, column: 1, rule: 'page-empty', message: emptySays }]
  return faults.length > 0 ? faults : { text, encoding: read.encoding, lineEnds }
}

/** What no file of ours may hold and a dump may: page ends, and byte order marks of files put together. */
const harmless = /[\f\ufeff]/gu

/** A refusal for private-use characters says as well what an import takes away by itself. */
function withInvisible(faults: readonly Fault[], text: string): Fault[] {
  const names = [...new Set(text.match(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu))].map(
    one => `U+${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
  const at = faults.findIndex(({ rule }) => rule === 'character-private')
  if (at < 0 || names.length === 0) return [...faults]
  const more = `；隐形字符 ${names.join('、')} 导入时自动删去，不用管`
  return faults.map((fault, index) => (index === at ? { ...fault, message: fault.message + more } : fault))
}

type Refusal = { readonly rule: string; readonly message: string }

const emptySays = '是空文件，应是一版报纸的文字'

function sizeFault(bytes: Uint8Array): Refusal | undefined {
  if (bytes.length === 0) return { rule: 'page-empty', message: emptySays }
  if (bytes.length <= pageBounds.bytes) return undefined
  const message = `有 ${bytes.length} 字节，一版最多 ${pageBounds.bytes} 字节，应按版分成几个文件`
  return { rule: 'page-large', message }
}

/** First bytes of what is often named .txt by mistake. */
const formats: readonly (readonly [name: string, start: string])[] = [
  ['PDF', '%PDF'],
  ['PNG 图片', '\x89PNG'],
  ['JPEG 图片', '\xff\xd8\xff'],
  ['GIF 图片', 'GIF8'],
  ['BMP 图片', 'BM'],
  ['TIFF 图片', 'II*\0'],
  ['TIFF 图片', 'MM\0*'],
  ['WebP 图片', 'RIFF'],
  ['ZIP 压缩包（docx、ofd 也是）', 'PK\x03\x04'],
  ['旧版 Word 文档', '\xd0\xcf\x11\xe0'],
  ['RTF 文档', '{\\rtf'],
  ['gzip 压缩包', '\x1f\x8b'],
  ['7z 压缩包', '7z\xbc\xaf'],
  ['RAR 压缩包', 'Rar!'],
]

function formatFault(bytes: Uint8Array): Refusal | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  const found = formats.find(([, start]) => head.startsWith(start))
  if (found && (found[1].length > 2 || isBinary(bytes))) {
    return { rule: 'page-format', message: `是${found[0]}，应是纯文本：先导出文字，再导入` }
  }
  const utf32 = head.startsWith('\xff\xfe\0\0') || head.startsWith('\0\0\xfe\xff')
  return utf32 ? { rule: 'encoding-utf32', message: '是 UTF-32 编码，应另存为 UTF-8' } : undefined
}

/** UTF-16 by its mark, or by zeros in every second byte; what it cannot decode is left to the others to refuse. */
function readUtf16(bytes: Uint8Array): { text: string; encoding: Decoded['encoding'] } | undefined {
  const [first = 0, second = 0] = bytes
  const little = (first === 0xff && second === 0xfe) || zeroSide(bytes) === 1
  const big = (first === 0xfe && second === 0xff) || zeroSide(bytes) === 0
  if (!little && !big) return undefined
  const text = attempt(little ? readers.utf16le : readers.utf16be, bytes)
  const encoding = little ? 'UTF-16LE' : 'UTF-16BE'
  return text === undefined ? undefined : { text: text.replace(/^\ufeff/u, ''), encoding }
}

/** Every second byte zero: UTF-16 without a mark, of text that is partly ASCII. The side: 0 big, 1 little, undefined none. */
function zeroSide(bytes: Uint8Array): 0 | 1 | undefined {
  const head = bytes.subarray(0, 4096)
  const zeros = [0, 1].map(odd => head.filter((byte, index) => byte === 0 && index % 2 === odd).length)
  const [even = 0, odd = 0] = zeros
  const [most, least] = [Math.max(even, odd), Math.min(even, odd)]
  if (most <= 1 || most <= head.length / 16 || least >= most / 4) return undefined
  return even > odd ? 0 : 1
}

const isBinary = (bytes: Uint8Array) => bytes.subarray(0, 64).includes(0)

const readers = {
  utf8: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }),
  gb18030: new TextDecoder('gb18030', { fatal: true }),
  big5: new TextDecoder('big5', { fatal: true }),
  utf16le: new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true }),
  utf16be: new TextDecoder('utf-16be', { fatal: true, ignoreBOM: true }),
  loose: new TextDecoder('utf-8'),
}

function attempt(reader: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return reader.decode(bytes)
  } catch {
    return undefined
  }
}

function readUtf8(bytes: Uint8Array): { text: string; encoding: Decoded['encoding'] } | undefined {
  const text = attempt(readers.utf8, bytes)
  if (text === undefined) return undefined
  return text.startsWith('\ufeff')
    ? { text: text.slice(1), encoding: 'UTF-8 BOM' }
    : { text, encoding: 'UTF-8' }
}

/** GB18030 gives a meaning to most bytes, so the text must also look Chinese: Big5 and broken UTF-8 do not. */
function readGb18030(bytes: Uint8Array): { text: string; encoding: Decoded['encoding'] } | undefined {
  const text = commonShare(bytes) < 0.9 ? undefined : attempt(readers.gb18030, bytes)
  return text === undefined ? undefined : { text, encoding: 'GB18030' }
}

/** Big5 the same: most characters are in its rows of marks (A1–A3) and of frequent characters (A4–C6). */
function readBig5(bytes: Uint8Array): { text: string; encoding: Decoded['encoding'] } | undefined {
  let [all, common] = [0, 0]
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    all += 1
    if (lead >= 0xa1 && lead <= 0xc6) common += 1
    at += 1
  }
  const text = all === 0 || common < 0.9 * all ? undefined : attempt(readers.big5, bytes)
  const marked = text !== undefined && /[，。、：；「」]/u.test(text)
  return text !== undefined && marked ? { text, encoding: 'Big5' } : undefined
}

/**
 * Of the two-byte characters, the share in GB 2312's rows of marks (1–9) and common characters (16–55): 0.99 and more
 * in ten newspaper pages; the same pages in UTF-8, Big5, EUC-KR or Shift JIS, read as this one, 0.42 and less.
 */
function commonShare(bytes: Uint8Array): number {
  let [all, common] = [0, 0]
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    const usual = (lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xd7)
    all += 1
    if (usual && trail >= 0xa1) common += 1
    at += 1
  }
  return all === 0 ? 0 : common / all
}

function strayByte(bytes: Uint8Array): Fault {
  const text = readers.loose.decode(bytes).replace(/\r\n?/g, '\n')
  const message = '不是 UTF-8、GB18030、Big5 或 UTF-16 编码，应另存为 UTF-8'
  return { ...lineAndColumn(text, Math.max(text.indexOf('\ufffd'), 0)), rule: 'encoding-unknown', message }
}

function longLines(text: string): Fault[] {
  return text.split('\n').flatMap((line, index): Fault[] => {
    if (line.length <= pageBounds.line) return []
    const message = `一行有 ${line.length} 字，最多 ${pageBounds.line} 字，应按段分行`
    return [{ line: index + 1, column: 1, rule: 'page-line-long', message }]
  })
}
