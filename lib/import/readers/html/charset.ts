// The bytes of a saved web page → its text: byte order mark, what the page says of itself, else what the bytes can be.
import type { Fault } from '../../../format/characters'

/** The first bytes in which a page says its encoding (HTML standard: 1024; saved pages put comments before it). */
const headBytes = 4096

/** Names that the standard's decoder takes for what Chinese pages mean by them. */
const meant: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'big5-hkscs': 'big5',
  utf8: 'utf-8',
}

/** Decodes a page, or says why not. A page that says one encoding and is in another is read as what fits. */
export function decodeHtml(
  bytes: Uint8Array,
): { readonly text: string; readonly encoding: string } | Fault[] {
  const said = markOf(bytes) ?? metaOf(bytes)
  const candidates = [...new Set([said, 'utf-8', 'gb18030', 'big5'])].filter(one => one !== undefined)
  for (const encoding of candidates) {
    const text = attempt(bytes, encoding)
    if (text !== undefined) return { text: text.replace(/^\ufeff/, ''), encoding }
  }
  const message = '网页的编码认不出，应在浏览器里另存为“网页，全部”，编码选 UTF-8'
  return [{ line: 1, column: 1, rule: 'encoding-unknown', message }]
}

function markOf(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined
}

function metaOf(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes))
  const name =
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})|<\?xml[^>]{0,200}encoding=["']([\w-]{2,20})/i.exec(
      head,
    )
  const label = (name?.[1] ?? name?.[2])?.toLowerCase()
  return label === undefined ? undefined : (meant[label] ?? label)
}

function attempt(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
