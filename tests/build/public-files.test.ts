// What lies in public/ is published as it is, or the build says why not.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { publicProblems } from '#lib/build/files/public-files'

const home = mkdtempSync(join(tmpdir(), 'public-'))
afterAll(() => rmSync(home, { recursive: true }))
const [made, source] = [join(home, 'made'), join(home, 'public')]
const put = (folder: string, file: string, text: string) => {
  mkdirSync(join(folder, file, '..'), { recursive: true })
  writeFileSync(join(folder, file), text)
}

it('refuses a file that the site makes itself', async () => {
  put(source, 'MP_verify_a.txt', 'a')
  put(source, 'search/index.html', 'mine')
  put(made, 'MP_verify_a.txt', 'a')
  put(made, 'search/index.html', '<h1>搜索</h1>')
  const found = await publicProblems(made, source)
  expect(found).toMatchObject([{ file: join(source, 'search/index.html'), rule: 'public-name' }])
})

it('takes what has a name of its own, and no folder at all', async () => {
  rmSync(join(source, 'search'), { recursive: true })
  expect(await publicProblems(made, source)).toEqual([])
  expect(await publicProblems(made, join(home, 'none'))).toEqual([])
})
