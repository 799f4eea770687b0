// The built site as tests see it: every HTML page of out/, parsed.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { site } from '#lib/model/site'
import { outFolder } from '../out-folder'

export const out = outFolder

export type Page = {
  /** Address below the site's root: '/', '/articles/x-01/', '/404.html'. */
  readonly path: string
  readonly html: string
  readonly elements: readonly Tree.Element[]
}

/** Every page of out/; throws when the site has not been built. */
export function pages(): readonly Page[] {
  if (!existsSync(join(out, 'index.html'))) throw new Error('out/ is empty: run `npm run build` first')
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(
    // A verification file that an owner has put there is no page.
    file => file.endsWith('.html') && !existsSync(join('public', file)),
  )
  return files.sort().map(file => {
    const html = readFileSync(join(out, file), 'utf8')
    return { path: `/${file.replace(/index\.html$/, '')}`, html, elements: elementsOf(parse(html)) }
  })
}

/** All elements below a node, in document order. */
export function elementsOf(node: Tree.Node): Tree.Element[] {
  const children = 'childNodes' in node ? node.childNodes : []
  return children.flatMap(child => ('tagName' in child ? [child, ...elementsOf(child)] : []))
}

export const attribute = (element: Tree.Element, name: string) =>
  element.attrs.find(attr => attr.name === name)?.value

/** The text of an element as a reader's program gets it. */
export function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

/** Whether a host finds something at that path of the site (with its sub-folder, without a fragment). */
export function resolves(href: string): boolean {
  if (site.basePath && !href.startsWith(`${site.basePath}/`)) return false
  const path = decodeURIComponent(href.slice(site.basePath.length))
  return existsSync(join(out, path.endsWith('/') ? `${path}index.html` : path))
}
