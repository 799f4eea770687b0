// Columns that stood side by side in a text and were parted: which lines, into how many, as issue.md lists it.
import type { LineRange } from '../model/article'
import type { Rule } from './field-reader'

/** Lines of the text as it was given; in source.txt those of the first column stand first, then those of the next. */
export type PartedColumns = { readonly lines: LineRange; readonly columns: number }

/** The name of the text as it was given, beside source.txt. */
export const columnsName = 'source-columns.txt'

const shape = /^([1-9]\d{0,6})-([1-9]\d{0,6}) ([2-9])$/u

/** The rule for an entry of the list: `3-40 2`. */
export const partedColumnsRule: Rule = text => {
  const [, from = '', to = ''] = shape.exec(text) ?? []
  return from && Number(from) <= Number(to)
    ? undefined
    : {
        rule: 'columns-format',
        message: `写的是“${text.slice(0, 40)}”，这一栏由导入程序填写，应是行号和栏数，如“3-40 2”`,
      }
}

/** Reads an entry that partedColumnsRule accepts. */
export function readPartedColumns(entry: string): PartedColumns {
  const [, from = '0', to = '0', columns = '0'] = shape.exec(entry) ?? []
  return { lines: { from: Number(from), to: Number(to) }, columns: Number(columns) }
}

/** The entry of a list: readPartedColumns(printPartedColumns(one)) equals one. */
export const printPartedColumns = ({ lines: { from, to }, columns }: PartedColumns) =>
  `${from}-${to} ${columns}`
