// Which lines of source.txt came from which of several files, as issue.md lists it.
import type { LineRange } from '../model/article'
import type { Rule } from './field-reader'

export type SourceFile = {
  readonly lines: LineRange
  /** The file's own name, without its folder. */
  readonly name: string
}

const shape = /^([1-9]\d{0,6})-([1-9]\d{0,6}) (\S.{0,199})$/u

/** The rule for an entry of the list: `1-45 一版.txt`. */
export const sourceFileRule: Rule = text => {
  const [, from = '', to = ''] = shape.exec(text) ?? []
  return from && Number(from) <= Number(to)
    ? undefined
    : {
        rule: 'files-format',
        message: `写的是“${text.slice(0, 40)}”，这一栏由导入程序填写，应如“1-45 一版.txt”`,
      }
}

/** Reads an entry that sourceFileRule accepts. */
export function readSourceFile(entry: string): SourceFile {
  const [, from = '0', to = '0', name = ''] = shape.exec(entry) ?? []
  return { lines: { from: Number(from), to: Number(to) }, name }
}

/** The entry of a list: readSourceFile(printSourceFile(one)) equals one. */
export const printSourceFile = ({ lines: { from, to }, name }: SourceFile) => `${from}-${to} ${name}`

/**
 * Several texts as one, a form feed before each but the first, as pdftotext parts pages; and which lines are whose.
 * In: decoded texts, their names without folders.
 */
export function joinTexts(texts: readonly { readonly name: string; readonly text: string }[]): {
  readonly text: string
  readonly files: readonly SourceFile[]
} {
  const files: SourceFile[] = []
  const lines: string[] = []
  texts.forEach(({ name, text }, at) => {
    const own = text.replace(/\n+$/, '').split('\n')
    const from = lines.length + 1
    lines.push(...own.map((line, index) => (at > 0 && index === 0 ? `\f${line}` : line)))
    files.push({ lines: { from, to: lines.length }, name: printable(name) })
  })
  return { text: `${lines.join('\n')}\n`, files }
}

/** A name of a file is anything; in issue.md it stands on one line, without what does not print. */
const printable = (name: string) =>
  [...name.replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, 200).join('') || '无名'
