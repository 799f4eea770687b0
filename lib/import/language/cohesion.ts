// Whether two stretches of text speak of the same things: the rare pairs and names that they share.
import { foldWidth } from './sentence'

export type Weights = ReadonlyMap<string, number>

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const run of foldWidth(text).matchAll(/\p{Script=Han}{2,}/gu)) {
    for (let at = 0; at + 2 <= run[0].length; at++) pairs.add(run[0].slice(at, at + 2))
  }
  return pairs
}

/** What a shared pair of characters is worth on this page: the fewer blocks have it, the more. */
export function weighPairs(texts: readonly string[]): Weights {
  const inTexts = new Map<string, number>()
  for (const text of texts) for (const pair of pairsOf(text)) inTexts.set(pair, (inTexts.get(pair) ?? 0) + 1)
  return new Map([...inTexts].map(([pair, count]) => [pair, Math.log((texts.length + 1) / count)]))
}

/** 0 (nothing in common) to about 1. The same text gives 1. */
export function cohesion(left: string, right: string, weights: Weights): number {
  const a = pairsOf(left)
  const b = pairsOf(right)
  const value = (pair: string) => (weights.get(pair) ?? 0) ** 2
  const sum = (pairs: Iterable<string>) => [...pairs].reduce((total, pair) => total + value(pair), 0)
  const shared = sum([...a].filter(pair => b.has(pair)))
  const size = Math.sqrt(sum(a) * sum(b))
  return size === 0 ? 0 : shared / size
}
