// What changes in a site: pages that are new, other or gone, and what of their text is. Two folders are compared, byte by byte.
import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pMap from 'p-map'
import { filesIn } from '../build/files/folder'
import type { PageChange, SiteChanges } from './wire'

/** The differences from the site in `published`, which may not be there, to the one in `built`; pages in the order of their addresses. */
export async function changesBetween(published: string, built: string): Promise<Omit<SiteChanges, 'build'>> {
  const [before, after] = [await plainFiles(published), await plainFiles(built)]
  const [was, is] = [new Set(before), new Set(after)]
  const all = [...new Set([...before, ...after])].sort()
  const states = await pMap(
    all,
    async (file): Promise<PageChange['state'] | 'same'> => {
      if (!was.has(file)) return 'new'
      if (!is.has(file)) return 'gone'
      return (await isSame(join(published, file), join(built, file))) ? 'same' : 'changed'
    },
    { concurrency: 16 },
  )
  const found = all.map((file, at) => ({ file, state: states[at] ?? 'same' }))
  const pages = found.filter(({ file }) => file.endsWith('.html'))
  const other = pages.flatMap(({ file, state }) => (state === 'same' ? [] : [{ file, state }]))
  return {
    pages: await pMap(other, one => pageChange(one, published, built), { concurrency: 16 }),
    files: found.filter(({ file, state }) => state !== 'same' && !file.endsWith('.html')).length,
    same: pages.length - other.length,
  }
}

/** The files of a site without their compressed copies; none where there is no site. */
async function plainFiles(folder: string): Promise<readonly string[]> {
  return existsSync(folder) ? (await filesIn(folder)).filter(file => !/\.(?:br|gz)$/.test(file)) : []
}

async function isSame(left: string, right: string): Promise<boolean> {
  if (statSync(left).size !== statSync(right).size) return false
  return (await readFile(left)).equals(await readFile(right))
}

type Changed = { readonly file: string; readonly state: PageChange['state'] }

async function pageChange({ file, state }: Changed, published: string, built: string): Promise<PageChange> {
  const before = state === 'new' ? '' : await readFile(join(published, file), 'utf8')
  const after = state === 'gone' ? '' : await readFile(join(built, file), 'utf8')
  const path = file.replace(/(^|\/)index\.html$/, '$1')
  const places = state === 'changed' ? textDifferences(pageTexts(before), pageTexts(after)) : []
  return { path, state, title: titleOf(after || before), places }
}

/** The title of a page without the name of the site, which stands last. */
function titleOf(html: string): string {
  const title = plainOf(/<title>([^<]*)/.exec(html)?.[1] ?? '')
  return title.includes(' - ') ? title.slice(0, title.lastIndexOf(' - ')) : title
}

/** The texts of a page's body, a line for each element that stands by itself. */
export function pageTexts(html: string): readonly string[] {
  return html
    .replace(/^[\s\S]*?<body[^>]*>/, '')
    .replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<\/?(?:a|abbr|b|bdi|em|i|kbd|mark|ruby|rp|rt|small|span|strong|time|wbr)\b[^>]*>/g, '')
    .split(/<[^>]*>/)
    .map(text => plainOf(text).replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
}
const plainOf = (text: string) => text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)

/** So many places are shown of a page, with so many characters on each side of what differs. */
const most = 4
const context = 10

/** What one list of texts has and the other has not, in pairs, cut down to what differs. */
export function textDifferences(before: readonly string[], after: readonly string[]): PageChange['places'] {
  const gone = without(before, after)
  const come = without(after, before)
  const pairs = Array.from({ length: Math.min(most, Math.max(gone.length, come.length)) }, (_, at) =>
    cutDown(gone[at] ?? '', come[at] ?? ''),
  )
  return pairs
}

/** What of a list is not in another one; what stands there twice as often as it does. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const text of other) counts.set(text, (counts.get(text) ?? 0) + 1)
  return list.filter(text => {
    const left = counts.get(text) ?? 0
    if (left > 0) counts.set(text, left - 1)
    return left === 0
  })
}

/** Two texts from a little before to a little after what differs between them. */
function cutDown(was: string, is: string): PageChange['places'][number] {
  const [left, right] = [[...was], [...is]]
  const shorter = Math.min(left.length, right.length)
  let start = 0
  while (start < shorter && left[start] === right[start]) start += 1
  let end = 0
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end += 1
  return { was: around(left, start, end), is: around(right, start, end) }
}

/** The longest text that is shown of one side. */
const longest = 60

function around(letters: readonly string[], start: number, end: number): string {
  if (letters.length === 0) return ''
  const from = Math.max(0, start - context)
  const to = Math.min(letters.length, letters.length - end + context)
  const shown = letters.slice(from, Math.min(to, from + longest)).join('')
  const isCut = to > from + longest || to < letters.length
  return `${from > 0 ? '……' : ''}${shown}${isCut ? '……' : ''}`
}
