// Names of cities that an editor wrote, against GB/T 2260: one that is in another province, or nearly one that there is.
import type { Article } from '../../model/article'
import { areProvinces } from '../../model/regions'
import { type Division, divisions } from './gazetteer'

const named = (() => {
  const names = new Map<string, Division[]>()
  for (const division of divisions)
    for (const name of new Set([division.short, division.name]))
      names.set(name, [...(names.get(name) ?? []), division])
  return names
})()

export type CityFault = { readonly rule: string; readonly message: string }

/**
 * What is wrong with the cities of an article, in Chinese. A name that is neither in the list nor near one is let
 * pass: the list has no towns, and districts come and go. Of regions that are no provinces the list knows nothing.
 */
export function cityFaults({
  cities,
  provinces,
}: Pick<Article, 'cities' | 'provinces'>): readonly CityFault[] {
  if (!areProvinces) return []
  return cities.flatMap(name => faultOf(name, provinces) ?? [])
}

function faultOf(name: string, provinces: readonly string[]): CityFault | undefined {
  const known = named.get(name)
  if (!known) {
    const near = nearIn(name, provinces)
    if (!near) return undefined
    return { rule: 'city-unknown', message: `写的是“${name}”，没有这个市县，是不是${near}？` }
  }
  if (provinces.length === 0 || known.some(({ province }) => provinces.includes(province))) return undefined
  const [first] = known
  const near = nearIn(name, provinces)
  const meant = near ? `，是不是${near}？` : '，应改正其中之一'
  return {
    rule: 'city-elsewhere',
    message: `“${name}”在${first?.province}，provinces 写的是${provinces.join('、')}${meant}`,
  }
}

/** At most so many names are asked about. */
const shown = 3

/** “延安”或“延长”: places of those provinces whose names differ in a single character, cities before counties; '' for none. */
function nearIn(name: string, provinces: readonly string[]): string {
  const letters = [...name]
  const differs = (other: readonly string[]) => other.filter((one, at) => one !== letters[at]).length
  const near = divisions
    .filter(({ province }) => provinces.length === 0 || provinces.includes(province))
    .filter(({ short }) => [...short].length === letters.length && differs([...short]) === 1)
    .sort((a, b) => Number(a.level === 'county') - Number(b.level === 'county'))
    .map(({ short }) => `“${short}”`)
  return [...new Set(near)].slice(0, shown).join('或')
}
