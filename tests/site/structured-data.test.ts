// What the built pages say in schema.org's words, against schema.org's own definitions: schema-dts holds them as types (made by
// Google from schema.org's vocabulary), so every block of out/ is written down as a constant of its type and compiled.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { attribute, elementsOf, type Page, pages, textOf } from './pages'

type Node = Readonly<Record<string, unknown>>

/** The nodes of a page's JSON-LD blocks, those of a @graph one by one. */
function linkedData({ elements }: Page): readonly Node[] {
  const scripts = elements.filter(e => attribute(e, 'type') === 'application/ld+json')
  return scripts.flatMap(script => {
    const { '@context': context, '@graph': graph, ...node } = JSON.parse(textOf(script))
    expect(context).toBe('https://schema.org')
    return graph ?? [node]
  })
}

/** The microdata of a page as nodes: what has itemtype, and the itemprops in it. */
function microdata({ elements }: Page): readonly Node[] {
  const typed = elements.filter(e => attribute(e, 'itemtype') !== undefined)
  return typed.map(item => {
    const type = attribute(item, 'itemtype')?.replace('https://schema.org/', '')
    const facts = elementsOf(item).flatMap(e => {
      const name = attribute(e, 'itemprop')
      return name ? [[name, attribute(e, 'content')] as const] : []
    })
    return { '@type': type, ...Object.fromEntries(facts) }
  })
}

/** Compiles nodes, each on a line of its own; returns the messages of each. */
function compile(nodes: readonly Node[]): readonly string[][] {
  const cache = new URL('../../.cache/', import.meta.url).pathname // inside the project, where schema-dts is found
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'structured-data-'))
  const lines = nodes.map(
    (node, i) => `export const n${i}: Exclude<schema.${node['@type']}, string> = ${JSON.stringify(node)}`,
  )
  writeFileSync(
    join(folder, 'built.ts'),
    ["import type * as schema from 'schema-dts'", ...lines, ''].join('\n'),
  )
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: 'ESNext',
    moduleResolution: 'bundler',
    types: [],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['built.ts'] }))
  const { stdout, status } = spawnSync('npx', ['tsc', '-p', folder, '--pretty', 'false'], {
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  const found = [...stdout.matchAll(/built\.ts\((\d+),\d+\): (error .*)/g)]
  if (status !== 0 && found.length === 0) throw new Error(stdout) // it said something else
  return nodes.map((_, i) => found.filter(match => Number(match[1]) === i + 2).map(match => match[2] ?? ''))
}

const built = pages().flatMap(page =>
  [...linkedData(page), ...microdata(page)].map(node => ({ path: page.path, node })),
)
const article = built.find(({ node }) => node['@type'] === 'NewsArticle')?.node ?? {}
const crumbs = built.find(({ node }) => node['@type'] === 'BreadcrumbList')?.node ?? {}

const faults: readonly (readonly [says: string, node: Node])[] = [
  ['a property that nothing has', { ...article, headlin: '甲' }],
  ['a property of other things', { ...article, numberOfPages: 3 }],
  ['a value of another kind', { ...article, headline: 3 }],
  ['a thing of another type', { ...article, isPartOf: { '@type': 'Person', name: '甲' } }],
  ['a property that a nested thing has not', { ...article, author: [{ '@type': 'Person', nme: '甲' }] }],
  ['a type that is none', { ...article, '@type': 'NewsArticel' }],
  [
    'a place in a list that is no place',
    { ...crumbs, itemListElement: [{ '@type': 'ListItem', position: {} }] },
  ],
]

describe('structured data', () => {
  const messages = compile([...built.map(({ node }) => node), ...faults.map(([, node]) => node)])

  it('stands on pages of every kind', () => {
    const kinds = new Set(built.map(({ node }) => node['@type']))
    expect([...kinds].sort()).toEqual(['BreadcrumbList', 'NewsArticle', 'WebPage'])
    expect(built.length).toBeGreaterThan(50)
  })

  it('is what schema.org defines, on every page', () => {
    const wrong = built.map(({ path }, i) => ({ path, messages: messages[i] ?? [] }))
    expect(wrong.filter(one => one.messages.length > 0)).toEqual([])
  })

  it.each(faults.map(([says], i) => [says, i] as const))('would not pass with %s', (_, i) => {
    expect(messages[built.length + i]?.length).toBeGreaterThan(0)
  })
})
