// The style of each kind of page: the exported sheets, pruned to what its code can show.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readChecked, sha256, writeChecked } from '../../model/checked-file'
import type { Problem } from '../../model/problem'
import { writeWhole } from '../files/folder'
import { attribute, type PageElement, rangeOf } from './html-tree'
import { kindOfPage, namesOfPage } from './page-names'

/** What belongs to pictures has this at the start of its class: pages without a picture carry none of it. */
const ofPictures = /^pic-/
const pictured = /\bclass="(?:[^"]* )?pic-/

/** A kind of page with pictures, beside the same without. */
const withPictures = (kind: string) => `${kind}, with pictures`

/** Pages in the place of moved ones stand at addresses of every kind, and are told by that they lead on. */
const moved = 'moved'
const leadsOn = /<meta http-equiv="refresh"/

/** What a kind of page carries; a kind of '' stands for pages of no known route, which carry all. */
type PageStyle = {
  readonly kind: string
  /** Each sheet's address, as pages link it (/folder/_next/static/…css), and what is left of it. */
  readonly sheets: readonly (readonly [address: string, css: string])[]
  /** Classes of the whole sheets that this kind of page cannot have. */
  readonly without: readonly string[]
}

export type PageStyles = {
  /** The sheets of a page of out/ with this text, by their address. */
  readonly sheetsOf: (file: string, html: string) => ReadonlyMap<string, string>
  /** A page must not have a class whose rules were left out: a fault of page-names.ts, not of the page. */
  readonly strangers: (file: string, html: string, elements: readonly PageElement[]) => readonly Problem[]
}

/** Among what goes when the site is made: it is no page's. */
const stylesFile = '_next/page-styles.json'

/**
 * Prunes the sheets of an export for each kind among its pages, by the code below `root`, and leaves them there for readPageStyles.
 * What is left of the sheets for a kind follows from the code alone: it is kept in the folder `kept`, if one is given, which must not
 * outlive what was compiled. `hasPictures`: whether any page has one.
 */
export async function writePageStyles(
  root: string,
  folder: string,
  files: readonly string[],
  basePath: string,
  kept = '',
  hasPictures = false,
): Promise<void> {
  const sheets = files
    .filter(file => file.startsWith('_next/') && file.endsWith('.css'))
    .map(file => [`${basePath}/${file}`, readFileSync(join(folder, file), 'utf8')] as const)
  const styles: PageStyle[] = [{ kind: '', sheets, without: [] }]
  const kinds = new Set([...files.filter(file => file.endsWith('.html')).map(kindOfPage), moved])
  const all = [...kinds].sort().flatMap(kind => (hasPictures ? [kind, withPictures(kind)] : [kind]))
  for (const kind of all) {
    const keptFile = join(kept, sha256(kind))
    // Written below: the shape is that of what was written.
    const known = kept ? (readChecked(keptFile) as PageStyle | undefined) : undefined
    const style = known ?? (await pruneFor(kind, sheets, root))
    if (style) styles.push(style)
    if (style && kept && !known) writeChecked(keptFile, style)
  }
  await writeWhole(join(folder, stylesFile), JSON.stringify(styles))
}

/** The style of a kind of page; undefined for pages of no known route. */
async function pruneFor(
  kind: string,
  sheets: PageStyle['sheets'],
  root: string,
): Promise<PageStyle | undefined> {
  const plain = kind.replace(withPictures(''), '')
  const names = await namesOfPage(root, plain)
  if (!names) return undefined
  const isNamed = kind === plain ? (name: string) => !ofPictures.test(name) && names(name) : names
  const { classesIn, pruneStyle } = await import('./prune-style') // whose parsers take long to load
  return {
    kind,
    sheets: sheets.map(([address, css]) => [address, pruneStyle(css, isNamed)]),
    without: sheets.flatMap(([, css]) => [...classesIn(css)]).filter(name => !isNamed(name)),
  }
}

/** Reads what writePageStyles wrote. */
export function readPageStyles(folder: string): PageStyles {
  // Written by the same build: the shape is what writePageStyles says.
  const styles = JSON.parse(readFileSync(join(folder, stylesFile), 'utf8')) as readonly PageStyle[]
  const byKind = new Map(
    styles.map(({ kind, sheets, without }) => [kind, { sheets: new Map(sheets), without: new Set(without) }]),
  )
  const styleOf = (file: string, html: string) => {
    const kind = leadsOn.test(html) ? moved : kindOfPage(file)
    return byKind.get(pictured.test(html) ? withPictures(kind) : kind) ?? byKind.get('')
  }
  return {
    sheetsOf: (file, html) => styleOf(file, html)?.sheets ?? new Map(),
    strangers: (file, html, elements) => {
      const without = styleOf(file, html)?.without
      if (!without || without.size === 0) return []
      return elements.flatMap(element => {
        const names = (attribute(element, 'class') ?? '').split(/\s+/)
        return names.filter(name => without.has(name)).map(name => stranger(file, element, name))
      })
    },
  }
}

function stranger(file: string, element: PageElement, name: string): Problem {
  const place = rangeOf(element)
  const message = `类名 ${name} 的样式没有写进这种页面：它的名字不在 app/ 里这种页面的代码中；请在组件里完整写出类名`
  return {
    file,
    line: place?.line ?? 1,
    ...(place && { column: place.column }),
    rule: 'style-left-out',
    message,
  }
}
