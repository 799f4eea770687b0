// Runs of short lines: verse, lists, rolls and tables keep their lines; a head has never more than five.
import { type Guess, quote } from '../edition/guess'
import { readBareNames, readByline } from '../language/bylines'
import { readDateline } from '../language/datelines'
import { width } from '../language/measure'
import type { Block } from '../pipeline/blocks'
import { isTipLabel } from '../pipeline/roles'

/** Headings, kicker, label, byline of one article: no newspaper stacks more. */
const longestHead = 5
/** In ems: a verse with its comma, an entry with a name and an office. */
const widestEntry = 30

type Run = { readonly from: number; readonly to: number }

/** Marks the lines of verse, lists and rolls as text that keeps its lines. */
export function keepShortLines(blocks: readonly Block[]): {
  readonly blocks: readonly Block[]
  readonly guesses: readonly Guess[]
} {
  const kept = new Set<number>()
  const guesses = runsOf(blocks).flatMap((run): Guess[] => {
    const from = afterHead(blocks, run)
    const to = beforeHead(blocks, run, from)
    if (to - from < longestHead) return []
    for (let at = from; at < to; at++) kept.add(at)
    const lines = blocks.slice(from, to).flatMap(block => block.lines)
    const head = blocks[from - 1]
    const next = blocks[to]
    const around = [
      head && run.from < from ? `其上${quote(head.text, 16)}不在内` : '',
      next && to < run.to ? `其下${quote(next.text, 16)}作下一篇的标题` : '',
    ]
    const message = [
      `连着 ${to - from} 个短行按诗行、名单或表格读，一行一段`,
      ...around.filter(Boolean),
    ].join('，')
    return [{ kind: 'form', risk: 6, lines, message }]
  })
  const marked = blocks.map((block, at) => (kept.has(at) ? { ...block, hint: 'line' as const } : block))
  return { blocks: marked, guesses }
}

/** Runs of short blocks with more of them than a head has. */
function runsOf(blocks: readonly Block[]): readonly Run[] {
  const runs: Run[] = []
  for (let from = 0; from < blocks.length; from++) {
    let to = from
    while (to < blocks.length && isShort(blocks[to])) to++
    const entries = blocks.slice(from, to).filter(block => !readByline(block.folded)).length
    if (entries > longestHead) runs.push({ from, to })
    from = Math.max(from, to)
  }
  return runs
}

function isShort(block: Block | undefined): boolean {
  if (!block || block.hint === 'heading' || width(block.text) > widestEntry) return false
  if (isTipLabel(block.folded) || readDateline(block.text)) return false
  const marks = block.folded.match(/[，,。；;！!？?]/gu)?.length ?? 0
  return width(block.text) <= 14 || marks <= 1
}

const announces = /(?:名单|如下|以下|获奖|名次|入选|目录|一览|分别是|包括)/u

/** Where the entries begin: at a line that announces them, after title and byline, or after the title. */
function afterHead(blocks: readonly Block[], { from, to }: Run): number {
  for (let at = from; at < Math.min(from + 3, to); at++) {
    if (/[:：]$/u.test(blocks[at]?.text ?? '')) return at
  }
  const near = Math.min(from + longestHead, to)
  for (let at = near - 1; at > from; at--) if (isSigned(blocks[at])) return at + 1
  const before = blocks[from - 1]
  const named = blocks[from + 1]
  if (named && width(named.text) <= 4 && readBareNames(named.text)) return from + 2
  const listed = before && (/[:：]$/u.test(before.text) || announces.test(before.text.slice(-40)))
  return listed ? from : from + 1
}

const isSigned = (block: Block | undefined) => block !== undefined && readByline(block.folded) !== undefined

/** Where the entries end: before the head of the article that follows, if one does. */
function beforeHead(blocks: readonly Block[], { from, to }: Run, first: number): number {
  if (to === blocks.length) return to
  for (let at = to - 1; at >= Math.max(from, to - longestHead); at--) {
    const signature = /^[(（].*[)）]$/u.test(blocks[at]?.text ?? '')
    if (signature && at >= first) return at === to - 1 ? at : at + 1
  }
  const head = isSigned(blocks[to - 1]) ? 2 : 1
  return Math.max(first, to - head - (isKicker(blocks, first, to - head - 1) ? 1 : 0))
}

/** A line above a title that is unlike the entries before it: longer, and not made of words and names in a row as they are. */
function isKicker(blocks: readonly Block[], first: number, at: number): boolean {
  const widths = blocks.slice(first, at).map(block => width(block.text))
  const usual = [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0
  const text = blocks[at]?.text ?? ''
  const inRow = / /.test(text) && / /.test(blocks[at - 1]?.text ?? '')
  return !inRow && width(text) > 10 && width(text) > 1.5 * usual
}
