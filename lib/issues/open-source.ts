// The doors of an import: the bytes of a page's files, whatever they are, to the text of source.txt and what is read from it.
import { decode } from '../format/decode'
import { isMarkdown } from '../import/readers/markdown/read-markdown'
import type { Problem } from '../model/problem'
import { openDocx, openHtml, openPdfs } from './open-documents'
import { openMarkdown, openText, openTexts } from './open-texts'
import type { GivenFile, Source } from './source'

type Kind = 'text' | 'pdf' | 'html' | 'docx' | 'markdown'

/** By the first bytes: names say little. A PDF may have rubbish before its mark; a Word file is a zip with this entry. */
function kindOf({ file, bytes }: GivenFile): Kind {
  const latin = (from: number, to: number) => new TextDecoder('latin1').decode(bytes.subarray(from, to))
  const head = latin(0, 1024)
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith('PK\x03\x04')) return isDocx(bytes) ? 'docx' : 'text'
  const text = head.replaceAll('\0', '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
  return /^\s*(?:<!--[\s\S]{0,900}?-->\s*)*<(?:!doctype html|html|head|body|\?xml[^>]*>\s*<(?:!doctype html|html))/i.test(
    text,
  )
    ? 'html'
    : textKind(file, bytes)
}

function textKind(file: string, bytes: Uint8Array): Kind {
  const page = decode(bytes)
  return 'text' in page && isMarkdown(page.text, file) ? 'markdown' : 'text'
}

/** Names of a zip's entries stand at its end, uncompressed. */
function isDocx(bytes: Uint8Array): boolean {
  const name = 'word/document.xml'
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'latin1')
}

const names: Readonly<Record<Kind, string>> = {
  ...{ text: '文本', pdf: 'PDF', html: '网页', docx: 'Word 文档' },
  markdown: 'Markdown',
}

/** Opens the files of one issue, all of one kind; problems, all at once, when one of them cannot be read. */
export function openSource(parts: readonly GivenFile[]): Source | Problem[] {
  const [first, second] = parts
  if (!first) return []
  const kind = kindOf(first)
  const other = parts.find(part => kindOf(part) !== kind)
  if (other) {
    const message = `是${names[kindOf(other)]}，同一期的${first.file}是${names[kind]}，一期的文件应是一类，应分开导入`
    return [{ file: other.file, line: 1, rule: 'page-kinds', message }]
  }
  if (kind === 'pdf') return openPdfs(parts)
  if (kind === 'html') return openHtml(parts)
  if (kind === 'markdown') return openMarkdown(parts)
  if (kind === 'text' && second) return openTexts(parts)
  if (second) {
    const message = `一期的${names[kind]}应合为一个文件，或去掉 --issue，各成一期`
    return [{ file: second.file, line: 1, rule: 'page-kinds', message }]
  }
  return kind === 'docx' ? openDocx(first) : openText(first)
}
