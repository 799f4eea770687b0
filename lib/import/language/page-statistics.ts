// What the page as a whole tells its parts: how often characters stand together, and which pairs are rare.
import type { Block } from '../pipeline/blocks'
import { cohesion, type Weights, weighPairs } from './cohesion'
import { countGrams, type PageGrams, seam } from './seam'

export type PageStatistics = {
  readonly grams: PageGrams
  readonly weights: Weights
  /** Empty lines between most blocks. */
  readonly gap: number
}

export function measurePage(blocks: readonly Block[]): PageStatistics {
  const texts = blocks.map(block => block.folded)
  return { grams: countGrams(texts), weights: weighPairs(texts), gap: usualGap(blocks) }
}

/** How well `right` goes on where `left` stops; see seam. What is set in like a first line goes on nothing. */
export const fits = (left: Block, right: Block, page: PageStatistics) =>
  seam(left.folded, right.folded, page.grams) - (right.setIn ? 6 : 0)

/** How much the two stretches have in common; see cohesion. */
export const kinship = (left: readonly Block[], right: readonly Block[], page: PageStatistics) =>
  cohesion(
    left.map(block => block.folded).join('\n'),
    right.map(block => block.folded).join('\n'),
    page.weights,
  )

function usualGap(blocks: readonly Block[]): number {
  const counts = new Map<number, number>()
  for (const { gap } of blocks.slice(1)) counts.set(gap, (counts.get(gap) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
