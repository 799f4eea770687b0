// What a page loads without being asked, and which of it holds up the text.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pictureFolder } from '../../model/picture'
import { attribute, type PageElement, readPageTree } from './html-tree'

/** The addresses that a browser chooses of, with the widths that they say they have; 0 where they say none. */
export type Choice = readonly { readonly address: string; readonly width: number }[]

/** Addresses on this site; `blocking` are those that text has to wait for. */
export type Loads = {
  readonly scripts: readonly string[]
  readonly others: readonly string[]
  /** Photographs that are loaded at once, each by what it may be in a browser. */
  readonly photographs: readonly Choice[]
  readonly blocking: readonly string[]
  /** Custom elements whose module may come with the page: not those that wait for the reader's touch. */
  readonly elements: readonly string[]
}

/** Reads a plain page. Pictures with loading="lazy" wait until the reader comes near, so they are not counted. */
export const loadsOf = (html: string): Loads => loadsIn(readPageTree(html).elements)

/**
 * The same of the elements of a page. `isShort`: whether it may be so short that what loads when the reader comes near
 * (data-load="near") is near from the first.
 */
export function loadsIn(elements: readonly PageElement[], isShort = true): Loads {
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
  const atOnce = elements.filter(el => el.nodeName === 'img' && attribute(el, 'loading') !== 'lazy')
  const photographs = atOnce.filter(isPhotograph)
  const pictures = atOnce.filter(el => !isPhotograph(el))
  const waiting = isShort ? ['use'] : ['use', 'near']
  const hrefs = (list: readonly PageElement[]) =>
    list.flatMap(el => attribute(el, 'href') ?? attribute(el, 'src') ?? [])
  return {
    scripts: hrefs(scripts),
    photographs: photographs.map(choiceOf),
    others: [...new Set(hrefs([...sheets, ...quiet, ...pictures]))],
    blocking: hrefs([...sheets, ...waits]),
    elements: elements
      .filter(el => el.nodeName.includes('-') && !waiting.includes(attribute(el, 'data-load') ?? ''))
      .map(el => el.nodeName),
  }
}

/** A copy of a photograph, or the square that is cut from one. */
const isPhotograph = (image: PageElement) => {
  const source = attribute(image, 'src') ?? ''
  return source.includes(`/${pictureFolder}/`) || /\/square\.jpg$/.test(source)
}

function choiceOf(image: PageElement): Choice {
  const parent = image.parentNode
  const beside = parent && parent.nodeName === 'picture' && 'childNodes' in parent ? parent.childNodes : []
  const sources = beside.flatMap(node => ('attrs' in node ? (attribute(node, 'srcset') ?? []) : []))
  const offered = sources
    .flatMap(set => set.split(','))
    .map(entry => {
      const [address = '', width = '0w'] = entry.trim().split(/\s+/)
      return { address, width: Number.parseInt(width, 10) }
    })
  return [{ address: attribute(image, 'src') ?? '', width: 0 }, ...offered]
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
