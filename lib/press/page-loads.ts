// What a page loads without being asked, and which of it holds up the text.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { attribute, type PageElement, readPage } from './page-tree'

/** Addresses on this site; `blocking` are those that text has to wait for. */
export type Loads = {
  readonly scripts: readonly string[]
  readonly others: readonly string[]
  readonly blocking: readonly string[]
}

/** Reads a printed page. Pictures with loading="lazy" wait until the reader comes near, so they are not counted. */
export function loadsOf(html: string): Loads {
  const { elements } = readPage(html)
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
  }
}

/** Modules and what they import at once; a path in `import("…")` is loaded on use and not counted. */
export async function withImports(folder: string, modules: readonly string[]): Promise<readonly string[]> {
  const all = new Set(modules)
  for (const module of all) {
    const text = await readFile(join(folder, module), 'utf8')
    for (const [, name] of text.matchAll(/(?:from|import)\s*"\.\/([\w.-]+)"/g))
      all.add(join(module, '..', name ?? ''))
  }
  return [...all]
}
