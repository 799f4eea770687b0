// Folders: whole writes, replacing one folder by another, order, and the compressed copies.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { compressFolder } from '#lib/build/files/compress'
import { dropEmptyFolders, filesIn, putInPlace, writeWhole } from '#lib/build/files/folder'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'folder-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('lists files in an order that no locale changes', async () => {
  for (const name of ['b', 'B', 'a', '中']) writeFileSync(join(folder, name), '')
  mkdirSync(join(folder, 'a-folder'))
  writeFileSync(join(folder, 'a-folder', 'x'), '')
  expect(await filesIn(folder)).toEqual(['B', 'a', 'a-folder/x', 'b', '中'])
})

it('writes a file whole and leaves no temporary one', async () => {
  await writeWhole(join(folder, 'deep/er/x.txt'), '文')
  expect(readFileSync(join(folder, 'deep/er/x.txt'), 'utf8')).toBe('文')
  expect(readdirSync(join(folder, 'deep/er'))).toEqual(['x.txt'])
})

it('puts a folder in the place of another, and does nothing without one', async () => {
  await writeWhole(join(folder, 'new/a'), 'a')
  await writeWhole(join(folder, 'out/stale'), 'b')
  await putInPlace(join(folder, 'new'), join(folder, 'out'))
  expect(await filesIn(folder)).toEqual(['out/a'])
  await putInPlace(join(folder, 'new'), join(folder, 'out'))
  expect(await filesIn(folder)).toEqual(['out/a'])
})

it('drops empty folders only', async () => {
  mkdirSync(join(folder, 'a/b/c'), { recursive: true })
  await writeWhole(join(folder, 'a/x'), 'x')
  dropEmptyFolders(folder)
  expect(readdirSync(join(folder, 'a'))).toEqual(['x'])
})

it('lays copies that unpack to the same bytes, the same ones each time', async () => {
  const text = '工会简报，职工文化。'.repeat(50)
  await writeWhole(join(folder, 'a.html'), text)
  await writeWhole(join(folder, 'tiny.txt'), 'x')
  await writeWhole(join(folder, 'a.png'), text)
  expect(await compressFolder(folder)).toBe(1)
  const [br, gz] = ['br', 'gz'].map(end => readFileSync(join(folder, `a.html.${end}`)))
  expect(brotliDecompressSync(br ?? '').toString()).toBe(text)
  expect(gunzipSync(gz ?? '').toString()).toBe(text)
  expect(existsSync(join(folder, 'a.png.br')) || existsSync(join(folder, 'tiny.txt.br'))).toBe(false)
  await compressFolder(folder)
  expect(readFileSync(join(folder, 'a.html.gz'))).toEqual(gz)
})
