// What Next compiled knows nothing of the archive: it would look at every file of it when the code changes, and name it for every route.
import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { filesIn } from '#lib/build/files/folder'
import { buildPaths } from '#lib/build/paths'

const root = new URL('../..', import.meta.url).pathname
const compiled = join(root, buildPaths.compiled)

/** The files of the project that the code of a route may read, as Next found them in it. */
function tracedBy(list: string): readonly string[] {
  const { files } = JSON.parse(readFileSync(join(compiled, list), 'utf8')) as { readonly files: string[] }
  const home = dirname(join(compiled, list))
  return files.map(file => relative(root, resolve(home, file)))
}

it('traces no article, no page and nothing that a build keeps', async () => {
  const lists = (await filesIn(compiled)).filter(file => file.endsWith('page.js.nft.json'))
  expect(lists.length).toBeGreaterThan(5)
  const traced = new Set(lists.flatMap(tracedBy))
  expect(traced.size).toBeGreaterThan(10)
  expect([...traced].filter(file => /^(?:content|out|public|\.cache)\//.test(file))).toEqual([])
})
