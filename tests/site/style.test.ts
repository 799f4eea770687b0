// The published style: nothing in it that the oldest browsers drop (decisions 0090, 0174), and a page carries its own kind's alone.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'postcss'
import { expect, it } from 'vitest'
import { pageKinds } from '../browser/kinds'
import { outFolder } from '../out-folder'

const fileOf = (path: string) => (path.endsWith('.html') ? path : `${path}index.html`)

function styleOf(path: string): string {
  const html = readFileSync(join(outFolder, fileOf(path)), 'utf8')
  return [...html.matchAll(/<style>([^<]*)<\/style>/g)].map(([, css]) => css).join('\n')
}

/** Chrome 66 has none of them; what only refines stands in a condition that it can answer. */
const unknown =
  /@layer|@property|--tw-|oklch|color-mix|:is\(|:where\(|(?:^|[;{])(?:inset|(?:padding|margin)-(?:inline|block)|gap-)/

it.each(pageKinds())('/%s has nothing that an older browser would drop', path => {
  const css = styleOf(path)
  expect(css.length).toBeGreaterThan(5_000)
  expect(css.match(unknown)?.[0]).toBeUndefined()
  parse(css).walkDecls('gap', ({ parent }) => expect(String(parent)).toMatch(/grid/))
})

it.each(pageKinds())('/%s lets care mode have the last word on colours', path => {
  const css = styleOf(path)
  const themes = [...css.matchAll(/:root\[data-theme=\w+\](?=[,{])/g)].map(({ index }) => index)
  expect(themes.length).toBeGreaterThan(2)
  expect(css.indexOf(':root[data-size=care]{')).toBeGreaterThan(Math.max(...themes))
})

/** The custom properties that the style of each script takes from its page, and what a page has for which that script comes. */
const takenByScripts = readdirSync(join(outFolder, 'scripts'))
  .filter(name => name.endsWith('.js'))
  .map(name => readFileSync(join(outFolder, 'scripts', name), 'utf8'))
  .map(text => ({
    place: text.includes('.share ') ? '<share-panel' : text.includes('.aloud') ? '<read-aloud' : '',
    names: [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name),
  }))
  .filter(({ names }) => names.length > 0)

it.each(pageKinds())('/%s has the colours that the style of its scripts asks for', path => {
  const html = readFileSync(join(outFolder, fileOf(path)), 'utf8')
  const wanted = takenByScripts.filter(({ place }) => html.includes(place)).flatMap(({ names }) => names)
  expect(new Set(wanted).size).toBeGreaterThan(5)
  expect(wanted.filter(name => !html.includes(`${name}:`))).toEqual([])
})

it('would see it', () => {
  expect(
    ['a{inset:0}', 'a{color:red;margin-inline:1px}', 'b :is(i,u){x:y}'].filter(css => !unknown.test(css)),
  ).toEqual([])
})

it('leaves out what other kinds of pages have', () => {
  const article = styleOf(pageKinds().find(path => path.startsWith('articles/')) ?? '')
  const index = styleOf('')
  expect(['.body', '.crumbs', '.share-all'].map(name => article.includes(name))).toEqual([true, true, true])
  expect(['.map', '.tagline', '.settings-panel', '.aloud'].map(name => article.includes(name))).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(['.map', '.tagline', '.settings-panel', '.aloud'].map(name => index.includes(name))).toEqual([
    true,
    true,
    false,
    false,
  ])
})
