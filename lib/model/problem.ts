// Problem: something wrong with content or input, as data. Wrong content is a value; only wrong code throws.
import { byCodeUnit } from './order'

export type Problem = {
  /** Path as the editor knows it, relative to where the command runs. */
  readonly file: string
  /** 1-based. */
  readonly line: number
  readonly column?: number
  /** Kebab-case name of the rule that was broken; stable, tests rely on it. */
  readonly rule: string
  /** Chinese: what was found and what was expected. */
  readonly message: string
}

/**
 * One line per problem, in the order of file, line and column:
 * `content/gh202411/03.md:4:11 province-unknown 写的是“山西省会”，应为省级行政区简称，如“山西”`
 */
export function formatProblems(problems: readonly Problem[]): string {
  return [...problems].sort(byPlace).map(formatProblem).join('\n')
}

function formatProblem({ file, line, column, rule, message }: Problem): string {
  return `${[file, line, ...(column === undefined ? [] : [column])].join(':')} ${rule} ${message}`
}

function byPlace(a: Problem, b: Problem): number {
  return byCodeUnit(a.file, b.file) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0)
}

/** A text for a message: at most so many of its characters, and then …. */
export function shorten(text: string, most = 20): string {
  const characters = [...text]
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text
}
