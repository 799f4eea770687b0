// Stage 3, roles → items: photo items are taken out, the rest is divided at heading runs into articles as printed.

import { type Guess, quote } from '../edition/guess'
import { readBareNames } from '../language/bylines'
import { labelScore } from '../language/column-label'
import { width } from '../language/measure'
import { kinship, type PageStatistics } from '../language/page-statistics'
import { mayStop } from '../language/sentence'
import type { Block } from './blocks'
import type { Item, RunningBlock } from './item'
import { takePhotos } from './photos'
import type { ClassifiedBlock } from './roles'
import { readRun } from './runs'

/** Items in the order in which they begin on the page; articles are still as the columns have them. */
export function divideItems(casts: readonly ClassifiedBlock[], page: PageStatistics): readonly Item[] {
  const { photos, mainText } = takePhotos(casts, page.gap)
  return [...photos, ...divideText(mainText, page)].sort((a, b) => a.start - b.start)
}

type Draft = {
  headings: Block[]
  bylines: Block[]
  tipLabel: Block | undefined
  tip: Block[]
  pieces: RunningBlock[]
  inlineCredits: { block: Block; after: number }[]
  guesses: Guess[]
}

const emptyDraft = (): Draft => ({
  headings: [],
  bylines: [],
  tipLabel: undefined,
  tip: [],
  pieces: [],
  inlineCredits: [],
  guesses: [],
})

function divideText(mainText: readonly ClassifiedBlock[], page: PageStatistics): readonly Item[] {
  const items: Draft[] = []
  let draft = emptyDraft()
  const begin = () => {
    if (blocksOfDraft(draft).length > 0) items.push(draft)
    draft = emptyDraft()
  }
  for (let at = 0; at < mainText.length; ) {
    const end = endOfRun(mainText, at)
    if (end === at) {
      const cast = mainText[at]
      if (cast) {
        if (cast.dateline && draft.pieces.length > 0 && !cutsIn(mainText, at)) begin()
        draft.pieces.push({ block: cast.block, subheading: false })
      }
      at++
      continue
    }
    at = takeRun(mainText, at, end, page, () => draft, begin)
  }
  begin()
  return items.map(finish)
}

/** A dateline amid text opens an article without headings, unless the text before it is loose: a rotated article. */
function cutsIn(mainText: readonly ClassifiedBlock[], at: number): boolean {
  const before = mainText[at - 1]
  return before !== undefined && before.role === 'body' && !/[。！？!?…][”’)]*$/u.test(before.block.folded)
}

function finish(draft: Draft): Item {
  return { kind: 'article', ...draft, start: Math.min(...blocksOfDraft(draft).flatMap(block => block.lines)) }
}

function blocksOfDraft(draft: Draft): readonly Block[] {
  const { headings, bylines, tipLabel, tip, pieces, inlineCredits } = draft
  return [
    ...headings,
    ...bylines,
    ...(tipLabel ? [tipLabel] : []),
    ...tip,
    ...[...pieces, ...inlineCredits].map(one => one.block),
  ]
}

/** One past the last of the lines that are no running text; the text of a tip belongs to them. */
function endOfRun(mainText: readonly ClassifiedBlock[], from: number): number {
  let at = from
  while (at < mainText.length && mainText[at]?.role !== 'body') {
    const label = mainText[at]?.role === 'tip-label'
    at++
    if (label) at = endOfTip(mainText, at)
  }
  return at
}

/** A tip is one paragraph; where a column cuts it, the parts go together as long as no sentence ends. */
function endOfTip(mainText: readonly ClassifiedBlock[], from: number): number {
  let at = from
  while (
    at < from + mostTipParts &&
    (mainText[at]?.role === 'body' || (at === from && mainText[at]?.role === 'short'))
  ) {
    const next = mainText[at + 1]?.block.folded ?? ''
    at++
    if (mayStop(mainText[at - 1]?.block.folded ?? '', next)) break
  }
  return at
}

/** Into so many parts columns cut a tip. */
const mostTipParts = 3

/** Puts the lines of the run where its best reading has them; gives the place after it. */
function takeRun(
  mainText: readonly ClassifiedBlock[],
  from: number,
  end: number,
  page: PageStatistics,
  current: () => Draft,
  begin: () => void,
): number {
  const { pieces, headings } = current()
  const run = mainText.slice(from, end)
  const { above, guesses } = readRun({ mainText, from, end, pieces, headings }, page)
  above.forEach((role, at) => {
    const block = run[at]?.block
    if (block && role === 'credit') keepInline(block, current())
    else if (block) current().pieces.push({ block, subheading: role === 'subheading' })
  })
  const all = run.slice(above.length)
  if (all.length > 0 && pieces.length > 0) begin()
  const stray = strayHeadings(all, mainText.slice(end), page)
  if (stray > 0) {
    keepHead(all.slice(0, stray), current())
    current().guesses.push(guessStray(all.slice(0, stray)))
    begin()
  }
  const head = all.slice(stray)
  if (isHead(head, current())) keepHead(head, current())
  else for (const { block } of head) keepInline(block, current())
  current().guesses.push(...guesses)
  return end
}

/** Kicker, title, subtitle and the label of a column. */
const longestHead = 4

/**
 * How many headings at the start of a long head belong to an article whose text is not on the page: lines that share
 * no word with the text below, before the first that does.
 */
function strayHeadings(
  head: readonly ClassifiedBlock[],
  below: readonly ClassifiedBlock[],
  page: PageStatistics,
): number {
  if (head.length <= longestHead || head.some(one => one.role !== 'short')) return 0
  const stop = below.findIndex(one => one.role !== 'body')
  const text = below.slice(0, stop < 0 ? below.length : stop).map(one => one.block)
  const first = head.findIndex(one => kinship([one.block], text, page) > 0)
  if (text.length === 0 || first < 2) return 0
  return labelScore(head[first - 1]?.block.text ?? '') >= 1 ? first - 1 : first
}

function guessStray(head: readonly ClassifiedBlock[]): Guess {
  const [first, last] = [head[0]?.block.text ?? '', head.at(-1)?.block.text ?? '']
  const message = `从${quote(first)}到${quote(last)}的标题与其下的正文没有相同的词语，作没有正文的一篇`
  return { kind: 'section', risk: 8, lines: head.flatMap(({ block }) => block.lines), message }
}

/** Bylines without a heading at the start of a page have no text above: they stay before what follows. */
const isHead = (run: readonly ClassifiedBlock[], draft: Draft) =>
  draft.headings.length > 0 ||
  run.some(one => one.role === 'short' || one.role === 'tip' || one.role === 'tip-label')

function keepInline(block: Block, draft: Draft): void {
  draft.inlineCredits.push({ block, after: draft.pieces.length })
}

function keepHead(run: readonly ClassifiedBlock[], draft: Draft): void {
  let tipEnd = 0
  run.forEach((cast, at) => {
    const inTip = at < tipEnd
    if (cast.role === 'tip-label' && !draft.tipLabel && run[at + 1]) {
      draft.tipLabel = cast.block
      tipEnd = endOfTip(run, at + 1)
    } else if (cast.role === 'tip-label') draft.pieces.push({ block: cast.block, subheading: true })
    else if (cast.role === 'tip' || inTip) draft.tip.push(cast.block)
    else if (cast.role === 'short' && isInText(cast.block, draft))
      draft.pieces.push({ block: cast.block, subheading: width(cast.block.folded) <= widestSubheading })
    else if (cast.role === 'short' && !isBareByline(run, at)) draft.headings.push(cast.block)
    else if (cast.role === 'body') draft.pieces.push({ block: cast.block, subheading: false })
    else draft.bylines.push(cast.block)
  })
}

/** In ems; a wider line set in like a paragraph is one. */
const widestSubheading = 14

/** Below a heading that is not set in, a short line that is set in like the paragraphs stands in the text. */
const isInText = ({ setIn }: Block, { headings }: Draft) =>
  setIn === true && headings.length > 0 && headings.every(one => one.setIn === false)

/** The last short line of a head is a byline when it is nothing but names: 岳池. */
function isBareByline(run: readonly ClassifiedBlock[], at: number): boolean {
  const later = run.slice(at + 1).some(cast => cast.role === 'short' || cast.role === 'byline')
  return at > 0 && !later && readBareNames(run[at]?.block.text ?? '') !== undefined
}
