// What the text after a run of short lines has in common with the article above the run.

import { kinship, type PageStatistics } from '../language/page-statistics'
import { findPlaces } from '../language/places'
import type { Block } from './blocks'
import type { RunPosition } from './run-evidence'

/** −4.5 to 3: what the text after the run shares with the article above. Measured: 0.010 with another article, 0.06 within one. */
export function kinScore({ mainText, end, pieces, headings }: RunPosition, page: PageStatistics): number {
  const rest = mainText.slice(end)
  const stop = rest.findIndex(one => one.role !== 'body')
  const after = opening(rest.slice(0, stop < 0 ? rest.length : stop).map(one => one.block))
  const above = [...headings, ...pieces.map(piece => piece.block)]
  const own = kinship(above, after, page)
  const elsewhere = partPlaces(above, after) ? -1.5 : 0
  return (
    reliability(after) * Math.max(-3, Math.min(3, 2 * Math.log((own + 0.001) / kinOfStrangers))) + elsewhere
  )
}

/** Geometric mean of the two shares measured on laid-out pages, and 0.001 for none. */
const kinOfStrangers = 0.027
/** As much of a text as the measure was taken with, in characters. */
const measuredText = 250

/** Little text shares little with anything: 0 to 1 by its length. */
const reliability = (blocks: readonly Block[]) =>
  Math.min(1, blocks.reduce((sum, { text }) => sum + text.length, 0) / enoughText)

/** From so many characters on the measure tells one article from another as well as at its full length. */
const enoughText = 120

function opening(blocks: readonly Block[]): readonly Block[] {
  let size = 0
  const end = blocks.findIndex(block => {
    size += block.text.length
    return size > measuredText
  })
  return end < 0 ? blocks : blocks.slice(0, end + 1)
}

/** Whether both stretches name provinces, and none in common. */
function partPlaces(before: readonly Block[], after: readonly Block[]): boolean {
  const [here, there] = [provincesIn(before), provincesIn(after)]
  return here.size > 0 && there.size > 0 && ![...there].some(one => here.has(one))
}

function provincesIn(blocks: readonly Block[]): ReadonlySet<string> {
  const sure = blocks.flatMap(block => findPlaces(block.folded)).filter(one => one.weight >= 2)
  return new Set(sure.flatMap(one => one.divisions.map(division => division.province)))
}
