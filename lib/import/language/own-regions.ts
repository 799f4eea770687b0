// Which of the owner's regions an item is about, by their names in its texts; of such regions there is no gazetteer.
import type { Region } from '../../model/own-settings'
import { namedRegions } from '../../model/regions'

/** Evidence weaker than this names no region, as for provinces: regions.ts. */
const enough = 1.2

type RegionGuess = {
  readonly provinces: readonly string[]
  readonly cities: readonly string[]
  readonly margin: number
  readonly evidence: string
}

/** The region that the texts name with the most weight, each text once a region; none without enough evidence. */
export function locateOwn(parts: readonly (readonly [text: string, weight: number])[]): RegionGuess {
  const scored = namedRegions.map(region => ({ region, ...scoreOf(region, parts) }))
  const [best, second] = scored.sort((a, b) => b.score - a.score)
  if (!best || best.score < enough) return { provinces: [], cities: [], margin: 0, evidence: '' }
  return {
    provinces: [best.region.name],
    cities: [],
    margin: best.score - (second?.score ?? 0),
    evidence: best.evidence,
  }
}

function scoreOf(region: Region, parts: readonly (readonly [text: string, weight: number])[]) {
  const names = [region.name, ...region.also, ...region.formerly]
  let [score, evidence] = [0, '']
  for (const [text, weight] of parts) {
    const found = names.find(name => text.includes(name))
    if (found === undefined) continue
    score += weight
    evidence ||= found
  }
  return { score, evidence }
}
