// Typed reading of front-matter fields: each reader returns a value of the right type and notes what was wrong.

import type { Problem } from '../model/problem'
import { badCharacters } from './characters'
import { type FrontMatter, inFile } from './front-matter'
import { keyHint } from './key-hints'
import type { Value, YamlFields } from './yaml-value'

type Place = { readonly line: number; readonly column: number }

/** What is wrong with a text, or undefined when it is as it should be. */
export type Rule = (text: string) => { readonly rule: string; readonly message: string } | undefined

export type Reader = {
  /** All problems so far. */
  readonly problems: Problem[]
  readonly note: (place: Place, rule: string, message: string) => void
  /** The text of a key; '' when it is left out, or wrong and noted. */
  readonly text: (key: string, rule?: Rule) => string
  /** The text of a value that stands deeper; '' when it is wrong and noted. */
  readonly textOf: (value: Value, key: string, rule?: Rule) => string
  /** The text of a key as it is written, right or wrong; nothing is noted. */
  readonly given: (key: string) => string
  /** The texts of a list, each once unless it may stand there again; empty when it is left out. */
  readonly list: (key: string, rule?: Rule, mayRepeat?: boolean) => readonly string[]
  /** The maps of a list; each must have all of the keys given, may have the optional ones, and no other. */
  readonly maps: (
    key: string,
    keys: readonly string[],
    optional?: readonly string[],
  ) => readonly ReadonlyMap<string, string>[]
  /** The texts of a map, by its keys; '' for what it leaves out. */
  readonly map: (key: string, rules: Readonly<Record<string, Rule>>) => ReadonlyMap<string, string>
  /** Notes the keys that must be there and are not. */
  readonly need: (...keys: readonly string[]) => void
  /** The place of a key's value, or the first line of the file. */
  readonly place: (key: string) => Place
}

/** Lists of names, in which 、 parts two that should be two items. */
const namesApart: ReadonlySet<string> = new Set(['authors', 'photographers', 'provinces', 'cities'])

const joinedSays = (text: string) => {
  const names = text.split('、').map(name => `"${name}"`)
  return `“${text}”是几个写在了一起，应分开写：[${names.join(', ')}]`
}

const top: Place = { line: 1, column: 1 }

/** The fields of a file, and where what is wrong with them is noted. */
type Noting = { readonly fields: YamlFields; readonly note: Reader['note'] }

/**
 * A reader of the fields of a file; every key that is not known is noted at once, after the problems given. `hint` may know
 * which key is meant.
 */
export function readerOf(
  { fields, problems: given }: FrontMatter,
  file: string,
  known: readonly string[],
  hint: (key: string) => string | undefined = keyHint,
): Reader {
  const problems: Problem[] = [...given]
  const note: Reader['note'] = ({ line, column }, rule, message) => {
    problems.push(...inFile([{ line, column, rule, message }], file))
  }
  for (const [key, place] of fields) {
    if (!known.includes(key))
      note(place, 'key-unknown', `没有“${key}”这个键${hint(key) ?? nearest(key, known)}`)
  }
  const noting: Noting = { fields, note }
  return {
    ...{ problems, note },
    place: key => fields.get(key)?.value ?? top,
    need: (...keys) => {
      for (const key of keys) if (!fields.has(key)) note(top, 'key-missing', `缺少“${key}”这个键`)
    },
    text: (key, rule) => {
      const value = fields.get(key)?.value
      return value ? readText(noting, value, key, rule) : ''
    },
    textOf: (value, key, rule) => readText(noting, value, key, rule),
    given: key => {
      const value = fields.get(key)?.value
      return value?.kind === 'text' ? value.text : ''
    },
    list: (key, rule, mayRepeat) => readList(noting, key, rule, mayRepeat),
    maps: (key, keys, optional = []) =>
      itemsOf(noting, key).map(item => readMap(noting, item, key, [keys, optional])),
    map: (key, rules) => readOneMap(noting, key, rules),
  }
}

function readText({ note }: Noting, value: Value, key: string, rule?: Rule): string {
  const wrong = textFault(value, key) ?? (value.kind === 'text' ? rule?.(value.text) : undefined)
  if (wrong) note(value, wrong.rule, wrong.message)
  return value.kind === 'text' && !wrong ? value.text : ''
}

/** The items of a list; none when the key is left out, or is no list and noted. */
function itemsOf({ fields, note }: Noting, key: string): readonly Value[] {
  const value = fields.get(key)?.value
  if (!value) return []
  if (value.kind === 'list' && value.items.length > 0) return value.items
  note(value, 'value-type', `${key} 应是列表，如 ["甲", "乙"]；没有就删去这一行`)
  return []
}

function readList(noting: Noting, key: string, rule?: Rule, mayRepeat = false): readonly string[] {
  const { note } = noting
  const seen = new Set<string>()
  const read: string[] = []
  for (const item of itemsOf(noting, key)) {
    const text = readText(noting, item, key, rule)
    if (namesApart.has(key) && text.includes('、')) note(item, 'list-joined', joinedSays(text))
    if (seen.has(text) && text && !mayRepeat) note(item, 'list-double', `“${text}”写了两次，应只留一次`)
    if (text && (mayRepeat || !seen.has(text))) read.push(text)
    seen.add(text)
  }
  return read
}

function readOneMap(
  noting: Noting,
  key: string,
  rules: Readonly<Record<string, Rule>>,
): ReadonlyMap<string, string> {
  const value = noting.fields.get(key)?.value
  if (!value) return new Map()
  const names = Object.keys(rules)
  if (value.kind === 'map') return readMap(noting, value, key, [[], names], rules)
  noting.note(value, 'value-type', `${key} 应分行写出 ${names.join('、')}，每行前面空两格`)
  return new Map()
}

function readMap(
  noting: Noting,
  item: Value,
  key: string,
  [keys, optional]: readonly [readonly string[], readonly string[]],
  rules: Readonly<Record<string, Rule>> = {},
): ReadonlyMap<string, string> {
  const { note } = noting
  const fields: YamlFields = item.kind === 'map' ? item.fields : new Map()
  if (item.kind !== 'map') note(item, 'value-type', `${key} 的每一项应有 ${keys.join('、')}`)
  for (const [name, place] of fields) {
    const known = [...keys, ...optional]
    if (!known.includes(name)) note(place, 'key-unknown', `没有“${name}”这个键${nearest(name, known)}`)
  }
  const read = (name: string): [string, string] => {
    const value = fields.get(name)?.value
    if (!value && item.kind === 'map' && keys.includes(name)) note(item, 'key-missing', `缺少“${name}”这个键`)
    return [name, value ? readText(noting, value, name, rules[name]) : '']
  }
  return new Map([...keys, ...optional].map(read))
}

function textFault(value: Value, key: string): ReturnType<Rule> {
  if (value.kind !== 'text') return { rule: 'value-type', message: `${key} 应是一个字符串，如 "…"` }
  if (value.text.trim() === '') return { rule: 'value-empty', message: `${key} 是空的，应写上，或删去这一行` }
  if (value.text !== value.text.trim()) return { rule: 'value-space', message: `${key} 首尾有空格，应删去` }
  if (/[\n\t]/.test(value.text)) return { rule: 'value-line', message: `${key} 里有换行或制表符，应写成一行` }
  const [bad] = badCharacters(value.text) // by an escape: "\u202e"
  return bad && { rule: 'value-character', message: `${key} 里的 ${bad.message}` }
}

/** “，是不是“x”？” when a known word is near, else a list of all when it is short. */
export function nearest(word: string, known: readonly string[]): string {
  const near = known
    .map(one => ({ one, far: distance(word.toLowerCase(), one.toLowerCase()) }))
    .filter(
      ({ one, far }) =>
        far <= Math.max(1, Math.floor(one.length / 3)) || word.includes(one) || one.includes(word),
    )
    .sort((a, b) => a.far - b.far)[0]
  return near ? `，是不是“${near.one}”？` : `，应为：${known.join('、')}`
}

/** Levenshtein's distance, in UTF-16 units. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 0; i < Math.min(a.length, 100); i += 1) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j += 1) {
      const change = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
