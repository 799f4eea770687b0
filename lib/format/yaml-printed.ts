// YAML as our own printers write it, read line by line: most files are as they were printed, and a parser of all YAML takes ten times as long.
import type { Place, Value, YamlFields } from './yaml-value'

/** A key at the start of a line; after `  - ` where it opens a map of a list, after four spaces where it goes on with one. */
const entry = /^( {2}- | {4}|)([A-Za-z][\w-]*):(?: (.+))?$/u
/** A string of JSON, which is one of YAML too. */
const quoted = /"(?:[^"\\\p{Cc}\u2028\u2029\ufeff]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/uy

type Entry = Place & { readonly value: Value }

/**
 * The fields that readYaml gives, with the very same places. Undefined for every text that our printers would not write: what it
 * means is the parser's to say.
 */
export function readPrintedYaml(text: string): YamlFields | undefined {
  const lines = text.split('\n')
  const fields = new Map<string, Entry>()
  // The list of maps that the last key has opened, and the last of them.
  let maps: Value[] | undefined
  let map = new Map<string, Entry>()
  for (const [index, line] of lines.entries()) {
    // A fence stands before the first line, a line end behind the last.
    if (line === '' && (index === 0 || index === lines.length - 1)) continue
    const [, start, name = '', given] = entry.exec(line) ?? []
    if (start === undefined) return undefined
    const place = { line: index + 1, column: start.length + 1 }
    if (start === '' && given === undefined) {
      if (fields.has(name)) return undefined
      maps = []
      fields.set(name, { ...place, value: { kind: 'list', items: maps, line: index + 2, column: 3 } })
      continue
    }
    const at = { line: index + 1, column: start.length + name.length + 3 }
    const value = readText(given, at) ?? (start === '' ? readList(given, at) : undefined)
    if (start === '') maps = undefined
    if (start.endsWith('- ')) {
      map = new Map()
      maps?.push({ kind: 'map', fields: map, ...place })
    }
    const into = start === '' ? fields : map
    if (!value || into.has(name) || (start !== '' && !maps?.length)) return undefined
    into.set(name, { ...place, value })
  }
  const isEmpty = [...fields.values()].some(({ value }) => value.kind === 'list' && value.items.length === 0)
  return fields.size === 0 || isEmpty ? undefined : fields
}

/** A string and nothing behind it. */
function readText(given: string | undefined, place: Place): Value | undefined {
  const found = given === undefined ? undefined : stringAt(given, 0)
  return found && found.length === given?.length
    ? { kind: 'text', text: JSON.parse(found), ...place }
    : undefined
}

/** Strings between brackets, a comma and a space between two of them. */
function readList(given: string | undefined, place: Place): Value | undefined {
  if (given === undefined || !given.startsWith('[')) return undefined
  const items: Value[] = []
  for (let at = 1; at < given.length; ) {
    const found = stringAt(given, at)
    if (!found) return undefined
    items.push({ kind: 'text', text: JSON.parse(found), line: place.line, column: place.column + at })
    at += found.length
    if (given.slice(at) === ']') return { kind: 'list', items, ...place }
    if (!given.startsWith(', ', at)) return undefined
    at += 2
  }
  return undefined
}

function stringAt(text: string, at: number): string | undefined {
  quoted.lastIndex = at
  return quoted.exec(text)?.[0]
}
