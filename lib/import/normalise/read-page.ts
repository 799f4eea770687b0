// The first stage: the text of a page to blocks, in normal form; see page.ts for what a reader hands on.
import type { Fault } from '../../format/characters'
import type { Guess } from '../edition/guess'
import { type Block, blockOf, type Line } from '../pipeline/blocks'
import { unwrapLines } from '../pipeline/unwrap'
import { glueMarks, glueUpright } from './glue'
import { type FormEvidence, isMixed, weighForm } from './line-form'
import { readLines } from './lines'
import type { Page } from './page'
import { findSideBySide } from './side-by-side'

/** Reads a decoded text dump (any line ends). */
export function readPage(text: string): Page {
  const all = readLines(text)
  const marks = glueMarks(all)
  const upright = glueUpright(marks.lines)
  const evidence = weighForm(upright.lines)
  return {
    form: evidence.form,
    blocks: blocksOf(upright.lines, evidence),
    leftOut: [],
    facts: { date: '', publication: '' },
    inked: new Set(all.map(({ number }) => number)),
    guesses: [...formGuesses(evidence), ...marks.guesses, ...upright.guesses],
    faults: [...findSideBySide(text), ...mixedFaults(upright.lines, evidence)],
  }
}

function blocksOf(lines: readonly Line[], { form, spacing }: FormEvidence): readonly Block[] {
  const near = (gap: number) => (form === 'printed' ? Math.max(0, gap - spacing) : Math.max(1, gap))
  const set = form === 'blocks' ? lines : lines.map(line => ({ ...line, gap: near(line.gap) }))
  return form === 'printed' ? unwrapLines(set) : set.map(blockOf)
}

/** How the lines were read, in words. */
function formGuesses(evidence: FormEvidence): readonly Guess[] {
  const { form, lines, widest, column, open, over, continued } = evidence
  const says = (risk: number, message: string): Guess[] => [{ kind: 'form', risk, lines: [], message }]
  if (form === 'blocks') return []
  if (form === 'paragraphs') return says(2, `按一行一段读：${lines} 行，最长 ${Math.ceil(widest)} 字`)
  const weak = open < 8 || over > 0.1 || continued < 0.4
  const read = `按印刷行读：${lines} 行，每行约 ${column} 字，${open} 行断在句中，接到下一行`
  return says(weak ? 8 : 5, weak ? `${read}；证据不强，段落请对照原文` : read)
}

/** Lines that do not go on one another are of several columns. */
function mixedFaults(lines: readonly Line[], evidence: FormEvidence): readonly Fault[] {
  const [first] = lines
  if (!first || !isMixed(evidence)) return []
  const message =
    `${evidence.open} 行断在句中，只有 ${Math.round(evidence.continued * evidence.open)} 行能接到下一行，` +
    '多半是左右几栏横着读在了一起：请按栏重新导出（pdftotext -raw 版面.pdf 版面.txt，不加 -layout），或逐栏复制'
  return [{ line: first.number, column: 1, rule: 'page-columns', message }]
}
