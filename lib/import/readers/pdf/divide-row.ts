// One row of columns → its articles: the division among the headlines that explains best where each of them stands.
import type { Display, TextBlock } from './blocks'
import { centreX, overlapX, widthOf } from './pieces'
import {
  beginsParagraph,
  besideRow,
  breaksOff,
  type ColumnRow,
  headlinesOver,
  nearestAbove,
  type Owner,
  type Scene,
  type Sight,
  widestGutter,
} from './scene'

/** What speaks against a division; only the order of the sums matters. */
const costs = {
  /** A column under one headline goes to another; the same with white space between. */
  underAnother: 3,
  farUnderAnother: 0.8,
  /** A column right under text of one article goes to another; the same with a gap between. */
  underAnothersText: 0.8,
  farUnderAnothersText: 0.4,
  /** A column under text of its article with a gap between, and a leading of it. */
  below: 0.5,
  farBelow: 0.35,
  /** An article begins in the middle of a paragraph. */
  midParagraph: 1.6,
  /** A paragraph is torn between two articles. */
  torn: 2.4,
  /** A headline stands off the middle, and off the left edge, of its columns; a column's width. */
  offCentre: 1.4,
  /** A headline reaches beyond its columns; a column's width. */
  beyond: 4,
  /** A headline beside the columns, though one may stand above them; an upright one, or one between them, stands there by nature. */
  beside: 0.8,
  upright: 0.3,
  between: 0.3,
} as const

type Candidate = { readonly owner: Owner; readonly beside: boolean }

/** Gives each column of a row to a headline. Columns that no headline can be seen for are left out. */
export function divideRow(
  row: ColumnRow,
  scene: Scene,
  owners: ReadonlyMap<TextBlock, Owner>,
): ReadonlyMap<TextBlock, Owner> {
  const sights = row.map(block => nearestAbove(block, scene, owners))
  const candidates = candidatesOf(row, sights, scene, owners)
  const best = bestDivision(row, sights, candidates, scene, owners)
  return new Map(row.flatMap((block, at) => (best[at] ? [[block, best[at]] as const] : [])))
}

function candidatesOf(
  row: ColumnRow,
  sights: readonly (Sight | undefined)[],
  scene: Scene,
  owners: ReadonlyMap<TextBlock, Owner>,
): readonly Candidate[] {
  const above = sights.flatMap(sight => {
    if (!sight) return []
    return sight.kind === 'display' ? [sight.display] : (owners.get(sight.block) ?? [])
  })
  const side = besideRow(row, scene).filter(one => !above.includes(one))
  const all = [
    ...[...new Set([...above, ...headlinesOver(row, widthWithPictures(row, scene), scene)])].map(owner => ({
      owner,
      beside: false,
    })),
    ...side.map(owner => ({ owner, beside: true })),
  ]
  return all.sort((a, b) => centreX(a.owner) - centreX(b.owner))
}

type Best = { readonly cost: number; readonly owners: readonly (Owner | undefined)[] }

/** Tries all ways to cut the row into runs, each for one candidate, in the order in which these stand. */
function bestDivision(
  row: ColumnRow,
  sights: readonly (Sight | undefined)[],
  candidates: readonly Candidate[],
  scene: Scene,
  owners: ReadonlyMap<TextBlock, Owner>,
): readonly (Owner | undefined)[] {
  const memo = new Map<string, Best>()
  const solve = (from: number, next: number): Best => {
    if (from === row.length) return { cost: 0, owners: [] }
    const key = `${from} ${next}`
    const known = memo.get(key)
    if (known) return known
    let best: Best = { cost: Number.POSITIVE_INFINITY, owners: row.slice(from).map(() => undefined) }
    for (let at = next; at < candidates.length; at++) {
      const candidate = candidates[at]
      if (!candidate) continue
      for (let to = from + 1; to <= row.length; to++) {
        const own = runCost(row, from, to, candidate, sights, scene, owners)
        const rest = solve(to, at + 1)
        const cost = own + rest.cost
        if (cost < best.cost)
          best = { cost, owners: [...row.slice(from, to).map(() => candidate.owner), ...rest.owners] }
      }
    }
    memo.set(key, best)
    return best
  }
  return solve(0, 0).owners
}

function runCost(
  row: ColumnRow,
  from: number,
  to: number,
  { owner, beside }: Candidate,
  sights: readonly (Sight | undefined)[],
  scene: Scene,
  owners: ReadonlyMap<TextBlock, Owner>,
): number {
  const run = row.slice(from, to)
  const seen = run.reduce(
    (sum, block, at) => sum + sightCost(block, sights[from + at], owner, owners, scene),
    0,
  )
  const [first, before] = [run[0], row[from - 1]]
  const begins = first && !beginsParagraph(first, scene) ? costs.midParagraph : 0
  const torn = first && before && breaksOff(before, scene) && !beginsParagraph(first, scene) ? costs.torn : 0
  const upright = 'upright' in owner && owner.upright
  if (beside || upright) return seen + begins + torn + besideCost(run, owner)
  const fresh = run.filter((block, at) => !goesOn(block, sights[from + at], owner, owners, scene))
  return seen + begins + torn + Math.min(placeCost(run, owner, scene), placeCost(fresh, owner, scene))
}

/** Whether a column goes on right under text of that owner: its headline stands over the text above. */
function goesOn(
  block: TextBlock,
  sight: Sight | undefined,
  owner: Owner,
  owners: ReadonlyMap<TextBlock, Owner>,
  { body }: Scene,
): boolean {
  if (sight?.kind !== 'text' || owners.get(sight.block) !== owner) return false
  if (sight.around) return true
  const gap = block.y0 - sight.block.y1
  return gap > -body.leading && gap < 1.5 * body.leading
}

function besideCost(run: ColumnRow, owner: Owner): number {
  if ('upright' in owner && owner.upright) return costs.upright
  const [first, last] = [run[0], run.at(-1)]
  const between = first && last && owner.x0 >= first.x1 && owner.x1 <= last.x0
  return between ? costs.between : costs.beside
}

function sightCost(
  block: TextBlock,
  sight: Sight | undefined,
  owner: Owner,
  owners: ReadonlyMap<TextBlock, Owner>,
  scene: Scene,
): number {
  if (!sight) return 0
  if (sight.kind === 'display') {
    const white = whiteAbove(block, sight.display, scene) / scene.body.leading
    const far = Math.max(0, white - farHeadline)
    if (sight.display !== owner) return far > 0 ? costs.farUnderAnother : costs.underAnother
    return far > 0 ? costs.below + costs.farBelow * Math.min(6, far) : 0
  }
  const above = owners.get(sight.block)
  const gap = (block.y0 - sight.block.y1) / scene.body.leading
  if (above !== owner) return gap > 1.5 ? costs.farUnderAnothersText : costs.underAnothersText
  return gap > 1.5 ? costs.below + costs.farBelow * Math.min(6, gap - 1.5) : 0
}

/** More white space than so many leadings parts a headline from the text under it. */
const farHeadline = 4

/** The white space between a block and what stands above it, pictures and frames not counted. */
function whiteAbove(block: TextBlock, above: Display, { pictures, frames }: Scene): number {
  const between = [...pictures, ...frames].filter(
    one => overlapX(one, block) > 0 && one.y0 >= above.y0 && one.y1 <= block.y0 + 1,
  )
  return block.y0 - Math.max(above.y1, ...between.map(one => one.y1))
}

/** How badly a headline fits above a run of columns; a caption's headline stands above its picture's width. */
function placeCost(run: ColumnRow, owner: Owner, scene: Scene): number {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last) return 0
  if (run.every(block => block.lines.length === 1 && block.lines[0]?.font !== scene.body.font)) return 0
  const column = Math.max(...run.map(widthOf), 6 * scene.body.size)
  const picture = 'picture' in owner ? owner : scene.pictured.get(owner as Display)
  if (picture) {
    const out = Math.max(0, picture.x0 - first.x0) + Math.max(0, last.x1 - picture.x1 - scene.body.size)
    return (costs.beyond * out) / column
  }
  const widths = [{ x0: first.x0, x1: last.x1 }, widthWithPictures(run, scene)]
  return Math.min(
    ...widths.map(({ x0, x1 }) => {
      const off = Math.min(Math.abs(centreX(owner) - (x0 + x1) / 2), Math.abs(owner.x0 - x0))
      const out = Math.max(0, x0 - owner.x0 - scene.body.size) + Math.max(0, owner.x1 - x1 - scene.body.size)
      return costs.offCentre * Math.min(2, off / column) + costs.beyond * Math.min(2, out / column)
    }),
  )
}

/** The width of a run of columns and of the pictures beside it that have no caption: they may stand in the article. */
function widthWithPictures(
  run: ColumnRow,
  { body, pictures, captions, pictured }: Scene,
): { x0: number; x1: number } {
  const taken = new Set<Owner>([...captions.values(), ...pictured.values()])
  const top = Math.min(...run.map(block => block.y0))
  let [x0, x1] = [Math.min(...run.map(block => block.x0)), Math.max(...run.map(block => block.x1))]
  const level = pictures.filter(one => !taken.has(one) && Math.abs(one.y0 - top) < 2 * body.leading)
  for (const one of level) {
    const gap = Math.max(one.x0 - x1, x0 - one.x1)
    if (gap < -body.size || gap > widestGutter * body.size) continue
    x0 = Math.min(x0, one.x0)
    x1 = Math.max(x1, one.x1)
  }
  return { x0, x1 }
}
