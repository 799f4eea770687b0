// What a build needs no longer is moved away, whatever else of its name is there.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { filesIn, writeWhole } from '#lib/build/files/folder'
import { discard } from '#lib/build/next/deferred-removal'

const folder = mkdtempSync(join(tmpdir(), 'discarded-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('moves nothing where nothing is', async () => {
  await discard(join(folder, '.next'), join(folder, 'discarded'))
  expect(existsSync(join(folder, 'discarded'))).toBe(false)
})

it('keeps all that was put there under one name', async () => {
  const place = join(folder, '.next')
  for (const name of ['first', 'second']) {
    await writeWhole(join(place, name), name)
    await discard(place, join(folder, 'discarded'))
    expect(existsSync(place)).toBe(false)
  }
  const names = (await filesIn(join(folder, 'discarded'))).map(file => file.split('/').slice(1).join('/'))
  expect([...names].sort()).toEqual(['.next/first', '.next/second'])
})
