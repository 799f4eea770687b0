// Folders: whole writes, replacing one folder by another, order, and the compressed copies.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { layCompressedCopies } from '#lib/build/files/compress'
import { dropEmptyFolders, eachOf, filesIn, putInPlace, writeWhole } from '#lib/build/files/folder'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'press-'))
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

it('keeps the order of results, however long each job takes', async () => {
  let last = () => {}
  const othersDone = new Promise<void>(done => {
    last = done
  })
  const slowFirst = async (n: number) => {
    if (n === 0) await othersDone
    if (n === 4) last()
    return n
  }
  expect(await eachOf([0, 1, 2, 3, 4], slowFirst, 2)).toEqual([0, 1, 2, 3, 4])
})

it('never does more at a time than it may, and nothing more after a fault', async () => {
  let [under, most, begun] = [0, 0, 0]
  const job = async (n: number) => {
    begun++
    most = Math.max(most, ++under)
    for (let turns = n % 3; turns >= 0; turns--) await new Promise(setImmediate)
    under--
    if (n === 10) throw new Error('ten')
    return n
  }
  expect(await eachOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], job, 3)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(most).toBe(3)
  begun = 0
  const many = Array.from({ length: 100 }, (_, n) => n + 10)
  await expect(eachOf(many, job, 3)).rejects.toThrow('ten')
  while (under > 0) await new Promise(setImmediate)
  expect(begun).toBeLessThan(20)
})

it('lays copies that unpack to the same bytes, the same ones each time', async () => {
  const text = '工会简报，职工文化。'.repeat(50)
  await writeWhole(join(folder, 'a.html'), text)
  await writeWhole(join(folder, 'tiny.txt'), 'x')
  await writeWhole(join(folder, 'a.png'), text)
  expect(await layCompressedCopies(folder)).toBe(1)
  const [br, gz] = ['br', 'gz'].map(end => readFileSync(join(folder, `a.html.${end}`)))
  expect(brotliDecompressSync(br ?? '').toString()).toBe(text)
  expect(gunzipSync(gz ?? '').toString()).toBe(text)
  expect(existsSync(join(folder, 'a.png.br')) || existsSync(join(folder, 'tiny.txt.br'))).toBe(false)
  await layCompressedCopies(folder)
  expect(readFileSync(join(folder, 'a.html.gz'))).toEqual(gz)
})
