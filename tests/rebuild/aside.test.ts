import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesIn } from '#lib/press/folder'
import { putAside } from '#lib/rebuild/aside'

test('what is put aside lies there beside others of its name, and is gone where it was', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aside-'))
  const [place, aside] = [join(folder, '.next'), join(folder, 'aside')]
  for (const text of ['first', 'second']) {
    mkdirSync(place)
    writeFileSync(join(place, text), text)
    await putAside(place, aside)
    expect(existsSync(place)).toBe(false)
  }
  const names = (await filesIn(aside)).map(file => file.split('/').slice(1).join('/'))
  expect(names.sort()).toEqual(['.next/first', '.next/second'])
})

test('nothing is put aside where nothing is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aside-'))
  await putAside(join(folder, 'out'), join(folder, 'aside'))
  expect(existsSync(join(folder, 'aside'))).toBe(false)
})
