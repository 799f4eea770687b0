// Pictures of an issue that has a source: added by a decision or by hand, and kept with all that is said of them when it is imported again.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { editIssue } from '#lib/issues/edit-issue'
import { importBytes } from '#lib/issues/import-file'
import { plainPng } from '../photographs'

const issue = 'gh202411'
let out = ''
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'pictures-'))
  cpSync(new URL(`../../content/${issue}`, import.meta.url).pathname, join(out, issue), { recursive: true })
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

const file = (name: string) => join(out, issue, name)
const text = (name: string) => readFileSync(file(name), 'utf8')
const importAgain = (replace = false) =>
  importBytes(
    [{ file: 'gh202411.txt', bytes: readFileSync(file('source.txt')) }],
    { file: 'gh202411.txt', issue },
    { out, replace, allow: [] },
    new Map(),
  )

const picture = (name: string, said: Readonly<Record<string, string>>) =>
  editIssue(out, issue, { ...said, do: 'picture', item: name.slice(0, 2), file: name })

it('refuses a picture that is not there, and one of another number', () => {
  expect(picture('05.png', {}).problems.map(({ rule }) => rule)).toEqual(['picture-missing'])
  writeFileSync(file('05.png'), plainPng(60, 40))
  const wrong = editIssue(out, issue, { do: 'picture', item: '06', file: '05.png' })
  expect(wrong.problems.map(({ rule }) => rule)).toEqual(['edit-open'])
})

it('adds a picture by a decision, and changes what is said of it', () => {
  expect(picture('05.png', { alt: '盐田' }).problems).toEqual([])
  expect(text('05.md')).toContain('pictures:\n  - file: "05.png"\n    alt: "盐田"')
  expect(picture('05.png', { alt: '盐工旋盐' }).problems).toEqual([])
  expect(text('05.md')).toContain('alt: "盐工旋盐"')
  expect(checkContent(out).problems).toEqual([])
})

it('does not take words that the page has not: a caption is proved', () => {
  expect(picture('05.png', { caption: '页面上没有的话' }).problems).not.toEqual([])
  expect(text('05.md')).not.toContain('页面上没有的话')
})

it('keeps pictures and their texts when the page is imported again, by decision and by hand', () => {
  writeFileSync(file('06.png'), plainPng(30, 20))
  const byHand = text('06.md').replace(
    '\nlines:',
    '\npictures:\n  - file: "06.png"\n    alt: "工具屋"\nlines:',
  )
  writeFileSync(file('06.md'), byHand)
  expect(importAgain().problems).toEqual([])
  expect(text('06.md')).toContain('alt: "工具屋"')
  expect(text('edits.yaml')).toContain('06.png')
  expect(importAgain(true).problems).toEqual([])
  for (const [name, alt] of [
    ['05', '盐工旋盐'],
    ['06', '工具屋'],
  ] as const) {
    expect(text(`${name}.md`)).toContain(`alt: "${alt}"`)
    expect(existsSync(file(`${name}.png`))).toBe(true)
  }
  expect(checkContent(out).problems).toEqual([])
  expect(importAgain().state).toBe('unchanged')
})

it('keeps a picture that nobody names yet', () => {
  writeFileSync(file('02.png'), plainPng(9, 9))
  expect(importAgain().problems).toEqual([])
  expect(existsSync(file('02.png'))).toBe(true)
  expect(checkContent(out).problems.map(({ rule }) => rule)).toEqual(['picture-unused'])
})
