// The text of a file of content/, and what is wrong with a file as a whole.
import { readFileSync } from 'node:fs'
import type { Problem } from '../model/problem'

/** A problem of a file that no line of it has. */
export const wholeFile = (file: string, rule: string, message: string): Problem => ({
  file,
  line: 1,
  rule,
  message,
})

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of a file, which must be UTF-8: GBK and UTF-16 would otherwise be read as rubbish without a word. */
export function readText(file: string): string | Problem[] {
  try {
    return utf8.decode(readFileSync(file))
  } catch {
    return [wholeFile(file, 'encoding', '不是 UTF-8 编码，或不能读取，应另存为 UTF-8')]
  }
}
