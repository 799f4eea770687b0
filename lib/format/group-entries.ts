// The entries of regions.md and topics.md: maps of texts, each with the places of its values, and names that stand once.
import { nearest, type Reader, type Rule } from './field-reader'
import { slugRule } from './site-rules'
import type { Value, YamlFields } from './yaml-value'

type Place = { readonly line: number; readonly column: number }

export type Entry = {
  readonly start: Place
  readonly has: (key: string) => boolean
  /** The place of a key's value, or of the entry. */
  readonly place: (key: string) => Place
  /** What is written for a key, right or wrong; '' when it is left out. */
  readonly written: (key: string) => string
  /** The text of a key; '' when it is left out, or wrong and noted. */
  readonly text: (key: string, rule?: Rule) => string
  /** The slugs of a key, those that are none noted and left out. */
  readonly slugs: (key: string) => readonly string[]
}

/** The parts of a text that holds several names: “甲、乙”. */
export const namesIn = (text: string): readonly string[] => text.split(/[、，,\s]+/u).filter(Boolean)

/** The entries of a list of maps; what is missing, unknown or too much is noted. */
export function readEntries(
  fields: YamlFields,
  key: string,
  keys: readonly string[],
  optional: readonly string[],
  reader: Reader,
  most: number,
): readonly Entry[] {
  const value = fields.get(key)?.value
  if (!value) return []
  const items = value.kind === 'list' ? value.items : []
  if (items.length === 0) reader.note(value, 'value-type', `${key} 应是列表，每一项以“  - name: "…"”开头`)
  if (items.length > most) reader.note(value, 'entries-many', `${key} 有 ${items.length} 项，最多 ${most} 项`)
  return items.flatMap(item => readEntry(item, key, [keys, optional], reader) ?? [])
}

function readEntry(
  item: Value,
  key: string,
  [keys, optional]: readonly [readonly string[], readonly string[]],
  reader: Reader,
): Entry | undefined {
  if (item.kind !== 'map') {
    reader.note(item, 'value-type', `${key} 的每一项应有 ${keys.join('、')}`)
    return undefined
  }
  const known = [...keys, ...optional]
  for (const [name, place] of item.fields)
    if (!known.includes(name)) reader.note(place, 'key-unknown', `没有“${name}”这个键${nearest(name, known)}`)
  for (const name of keys) if (!item.fields.has(name)) reader.note(item, 'key-missing', `缺少“${name}”这个键`)
  const place = (name: string): Place => item.fields.get(name)?.value ?? item
  const text = (name: string, rule?: Rule) => {
    const value = item.fields.get(name)?.value
    return value ? reader.textOf(value, name, rule) : ''
  }
  const written = (name: string) => {
    const value = item.fields.get(name)?.value
    return value?.kind === 'text' ? value.text : ''
  }
  const slugs = (name: string) =>
    namesIn(text(name)).filter(slug => {
      const wrong = slugRule(slug)
      if (wrong) reader.note(place(name), wrong.rule, wrong.message)
      return !wrong
    })
  return { start: item, has: name => item.fields.has(name), place, written, text, slugs }
}

/** Notes names and slugs, those of former times too, that stand twice among the entries or are taken by others. */
export function noteTwice(
  entries: readonly Entry[],
  reader: Reader,
  taken: readonly { readonly name: string; readonly slug: string }[],
): void {
  const kinds = [
    { keys: ['name', 'formerly'], rule: 'name-double', seen: new Map(taken.map(({ name }) => [name, name])) },
    {
      keys: ['slug', 'formerSlugs'],
      rule: 'slug-double',
      seen: new Map(taken.map(({ name, slug }) => [slug, name || slug])),
    },
  ]
  for (const { written, place } of entries)
    for (const { keys, rule, seen } of kinds)
      for (const key of keys)
        for (const value of namesIn(written(key))) {
          const other = seen.get(value)
          if (other !== undefined) reader.note(place(key), rule, `“${value}”已经用在“${other}”，应另取`)
          seen.set(value, written('name'))
        }
}
