// What a page loads without being asked, and which of it holds up the text.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { attribute, type PageElement, readPage } from './html-tree'

/** Addresses on this site; `blocking` are those that text has to wait for. */
export type Loads = {
  readonly scripts: readonly string[]
  readonly others: readonly string[]
  readonly blocking: readonly string[]
  /** Custom elements whose module comes with the page; those with data-load wait for the reader. */
  readonly elements: readonly string[]
}

/** Reads a plain page. Pictures with loading="lazy" wait until the reader comes near, so they are not counted. */
export const loadsOf = (html: string): Loads => loadsIn(readPage(html).elements)

/** The same of the elements of a page. */
export function loadsIn(elements: readonly PageElement[]): Loads {
  const links = elements.filter(el => el.nodeName === 'link')
  const sheets = links.filter(el => attribute(el, 'rel') === 'stylesheet')
  const scripts = elements.filter(el => el.nodeName === 'script' && attribute(el, 'src') !== undefined)
  const waits = scripts.filter(
    el =>
      attribute(el, 'type') !== 'module' &&
      attribute(el, 'async') === undefined &&
      attribute(el, 'defer') === undefined,
  )
  const quiet = links.filter(el =>
    /\b(icon|manifest|preload|modulepreload)\b/.test(attribute(el, 'rel') ?? ''),
  )
  const pictures = elements.filter(el => el.nodeName === 'img' && attribute(el, 'loading') !== 'lazy')
  const hrefs = (list: readonly PageElement[]) =>
    list.flatMap(el => attribute(el, 'href') ?? attribute(el, 'src') ?? [])
  return {
    scripts: hrefs(scripts),
    others: [...new Set(hrefs([...sheets, ...quiet, ...pictures]))],
    blocking: hrefs([...sheets, ...waits]),
    elements: elements
      .filter(el => el.nodeName.includes('-') && attribute(el, 'data-load') === undefined)
      .map(el => el.nodeName),
  }
}

/**
 * Modules with all that they import at once, and, of what they import on use, the module named for an element that stands in
 * the page (`import("./index-filter-<hash>.js")` where <index-filter> does): that one is loaded without the reader's doing.
 */
export async function withImports(
  folder: string,
  modules: readonly string[],
  elements: readonly string[],
): Promise<readonly string[]> {
  const all = new Set(modules)
  for (const module of all) {
    const text = await readFile(join(folder, module), 'utf8')
    for (const [, onUse, name = ''] of text.matchAll(/(?:from|import)\s*(\()?"\.\/([\w.-]+)"/g))
      if (!onUse || elements.includes(name.replace(/-\w+\.js$/, ''))) all.add(join(module, '..', name))
  }
  return [...all]
}
