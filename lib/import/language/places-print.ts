// Prints the table of places from the divisions of GB/T 2260: one line a prefecture, with its counties.
import { byCodeUnit } from '../../model/order'
import { provinces } from '../../model/provinces'

type Division = { readonly code: string; readonly name: string }

/**
 * The source text of places-table.ts.
 * In: the prefectures and the counties of GB/T 2260 as `{code, name}` lists. Throws when they are not such lists.
 * Out: lines `省|地级:县级 县级 …`; the middle is empty where a province governs the county itself.
 */
export function printPlacesTable(cities: unknown, counties: unknown): string {
  const prefectures = new Map(readDivisions(cities).map(({ code, name }) => [code.slice(0, 4), name]))
  const groups = new Map<string, string[]>([...prefectures.keys()].map(code => [code, []]))
  for (const { code, name } of readDivisions(counties)) {
    if (name === '市辖区') continue
    const group = code.slice(0, 4)
    groups.set(group, [...(groups.get(group) ?? []), name])
  }
  const lines = [...groups]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([code, names]) => printLine(code, prefectures, names))
  return `${header}export const placesTable = \`\n${lines.join('\n')}\n\`\n`
}

const header = `// The divisions of GB/T 2260 down to counties: 省|地级:县级 县级 … Printed by \`npm run places\`, never by hand.
`

function printLine(code: string, prefectures: ReadonlyMap<string, string>, names: readonly string[]): string {
  const province = provinces.find(one => one.code.startsWith(code.slice(0, 2)))
  if (!province) throw new Error(`no province for ${code}`)
  const name = prefectures.get(code) ?? ''
  return `${province.name}|${/直辖/.test(name) ? '' : name}:${names.join(' ')}`
}

function readDivisions(data: unknown): Division[] {
  if (!Array.isArray(data)) throw new Error('a list of divisions was expected')
  return data.map((entry: unknown) => {
    if (!isDivision(entry)) throw new Error(`not a division: ${JSON.stringify(entry)}`)
    return entry
  })
}

function isDivision(entry: unknown): entry is Division {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'code' in entry &&
    typeof entry.code === 'string' &&
    /^\d{6}$/.test(entry.code) &&
    'name' in entry &&
    typeof entry.name === 'string'
  )
}
