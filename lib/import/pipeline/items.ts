// Stage 3, roles → items: photo items are taken out, the rest is divided at heading runs into articles as printed.

import type { Guess } from '../edition/guess'
import { readBareNames } from '../language/bylines'
import type { PageSense } from '../language/page-sense'
import type { Block } from './blocks'
import type { Item, TextBlock } from './item'
import { isLooseEnd, isSubheadingAndCut, judgeLoneLine } from './lone-line'
import { takePhotos } from './photos'
import type { Cast } from './roles'

/** Items in the order in which they begin on the page; articles are still as the columns have them. */
export function divideItems(casts: readonly Cast[], sense: PageSense): readonly Item[] {
  const { photos, flow } = takePhotos(casts, sense.gap)
  return [...photos, ...divideFlow(flow, sense)].sort((a, b) => a.start - b.start)
}

type Draft = {
  headings: Block[]
  bylines: Block[]
  tipLabel: Block | undefined
  tip: Block[]
  pieces: TextBlock[]
  amid: { block: Block; after: number }[]
  guesses: Guess[]
}

const emptyDraft = (): Draft => ({
  headings: [],
  bylines: [],
  tipLabel: undefined,
  tip: [],
  pieces: [],
  amid: [],
  guesses: [],
})

function divideFlow(flow: readonly Cast[], sense: PageSense): readonly Item[] {
  const items: Draft[] = []
  let draft = emptyDraft()
  const begin = () => {
    if (blocksOf(draft).length > 0) items.push(draft)
    draft = emptyDraft()
  }
  for (let at = 0; at < flow.length; ) {
    const end = endOfRun(flow, at)
    if (end === at) {
      const cast = flow[at]
      if (cast) {
        if (cast.dateline && draft.pieces.length > 0 && !cutsIn(flow, at)) begin()
        draft.pieces.push({ block: cast.block, subheading: false })
      }
      at++
      continue
    }
    at = readRun(flow, at, end, sense, () => draft, begin)
  }
  begin()
  return items.map(finish)
}

/** A dateline amid text opens an article without headings, unless the text before it is loose: a rotated article. */
function cutsIn(flow: readonly Cast[], at: number): boolean {
  const before = flow[at - 1]
  return before !== undefined && before.role === 'body' && !/[。！？!?…][”’)]*$/u.test(before.block.folded)
}

function finish(draft: Draft): Item {
  return { kind: 'article', ...draft, start: Math.min(...blocksOf(draft).flatMap(block => block.lines)) }
}

function blocksOf(draft: Draft): readonly Block[] {
  const { headings, bylines, tipLabel, tip, pieces, amid } = draft
  return [
    ...headings,
    ...bylines,
    ...(tipLabel ? [tipLabel] : []),
    ...tip,
    ...[...pieces, ...amid].map(one => one.block),
  ]
}

/** One past the last of the lines that are no running text; the text of a tip belongs to them. */
function endOfRun(flow: readonly Cast[], from: number): number {
  let at = from
  while (at < flow.length && flow[at]?.role !== 'body') {
    const label = flow[at]?.role === 'tip-label'
    at++
    if (label && flow[at]?.role === 'body') at++
  }
  return at
}

function readRun(
  flow: readonly Cast[],
  from: number,
  end: number,
  sense: PageSense,
  current: () => Draft,
  begin: () => void,
): number {
  const run = flow.slice(from, end)
  const firstShort = run.findIndex(cast => cast.role === 'short')
  const shorts = run.filter(cast => cast.role === 'short').length
  const opens = opensArticle(run, flow[end], shorts)
  if (shorts === 0 && !opens) {
    keepAmid(run, current())
    return end
  }
  const foot = firstShort > 0 ? run.slice(0, firstShort) : []
  if (foot.length > 0 && current().pieces.length > 0) keepAmid(foot, current())
  const whole = current().pieces.length > 0 ? run.slice(foot.length) : run
  const head = takeLooseEnd(flow, end, whole, sense, current())
  if (shorts === 1 && !opens) return readLone(flow, head, end, sense, current, begin)
  if (head.length === 2 && shorts === 2 && keepSubheading(flow, end, head, sense, current())) return end
  if (current().pieces.length > 0) begin()
  keepHead(head, current())
  return end
}

/** A run of headings is judged by what stands in it and after it: a byline, a tip, a dateline, a second heading. */
function opensArticle(run: readonly Cast[], next: Cast | undefined, shorts: number): boolean {
  if (!next) return false
  const first = run.findIndex(cast => cast.role === 'short')
  const after = run.slice(first + 1)
  const proof = after.some(cast => cast.role !== 'short') || (next.dateline && shorts > 0)
  return (
    shorts > 1 ||
    (shorts === 1 && proof) ||
    (shorts === 0 && run.some(cast => cast.role === 'tip-label' || cast.role === 'tip'))
  )
}

function readLone(
  flow: readonly Cast[],
  head: readonly Cast[],
  end: number,
  sense: PageSense,
  current: () => Draft,
  begin: () => void,
): number {
  const line = head.find(cast => cast.role === 'short')
  if (!line) return end
  const draft = current()
  const standing = {
    flow,
    at: flow.indexOf(line),
    pieces: draft.pieces,
    headings: draft.headings,
    signed: flow[flow.indexOf(line) - 1]?.role === 'byline',
  }
  const verdict = judgeLoneLine(line.block, standing, sense)
  if (verdict.is === 'title') {
    if (draft.pieces.length > 0) begin()
    keepHead(head, current())
  } else draft.pieces.push({ block: line.block, subheading: verdict.is === 'subheading' })
  if (verdict.guess) current().guesses.push(verdict.guess)
  return end
}

/** The run without a first line that is text of the article before it. */
function takeLooseEnd(
  flow: readonly Cast[],
  end: number,
  run: readonly Cast[],
  sense: PageSense,
  draft: Draft,
): readonly Cast[] {
  const [first, second] = run
  if (first?.role !== 'short' || second?.role !== 'short') return run
  const standing = { flow, at: end - 1, pieces: draft.pieces, headings: draft.headings, signed: false }
  if (!isLooseEnd(first.block, second.block, standing, sense)) return run
  draft.pieces.push({ block: first.block, subheading: false })
  return run.slice(1)
}

/** A sub-heading and a cut paragraph amid the article; false when the two lines open another one. */
function keepSubheading(
  flow: readonly Cast[],
  end: number,
  [first, second]: readonly Cast[],
  sense: PageSense,
  draft: Draft,
): boolean {
  if (!first || !second || flow[end]?.dateline) return false
  const standing = { flow, at: end - 1, pieces: draft.pieces, headings: draft.headings, signed: false }
  if (!isSubheadingAndCut(first.block, second.block, standing, sense)) return false
  draft.pieces.push({ block: first.block, subheading: true }, { block: second.block, subheading: false })
  return true
}

function keepAmid(run: readonly Cast[], draft: Draft): void {
  for (const { block } of run) draft.amid.push({ block, after: draft.pieces.length })
}

function keepHead(run: readonly Cast[], draft: Draft): void {
  let tip = false
  run.forEach((cast, at) => {
    if (cast.role === 'tip-label' && !draft.tipLabel) draft.tipLabel = cast.block
    else if (cast.role === 'tip-label') draft.pieces.push({ block: cast.block, subheading: true })
    else if (cast.role === 'tip' || (tip && cast.role === 'body')) draft.tip.push(cast.block)
    else if (cast.role === 'short' && !isBareByline(run, at)) draft.headings.push(cast.block)
    else if (cast.role === 'body') draft.pieces.push({ block: cast.block, subheading: false })
    else draft.bylines.push(cast.block)
    tip = cast.role === 'tip-label'
  })
}

/** The last short line of a head is a byline when it is nothing but names: 岳池. */
function isBareByline(run: readonly Cast[], at: number): boolean {
  const later = run.slice(at + 1).some(cast => cast.role === 'short' || cast.role === 'byline')
  return at > 0 && !later && readBareNames(run[at]?.block.text ?? '') !== undefined
}
