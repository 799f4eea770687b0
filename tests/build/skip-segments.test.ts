// Pages without prefetch segments: what is changed in what Next compiled, and that another form of it is refused.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeWhole } from '#lib/build/files/folder'
import { skipSegments } from '#lib/build/next/skip-segments'

let compiled = ''
beforeEach(async () => {
  compiled = mkdtempSync(join(tmpdir(), 'compiled-'))
  await writeWhole(join(compiled, 'server/app/page.js'), 'module.exports=1')
  await writeWhole(join(compiled, 'server/app/feed.xml/route.js'), 'module.exports=2')
})
afterEach(() => rmSync(compiled, { recursive: true }))

const chunk = (name: string) => join(compiled, 'server/chunks/ssr', name)
const before = 'e.s(["captureOwnerStack",()=>r.captureOwnerStack,"collectSegmentData",'
const after = '"createElement",()=>r.createElement])'

it('answers the call for segments with none, and changes nothing else', async () => {
  await writeWhole(chunk('page.js'), `${before}()=>r.collectSegmentData,${after}`)
  await writeWhole(chunk('short.js'), `${before}()=>s.E,${after}`)
  await writeWhole(chunk('other.js'), 'collectSegmentData()')
  expect(await skipSegments(compiled)).toBe('')
  const answered = `${before}()=>async()=>new Map,${after}`
  expect(readFileSync(chunk('page.js'), 'utf8')).toBe(answered)
  expect(readFileSync(chunk('short.js'), 'utf8')).toBe(answered)
  expect(readFileSync(chunk('other.js'), 'utf8')).toBe('collectSegmentData()')
})

it('says so when a page has none of the form that is known', async () => {
  await writeWhole(chunk('page.js'), `${before}function(){return r.collectSegmentData},${after}`)
  expect(await skipSegments(compiled)).toMatch(/1 种页面，其中只有 0 处 collectSegmentData/)
})

it('says so when nothing was compiled where it is looked for', async () => {
  rmSync(join(compiled, 'server/app/page.js'))
  await writeWhole(chunk('page.js'), `${before}()=>r.collectSegmentData,${after}`)
  expect(await skipSegments(compiled)).toMatch(/0 种页面/)
})
