// The style of each kind of page: the exported sheets, pruned to what its code can show.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readChecked, sha256, writeChecked } from '../../library/checked-file'
import type { Problem } from '../../model/problem'
import { writeWhole } from '../files/folder'
import { attribute, type PageElement, placeOf } from './html-tree'
import { kindOfPage, namesOfPage } from './page-names'

/** What a kind of page carries; a kind of '' stands for pages of no known route, which carry all. */
type PageStyle = {
  readonly kind: string
  /** Each sheet's address, as pages link it (/folder/_next/static/…css), and what is left of it. */
  readonly sheets: readonly (readonly [address: string, css: string])[]
  /** Classes of the whole sheets that this kind of page cannot have. */
  readonly without: readonly string[]
}

export type PageStyles = {
  /** The sheets of a page of out/, by their address. */
  readonly sheetsOf: (file: string) => ReadonlyMap<string, string>
  /** A page must not have a class whose rules were left out: a fault of page-names.ts, not of the page. */
  readonly strangers: (file: string, elements: readonly PageElement[]) => readonly Problem[]
}

/** Among what goes when the site is made: it is no page's. */
const stylesFile = '_next/page-styles.json'

/**
 * Prunes the sheets of an export for each kind among its pages, by the code below `root`, and leaves them there for readPageStyles.
 * What is left of the sheets for a kind follows from the code alone: it is kept in the folder `kept`, if one is given, which must not
 * outlive what was compiled.
 */
export async function writePageStyles(
  root: string,
  folder: string,
  files: readonly string[],
  basePath: string,
  kept = '',
): Promise<void> {
  const sheets = files
    .filter(file => file.startsWith('_next/') && file.endsWith('.css'))
    .map(file => [`${basePath}/${file}`, readFileSync(join(folder, file), 'utf8')] as const)
  const styles: PageStyle[] = [{ kind: '', sheets, without: [] }]
  const kinds = new Set(files.filter(file => file.endsWith('.html')).map(kindOfPage))
  for (const kind of [...kinds].sort()) {
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
  const isNamed = await namesOfPage(root, kind)
  if (!isNamed) return undefined
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
  const styleOf = (file: string) => byKind.get(kindOfPage(file)) ?? byKind.get('')
  return {
    sheetsOf: file => styleOf(file)?.sheets ?? new Map(),
    strangers: (file, elements) =>
      elements.flatMap(element => {
        const names = (attribute(element, 'class') ?? '').split(/\s+/)
        const strange = names.filter(name => styleOf(file)?.without.has(name))
        return strange.map(name => stranger(file, element, name))
      }),
  }
}

function stranger(file: string, element: PageElement, name: string): Problem {
  const place = placeOf(element)
  const message = `类名 ${name} 的样式没有写进这种页面：它的名字不在 app/ 里这种页面的代码中；请在组件里完整写出类名`
  return {
    file,
    line: place?.line ?? 1,
    ...(place && { column: place.column }),
    rule: 'style-left-out',
    message,
  }
}
