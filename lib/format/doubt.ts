// Doubt: a guess of the importer, with its evidence, as data. It travels with the content in issue.md.
import { type LineRange, printNumber } from '../model/article'

const doubtKinds = [
  'edit',
  'form',
  'left-out',
  'sense',
  'half',
  'caption',
  'credit',
  'label',
  'topic',
  'rotated',
  'moved',
  'section',
  'headings',
  'title',
  'slip',
  'place',
  'join',
  'byline',
  'name',
  'open',
] as const
export type DoubtKind = (typeof doubtKinds)[number]

export type Doubt = {
  /** Number of the item in the issue, from 1; 0 for the page as a whole. */
  readonly item: number
  /** Where to look in source.txt. */
  readonly lines: readonly LineRange[]
  readonly kind: DoubtKind
  /** How likely and how harmful a wrong guess would be: 1 (a note) to 9 (look at it first). */
  readonly risk: number
  /** Chinese: what was guessed, and on what evidence. */
  readonly message: string
}

/** Item by item, the riskiest first, then in the order of the page. */
export function sortDoubts(doubts: readonly Doubt[]): readonly Doubt[] {
  return [...doubts].sort((a, b) => a.item - b.item || b.risk - a.risk || firstLine(a) - firstLine(b))
}

/** From this risk on a doubt may hide text that is lost, doubled or of another article. */
const graveRisk = 7
/** Up to this risk a doubt is a note: a good join, a region that the text names. */
const routineRisk = 2
/** So many doubts come first. */
const mostFirst = 3

/** Whether a doubt is but a note. */
export const isRoutine = ({ risk }: Doubt): boolean => risk <= routineRisk

/** The doubts of a whole page that need eyes before all others: the gravest, at most three, those of one risk in the order given. */
export function firstDoubts(doubts: readonly Doubt[]): readonly Doubt[] {
  const grave = doubts.filter(({ risk }) => risk >= graveRisk)
  return [...grave].sort((a, b) => b.risk - a.risk).slice(0, mostFirst)
}

/** The heading in issue.md of the doubts that come first; each begins with the number of its item. */
export const firstHeading = '先看'

/** A doubt among those of the whole page: 03 第39行：…… */
export const showWithItem = (doubt: Doubt): string =>
  doubt.item > 0 ? `${printNumber(doubt.item)} ${showDoubt(doubt)}` : showDoubt(doubt)

/** “第87、89行”, “第101–109行”. */
export function showLines(lines: readonly LineRange[]): string {
  const ranges = lines.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
  return `第${ranges.join('、')}行`
}

/** One line for an editor: 第87、89行：跨栏断开的一段已接上…… */
export function showDoubt(doubt: Doubt): string {
  return doubt.lines.length > 0 ? `${showLines(doubt.lines)}：${doubt.message}` : doubt.message
}

function firstLine(doubt: Doubt): number {
  return doubt.lines[0]?.from ?? 0
}

/** The heading in issue.md under which text stands that no item has: it is decided, not doubted. */
export const leftOutHeading = '未收'

/** What issue.md says when there is no doubt. */
export const noDoubts = '没有存疑。'

/** How many doubts the body of an issue.md lists: its paragraphs, but for those under the heading of what was left out. */
export function countDoubts(markdown: string): number {
  let heading = ''
  let count = 0
  for (const paragraph of markdown.split(/\n{2,}/)) {
    if (paragraph.startsWith('## ')) heading = paragraph.slice(3).trim()
    else if (paragraph.trim() && paragraph.trim() !== noDoubts && heading !== leftOutHeading) count += 1
  }
  return count
}
