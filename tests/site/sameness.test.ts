// The same bytes: the same content built in another folder, on another day, in another time zone and language.
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { filesIn } from '#lib/build/files/folder'
import { copyProject } from '../project-copy'
import { out } from './pages'

const copy = copyProject(join(tmpdir(), 'another', 'deeper', '文件夹'))
afterAll(() => copy.remove())

it('prints the same files, byte for byte', async () => {
  const otherDay = new URL('./other-day.mjs', import.meta.url).href
  copy.build({
    TZ: 'America/St_Johns',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'C',
    NODE_OPTIONS: `--import ${otherDay}`,
  })
  const other = join(copy.folder, 'out')
  const files = await filesIn(out)
  expect(await filesIn(other)).toEqual(files)
  expect(files.length).toBeGreaterThan(20)
  const different = files.filter(
    file => !readFileSync(join(out, file)).equals(readFileSync(join(other, file))),
  )
  expect(different).toEqual([])
})

it('names no path of the machine that built it', async () => {
  const texts = (await filesIn(out)).filter(file =>
    /\.(html|js|json|xml|txt|md|webmanifest|opml)$/.test(file),
  )
  const odd = texts.filter(file => {
    const text = readFileSync(join(out, file), 'utf8')
    return text.includes(process.cwd()) || text.includes('/node_modules/')
  })
  expect(odd).toEqual([])
})
