// The first stage: the text of a page to blocks, in normal form; see page.ts for what a reader hands on.
import type { Fault } from '../../format/characters'
import type { LeftOut } from '../../format/left-out'
import { numbersIn } from '../../model/line-ranges'
import type { Guess } from '../edition/guess'
import { width } from '../language/measure'
import { measurePage } from '../language/page-statistics'
import { endsSentence } from '../language/sentence'
import { blockOf, type Line } from '../pipeline/blocks'
import { type Unwrapped, unwrapLines } from '../pipeline/unwrap'
import { changeGuesses } from './changes'
import { glueMarks, glueUpright } from './glue'
import { sortOutLines } from './left-out/leave-out'
import { takeMarkup } from './left-out/markup'
import { leaveOutRepeats } from './left-out/repeats'
import { joinTurns, takeTurns } from './left-out/turns'
import { type FormEvidence, findUnknownEnds, isMixed, weighForm } from './line-form'
import { readLines } from './lines'
import type { Page } from './page'
import { keepShortLines } from './short-lines'
import { findSideBySide } from './side-by-side'

/** Reads a decoded text dump (any line ends). */
export function readPage(text: string): Page {
  const all = readLines(text)
  const marks = glueMarks(all)
  const upright = glueUpright(marks.lines)
  const markup = takeMarkup(upright.lines)
  const sorted = sortOutLines(markup.lines)
  const turns = takeTurns(sorted.lines)
  const stretches = stretchesOf(turns.lines, sorted.lines)
  const unwrapped = stretches.map(({ lines, evidence }) => blocksOf(lines, evidence))
  const blocks = unwrapped.flatMap(one => one.blocks)
  const uncertain = unwrapped.flatMap(one => one.uncertain)
  const once = leaveOutRepeats(blocks)
  const stops = new Set(sorted.leftOut.flatMap(({ lines }) => numbersIn(lines)))
  const turned = joinTurns(once.blocks, turns, stops, measurePage(once.blocks))
  const short = keepShortLines(turned.blocks)
  return {
    form: stretches[0]?.evidence.form ?? 'blocks',
    blocks: short.blocks,
    leftOut: inOrder([
      ...markup.leftOut,
      ...sorted.leftOut,
      ...turns.leftOut,
      ...once.leftOut,
      ...turned.leftOut,
    ]),
    facts: sorted.facts,
    inked: new Set(all.map(({ number }) => number)),
    guesses: [
      ...stretches.flatMap(one => formGuesses(one, stretches.length > 1)),
      ...endGuesses(uncertain),
      ...sorted.guesses,
      ...once.guesses,
      ...turned.guesses,
      ...short.guesses,
      ...marks.guesses,
      ...upright.guesses,
      ...changeGuesses(text),
    ],
    faults: [
      ...htmlFaults(text),
      ...findSideBySide(text),
      ...stretches.flatMap(({ lines, evidence }) => mixedFaults(lines, evidence)),
      ...unwrapped.flatMap(endFaults),
    ],
  }
}

/** Lines that are read in one way, and why. */
type Stretch = { readonly lines: readonly Line[]; readonly evidence: FormEvidence }

/** A page of a file with fewer lines than this says too little about its form. */
const fewestLines = 8

/** The whole in one form; or, where the pages of a file are of different forms (several files in one), each in its own. */
function stretchesOf(lines: readonly Line[], before: readonly Line[]): readonly Stretch[] {
  const whole = weighForm(lines)
  const pageOf = new Map(before.map(({ number, page }) => [number, page]))
  const pages = [...new Set(pageOf.values())].map(page =>
    lines.filter(({ number }) => pageOf.get(number) === page),
  )
  const parts = pages.map((own): Stretch => {
    return { lines: own, evidence: own.length < fewestLines ? whole : weighForm(own) }
  })
  const forms = new Set(parts.map(({ evidence }) => evidence.form))
  return forms.size > 1 ? parts : [{ lines, evidence: whole }]
}

const inOrder = (list: readonly LeftOut[]) =>
  [...list].sort((a, b) => a.lines.from - b.lines.from || a.lines.to - b.lines.to)

function blocksOf(lines: readonly Line[], { form, spacing }: FormEvidence): Unwrapped {
  const known = { uncertain: [], gapless: false, regular: false }
  if (form === 'blocks') return { blocks: openPages(findSetIn(lines)).map(blockOf), ...known }
  if (form === 'paragraphs') {
    const set = openPages(findSetIn(lines))
    // One empty line parts blocks more than none does, and no more than several.
    const parted = (gap: number) => (gap === 0 ? 1 : Math.max(2, gap))
    const blocks = set.map(line => blockOf({ ...line, gap: parted(line.gap) }))
    const gapless = lines.every((line, at) => line.gap === 0 || line.page !== lines[at - 1]?.page)
    return { blocks, gapless, regular: true, uncertain: gapless ? findUnknownEnds(lines) : [] }
  }
  const set = lines.map(line => ({ ...line, gap: Math.max(0, line.gap - spacing) }))
  const read = unwrapLines(set)
  // Without an empty line anywhere, gaps say nothing, as in the other forms.
  return read.gapless ? { ...read, blocks: read.blocks.map(block => ({ ...block, gap: 1 })) } : read
}

/** From this share of the sentences on, first lines of paragraphs are set in on a page. */
const mostSetIn = 0.8

/** Which lines are set in, on a page where the first lines of paragraphs are. */
function findSetIn(lines: readonly Line[]): readonly Line[] {
  const sentences = lines.filter(({ text }) => endsSentence(text) && width(text) > 20)
  const shown = sentences.filter(({ indent }) => indent >= 1).length
  // A first line may have lost its white space where the text was cut out; one line that is not set in shows nothing.
  const plain = lines.filter(({ indent }) => indent < 1).length
  if (sentences.length === 0 || shown < mostSetIn * sentences.length || plain < 2) return lines
  return lines.map(line => ({ ...line, setIn: line.indent >= 1 }))
}

/** Another page of the file parts what stands on it from what stands before, like empty lines. */
function openPages(lines: readonly Line[]): readonly Line[] {
  return lines.map((line, at) => {
    const opens = at > 0 && line.page !== lines[at - 1]?.page
    return opens ? { ...line, gap: line.gap + pageGap } : line
  })
}

/** More empty lines than stand between the blocks of a page. */
const pageGap = 4

/** Where a line fills the column, only indents or short last lines show whether the paragraph ends as well. */
function endGuesses(uncertain: readonly number[]): readonly Guess[] {
  if (uncertain.length === 0) return []
  const message = `${uncertain.length} 处文字正好在行末收尾，是否另起一段只能从行长推断，请对照原文`
  return [{ kind: 'form', risk: 7, lines: uncertain.flatMap(line => [line, line + 1]), message }]
}

/** How many lines a refusal names. */
const named = 6

/** Without an empty line anywhere a paragraph that ends unseen may merge articles: such a page is refused. */
function endFaults({ uncertain, gapless, regular }: Unwrapped): readonly Fault[] {
  const [first] = uncertain
  if (!gapless || !regular || first === undefined) return []
  const more = uncertain.length > named ? `等 ${uncertain.length} 处` : ''
  const message =
    `第 ${uncertain.slice(0, named).join('、')} 行${more}正好排满一行，下一行是接着还是另起一段，没有空行和缩进可看：` +
    '有 PDF 就直接导入 PDF；或从 Word、网页重新取出，一行一段（Word 另存为纯文本）；或在文中另起一段的地方空一行；' +
    '或加 --allow page-line-ends 照行长推断，再看存疑'
  return [{ line: first, column: 1, rule: 'page-line-ends', message }]
}

/** How the lines were read, in words. */
function formGuesses(stretch: Stretch, isPart: boolean): readonly Guess[] {
  const { form, lines, widest, column, open, over, continued } = stretch.evidence
  const where = isPart ? stretch.lines.map(({ number }) => number) : []
  const says = (risk: number, message: string): Guess[] => [{ kind: 'form', risk, lines: where, message }]
  if (form === 'blocks') return []
  if (form === 'paragraphs') return says(2, `按一行一段读：${lines} 行，最长 ${Math.ceil(widest)} 字`)
  const weak = open < 8 || over > 0.1 || continued < 0.4
  const read = `按印刷行读：${lines} 行，每行约 ${column} 字，${open} 行断在句中，接到下一行`
  return says(weak ? 8 : 5, weak ? `${read}；证据不强，段落请对照原文` : read)
}

const tag = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?>/giu
/** From so many tags a text is the source of a web page. */
const fewestTags = 5

function htmlFaults(text: string): readonly Fault[] {
  if ((text.match(tag) ?? []).length < fewestTags) return []
  const line = text.slice(0, text.search(tag)).split('\n').length
  const message =
    '是网页的源代码（HTML），不是文字：请把文件名改成 .html 再导入，或用浏览器打开，复制文字存为 .txt 再导入'
  return [{ line, column: 1, rule: 'page-html', message }]
}

/** Lines that do not go on one another are of several columns. */
function mixedFaults(lines: readonly Line[], evidence: FormEvidence): readonly Fault[] {
  const [first] = lines
  if (!first || !isMixed(evidence)) return []
  const message =
    `${evidence.open} 行断在句中，只有 ${Math.round(evidence.continued * evidence.open)} 行能接到下一行，` +
    '多半是左右几栏横着读在了一起：有 PDF 就直接导入 PDF；否则按栏重新导出（pdftotext -raw 版面.pdf 版面.txt，不加 -layout），或逐栏复制'
  return [{ line: first.number, column: 1, rule: 'page-columns', message }]
}
