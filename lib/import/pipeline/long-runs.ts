// Runs of more short lines than a head has: where the verse or the list begins and ends.
import type { ClassifiedBlock } from './roles'

const isCredit = ({ role }: ClassifiedBlock) => role === 'byline' || role === 'signature' || role === 'credit'

/** A head has so many headings above its byline. */
const longestHead = 3

/**
 * How many blocks at the start of the run are a head, and how many at its end are the head of the article whose text
 * is `next`; between them stand the lines. `inside`: an article stands above, the lines may be its list.
 */
export function splitLongRun(
  run: readonly ClassifiedBlock[],
  next: ClassifiedBlock | undefined,
  inside: boolean,
): { readonly head: number; readonly tail: number } {
  const firstCredit = run.findIndex(isCredit)
  const signed = firstCredit > 0 && firstCredit <= longestHead
  const head = signed ? endOfCredits(run, firstCredit) : inside ? 0 : 1
  return { head, tail: next ? tailOf(run, next, head) : 0 }
}

function endOfCredits(run: readonly ClassifiedBlock[], from: number): number {
  const end = run.findIndex((one, at) => at >= from && !isCredit(one))
  return end < 0 ? run.length : end
}

/** The lines after the last foot byline, if few; else, before the text of an article, one line with what belongs to it. */
function tailOf(run: readonly ClassifiedBlock[], next: ClassifiedBlock, head: number): number {
  const last = run.findLastIndex(one => one.role === 'short')
  const foot = run.slice(0, last).findLastIndex(isCredit)
  const after = foot >= head ? run.length - foot - 1 : 0
  if (after > 0 && after <= longestHead) return after
  return next.dateline || last < run.length - 1 || !next.block.folded.startsWith('以上')
    ? run.length - last
    : 0
}
