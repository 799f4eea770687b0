// Which provinces and cities an item is about: the evidence in the order dateline, headings, tip, first paragraph, rest.
import { type ProvinceName, provinces } from '../../model/provinces'
import { areProvinces } from '../../model/regions'
import { type Division, provinceGroups } from './gazetteer'
import { locateOwn } from './own-regions'
import { findPlaces, type Mention, resolve } from './places'

/** The texts of an item, by the weight of their evidence. */
export type Witness = {
  readonly dateline: string
  readonly headings: readonly string[]
  readonly tip: string
  /** Byline, credit and signature: the office of who wrote it. */
  readonly credits: string
  /** The paragraphs without the dateline. */
  readonly paragraphs: readonly string[]
}

export type Regions = {
  /** Names of regions. */
  readonly provinces: readonly string[]
  readonly cities: readonly string[]
  /** How far the first province is ahead; below 3 it is worth a second look. 0 when there is none. */
  readonly margin: number
  /** The words that decided. */
  readonly evidence: string
}

type Vote = {
  readonly division: Division
  readonly value: number
  readonly text: string
  readonly rank: number
}

type WeighedText = readonly [text: string, weight: number]

/** Evidence weaker than this names no province: a firm's name once in passing. */
const enough = 1.2

export function locate(witness: Witness): Regions {
  const parts = weighedParts(witness)
  if (!areProvinces) return locateOwn(parts)
  const group = findGroup([...witness.headings, witness.paragraphs[0] ?? ''].join('\n'))
  if (group)
    return { provinces: group.provinces, cities: filedFrom(witness), margin: 5, evidence: group.text }
  const votes = collectVotes(parts)
  const totals = new Map<ProvinceName, number>()
  for (const { division, value } of votes)
    totals.set(division.province, (totals.get(division.province) ?? 0) + value)
  const [best, second] = [...totals].sort((a, b) => b[1] - a[1])
  if (!best || best[1] < enough) return { provinces: [], cities: [], margin: 0, evidence: '' }
  const own = votes.filter(vote => vote.division.province === best[0])
  const first = [...own].sort((a, b) => b.value - a.value)[0]
  return {
    provinces: [best[0]],
    cities: chooseCity(own),
    margin: best[1] - (second?.[1] ?? 0),
    evidence: first?.text ?? '',
  }
}

/** The city that the report was filed from, if it says so. */
function filedFrom({ dateline }: Witness): readonly string[] {
  const [mention] = findPlaces(dateline)
  const division = mention && resolve(mention, [])
  const name = division && division.level !== 'province' ? cityName(division) : ''
  return name ? [name] : []
}

/** 成渝, 京津冀: several provinces in one word. */
function findGroup(
  text: string,
): { readonly text: string; readonly provinces: readonly ProvinceName[] } | undefined {
  const found = Object.entries(provinceGroups)
    .filter(([word]) => text.includes(word))
    .sort((a, b) => b[0].length - a[0].length)[0]
  return found ? { text: found[0], provinces: found[1] } : undefined
}

/** The texts of an item with what a name in each counts, the strongest evidence first. */
function weighedParts(witness: Witness): readonly WeighedText[] {
  return [
    [witness.dateline, 4],
    ...witness.headings.map((text): WeighedText => [text, 3]),
    [witness.tip, 2],
    [witness.credits, 1],
    [witness.paragraphs[0] ?? '', 2],
    ...witness.paragraphs.slice(1).map((text, at): WeighedText => [text, at < 2 ? 0.8 : 0.4]),
  ]
}

function collectVotes(parts: readonly WeighedText[]): readonly Vote[] {
  const found = parts.map(([text, weight]) => ({ weight, mentions: findPlaces(text) }))
  const all = found.flatMap(part => part.mentions)
  return found.flatMap(({ weight, mentions }, rank) => votesOf(mentions, all, weight, rank))
}

/** A name said again in the same part counts less each time. */
function votesOf(
  mentions: readonly Mention[],
  all: readonly Mention[],
  weight: number,
  rank: number,
): readonly Vote[] {
  const seen = new Map<string, number>()
  return mentions.flatMap((mention, at) => {
    const others = all.filter(other => other !== mention && other.text !== mention.text)
    const division = resolve(mention, [...mentions.slice(Math.max(0, at - 1), at), ...others])
    if (!division) return []
    const times = seen.get(division.name) ?? 0
    seen.set(division.name, times + 1)
    const first = at === 0 ? 1.2 : 1
    return [
      { division, value: (weight * mention.weight * first) / (1 + times * 2), text: mention.text, rank },
    ]
  })
}

/** The prefecture when it is named as such, else the county; districts stand for their city; municipalities have none. */
function chooseCity(votes: readonly Vote[]): readonly string[] {
  const totals = new Map<string, number>()
  for (const { division, value } of votes) {
    if (division.level === 'province') continue
    const name = cityName(division)
    if (name) totals.set(name, (totals.get(name) ?? 0) + (division.level === 'city' ? value * 1.25 : value))
  }
  const best = [...totals].sort((a, b) => b[1] - a[1])[0]
  return best && best[1] >= enough ? [best[0]] : []
}

/** 海南藏族自治州 → 海南州: its short name is that of a province. 吉林市 is called 吉林. */
const peopleOfPrefecture = /(?:\p{Script=Han}族自治(?=州)|市$)/u
const isProvince = (name: string) => provinces.some(one => one.name === name)

function cityName(division: Division): string {
  if (['北京', '天津', '上海', '重庆', '香港', '澳门'].includes(division.province)) return ''
  if (division.level === 'city')
    return isProvince(division.short) ? division.name.replace(peopleOfPrefecture, '') : division.short
  return /区$/u.test(division.name) && division.city ? division.city : division.short
}
