// What is left of a style sheet for pages of one kind: all they can need, as it was, and nothing else.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kindOfPage, namesOfPage } from '#lib/build/pages/page-names'
import { readPageStyles, writePageStyles } from '#lib/build/pages/page-styles'
import { classesIn, leadingClasses, pruneStyle } from '#lib/build/pages/prune-style'

const left = (css: string, ...names: readonly string[]) => pruneStyle(css, name => names.includes(name))

describe('a pruned style sheet', () => {
  it.each([
    ['.a{b:c}.x{d:e}', '.a{b:c}'],
    ['.a,.x{b:c}', '.a{b:c}'],
    ['.a .x{b:c}.x .a{b:c}.a.x{b:c}', ''],
    ['p,h1>em,*,[data-x],#i{b:c}', 'p,h1>em,*,[data-x],#i{b:c}'],
    ['a-b{c:d}x-y{c:d}', 'a-b{c:d}'],
    ['.a:not(.x){b:c}', '.a:not(.x){b:c}'],
    [':is(.x,.y){b:c}:is(.x,.a) p{b:c}', ':is(.x,.a) p{b:c}'],
    ['p:has(.x){b:c}p:has(.a){b:c}', 'p:has(.a){b:c}'],
    ['.a::before{b:c}.a:hover{b:c}', '.a::before{b:c}.a:hover{b:c}'],
    ['@media print{.x{b:c}}@media screen{.x{b:c}.a{b:c}}', '@media screen{.a{b:c}}'],
    ['@supports (d:e){@media print{.x{b:c}}}', ''],
    ['@layer theme,utilities;.a{b:c}', '@layer theme,utilities;.a{b:c}'],
    [':root{--used:1;--dead:2}.a{b:var(--used)}', ':root{--used:1}.a{b:var(--used)}'],
    [':root{--one:var(--two);--two:2}.x{b:var(--one)}', ''],
    [':root{--set:1}', ':root{--set:1}'],
    [
      '@keyframes k{from{b:c}50%{b:c}}.a{animation:k 1s}',
      '@keyframes k{from{b:c}50%{b:c}}.a{animation:k 1s}',
    ],
    ['@keyframes k{from{b:c}}.x{animation:k 1s}', ''],
    ['.a{b:c;d:e!important}', '.a{b:c;d:e!important}'],
    ['.a{content:".x{}"}', '.a{content:".x{}"}'],
    ['.row-2{b:c}.x{b:c}', ''],
    ['@media print{.a{b:c}}.a{d:e}@media print{.a{f:g}.x{b:c}}', '.a{d:e}@media print{.a{b:c}.a{f:g}}'],
    ['@supports (d:e){.a{b:c}}@media print{.a{b:c}}', '@supports (d:e){.a{b:c}}@media print{.a{b:c}}'],
  ])('of %s is %s', (css, wanted) => {
    expect(left(css, 'a', 'a-b', '--set')).toBe(wanted)
  })

  it('names its classes, those within pseudo-classes too', () => {
    expect([...classesIn('.a:not(.b) .c,:is(.d,e){f:g}@media print{.h{i:.5s}}')]).toEqual([
      'a',
      'b',
      'c',
      'd',
      'h',
    ])
  })
})

it('begins with the first class of each selector', () => {
  expect(leadingClasses('.a .b,p.c{d:e}p{f:g}@media print{.h:not(.i){j:.5s}}')).toEqual(['a', 'c', 'h'])
})

describe('the names of a kind of page', () => {
  const isNamed = (kind: string) => namesOfPage(process.cwd(), kind)

  it('are those of its components and of the scripts for its elements', async () => {
    const article = await isNamed('articles')
    const search = await isNamed('search')
    expect(['column-of-text', 'share-panel'].map(name => article?.(name))).toEqual([true, true])
    expect(['excerpt', 'search-page'].map(name => [article?.(name), search?.(name)])).toEqual([
      [false, true],
      [false, true],
    ])
  })

  it('are not the words of other literals, nor what a module brings its own style for', async () => {
    const [article, list] = await Promise.all(['articles', 'all'].map(isNamed))
    expect(['shades', 'choice', 'aloud'].map(name => article?.(name))).toEqual([false, false, false])
    expect(['share-all', 'tagline', 'acts'].map(name => list?.(name))).toEqual([false, false, true])
    expect(article?.('share-all')).toBe(true)
  })

  it('are those of every script that is no element', async () => {
    const kinds = await Promise.all(['articles', 'all', 'about'].map(isNamed))
    expect(kinds.map(kind => kind?.('seeking'))).toEqual([true, true, true])
  })

  it('are whole families where code puts names together', async () => {
    const index = await isNamed('index')
    expect(index?.('row-start-3')).toBe(true)
  })

  it('are not known of a page that no route is known to make', async () => {
    expect(await isNamed('elsewhere')).toBeUndefined()
  })

  it('hang on the kind, which is the first folder of an address', () => {
    const files = ['index.html', 'articles/x/index.html', 'all/2/index.html', '404.html']
    expect(files.map(kindOfPage)).toEqual(['index', 'articles', 'all', '404'])
  })
})

it('a page in the place of a moved one has the style of its own kind, wherever it stands', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'styles-'))
  mkdirSync(join(folder, '_next'))
  writeFileSync(join(folder, '_next/a.css'), '.page-says{b:c}.column-of-text{d:e}')
  await writePageStyles(process.cwd(), folder, ['_next/a.css', 'articles/x/index.html'], '')
  const { sheetsOf } = readPageStyles(folder)
  rmSync(folder, { recursive: true })
  const style = (html: string) => sheetsOf('articles/x/index.html', html).get('/_next/a.css')
  expect(style('<h1>一</h1>')).toBe('.column-of-text{d:e}')
  expect(style('<meta http-equiv="refresh" content="0; url=/articles/y/"/>')).toBe('.page-says{b:c}')
})
