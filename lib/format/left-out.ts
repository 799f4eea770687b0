// Text of a page that belongs to no article, as issue.md lists it: which lines, by which rule.
import type { LineRange } from '../model/article'
import type { Rule } from './field-reader'

export type LeftOut = {
  readonly lines: LineRange
  /** Chinese: the rule by which the importer left it out, or an editor's own reason. */
  readonly reason: string
  /** Only these words of the one line, as printed; empty for whole lines. */
  readonly text: string
}

const shape = /^([1-9]\d{0,6})(?:-([1-9]\d{0,6}))? ([^：\s][^：]{0,19})(?:：(.{1,200}))?$/u

/** The rule for an entry of the list: `1-3 报眉`, `5 转版标记：（下转第2版）`. */
export const leftOutRule: Rule = text => {
  const [, from = '', to = from, , part] = shape.exec(text) ?? []
  const says = (what: string) => ({
    rule: 'left-out-format',
    message: `写的是“${text.slice(0, 40)}”，${what}`,
  })
  if (!from) return says('应为行号和理由，如“1-3 报眉”，或“5 转版标记：（下转第2版）”')
  if (Number(to) < Number(from)) return says('行号应从小到大')
  return part && from !== to ? says('只去掉几个字时，行号应只写一行') : undefined
}

/** Reads an entry that leftOutRule accepts. */
export function readLeftOut(entry: string): LeftOut {
  const [, from = '0', to = from, reason = '', text = ''] = shape.exec(entry) ?? []
  return { lines: { from: Number(from), to: Number(to) }, reason, text }
}

/** The entry of a list: readLeftOut(printLeftOut(one)) equals one. */
export function printLeftOut({ lines: { from, to }, reason, text }: LeftOut): string {
  return `${from === to ? from : `${from}-${to}`} ${reason}${text ? `：${text}` : ''}`
}
