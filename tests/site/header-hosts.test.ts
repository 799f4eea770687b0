// out/_headers as its two hosts read it: Netlify by its own parser, Cloudflare Pages within the limits of its documentation.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllHeaders } from '@netlify/headers-parser'
import { expect, it } from 'vitest'
import { headersOf, parseHeadersFile } from '#lib/build/hosting/headers'
import { sortsOf } from '../build/served-files'
import { outFolder } from '../out-folder'

type Parsed = Awaited<ReturnType<typeof parseAllHeaders>>

const file = join(outFolder, '_headers')
const text = readFileSync(file, 'utf8')

it('means the same to Netlify as to us, for every sort of file', async () => {
  // Its own types let no file in.
  const { headers: rules, errors }: Parsed = await Reflect.apply(parseAllHeaders, undefined, [
    { headersFiles: [file], minimal: false },
  ])
  expect(errors).toEqual([])
  const lines = (headers: readonly (readonly [string, string])[]) =>
    headers.map(([name, value]) => `${name}: ${value}`).sort()
  // For Netlify /articles/* holds for /articles.json as well: the same rule twice says no more than once.
  const theirs = (path: string) => {
    const matching = rules.filter(({ forRegExp }) => forRegExp?.test(path))
    return [...new Set(lines(matching.flatMap(({ values }) => Object.entries(values))))]
  }
  const ours = (path: string) => lines(headersOf(path, parseHeadersFile(text)))
  const paths = (await sortsOf(outFolder)).map(name => `/${name.replace(/(^|\/)index\.html$/, '$1')}`)
  for (const path of [...paths, '/nowhere/']) expect(theirs(path), path).toEqual(ours(path))
})

it('stays within what Cloudflare Pages takes: 100 rules, 2,000 characters a line', () => {
  expect(parseHeadersFile(text).length).toBeLessThanOrEqual(100)
  expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThanOrEqual(2000)
})
