// The regions of a site in place of the provinces, content/regions.md: a city's districts, an industry's units.
import type { OwnRegions, Region } from '../model/own-settings'
import type { Problem } from '../model/problem'
import { type Reader, readerOf } from './field-reader'
import { readFrontMatter } from './front-matter'
import { type Entry, namesIn, noteTwice, readEntries } from './group-entries'
import { longest, nameRule, slugRule } from './site-rules'

export const regionKeys = ['name', 'slug'] as const
export const optionalRegionKeys = ['short', 'zone', 'tile', 'also', 'formerly', 'formerSlugs'] as const

/** The tile map has so many rows and columns; tests/format/site-folder.test.ts holds it against app/globals.css and the style of the map. */
const grid = { rows: 9, columns: 7 } as const
/** They travel to every process of a build. */
const mostRegions = 200

/** Reads regions.md: the regions, or all problems at once. */
export function parseRegions(text: string, file: string): OwnRegions | Problem[] {
  const front = readFrontMatter(text, file)
  if (Array.isArray(front)) return front
  const reader = readerOf(front, file, ['called', 'whole', 'wholeSlug', 'regions'], () => undefined)
  reader.need('whole', 'wholeSlug', 'regions')
  const called = reader.text('called', longest('called', 6)) || '地区'
  const wholeName = reader.text('whole', nameRule(8))
  const wholeSlug = reader.text('wholeSlug', slugRule)
  const entries = readEntries(front.fields, 'regions', regionKeys, optionalRegionKeys, reader, mostRegions)
  const list = entries.map(entry => regionOf(entry, reader))
  const whole: Region = { ...nothing, name: wholeName, short: wholeName, slug: wholeSlug, zone: wholeName }
  noteTwice(entries, reader, [{ name: wholeName, slug: wholeSlug }])
  noteTiles(entries, list, reader)
  return reader.problems.length > 0 ? reader.problems : { called, whole, list }
}

const nothing = { formerly: [], formerSlugs: [], also: [] } as const

function regionOf(entry: Entry, reader: Reader): Region {
  const { text } = entry
  const name = text('name', nameRule(12))
  const short = text('short', longest('short', 2)) || [...name].slice(0, 1).join('')
  const tile = tileOf(entry, reader)
  return {
    name,
    short,
    slug: text('slug', slugRule),
    zone: text('zone', longest('zone', 12)),
    ...(tile && { tile }),
    also: namesIn(text('also')),
    formerly: namesIn(text('formerly')),
    formerSlugs: entry.slugs('formerSlugs'),
  }
}

/** “3 5”: row and column. */
function tileOf({ text, place }: Entry, reader: Reader): Region['tile'] {
  const given = text('tile')
  if (!given) return undefined
  const [row = 0, column = 0] = (/^(\d) (\d)$/.exec(given) ?? []).slice(1).map(Number)
  if (row >= 1 && row <= grid.rows && column >= 1 && column <= grid.columns) return [row, column]
  const says = `应为行和列，如“3 5”：行 1 到 ${grid.rows}，列 1 到 ${grid.columns}`
  reader.note(place('tile'), 'tile-format', `写的是“${given.slice(0, 20)}”，${says}`)
  return undefined
}

/** All regions have a tile of their own, or none has: a map with holes would hide some. */
function noteTiles(entries: readonly Entry[], list: readonly Region[], reader: Reader): void {
  const isMapped = entries.some(({ has }) => has('tile'))
  const taken = new Map<string, string>()
  for (const [at, { tile, name }] of list.entries()) {
    const entry = entries[at]
    if (!entry || !isMapped) continue
    if (!entry.has('tile'))
      reader.note(entry.start, 'tile-missing', `“${name}”没有 tile：要么每一个都写，要么都不写`)
    const key = tile?.join(' ') ?? ''
    const other = taken.get(key)
    if (tile && other !== undefined)
      reader.note(entry.place('tile'), 'tile-double', `“${key}”已经是“${other}”的位置，应另选`)
    if (tile) taken.set(key, name)
  }
}
