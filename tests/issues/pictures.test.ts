// Pictures of an issue that has a source: added by a decision or by hand, and kept with all that is said of them when it is imported again.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import type { Operation } from '#lib/format/operation'
import { editIssue, undoEdit } from '#lib/issues/edit-issue'
import { pictureStore } from '#lib/issues/picture-store'
import { plainPng } from '../photographs'
import { copyIssue, emptyFolders, filesIn, importInto } from './folders'

const issue = 'gh202411'
const emptyFolder = emptyFolders()
let out = ''
beforeAll(() => {
  out = emptyFolder()
  copyIssue(out, 'content')
})

const file = (name: string) => join(out, issue, name)
const text = (name: string) => readFileSync(file(name), 'utf8')
const importAgain = (replace = false) =>
  importInto(out, readFileSync(file('source.txt')), { issue, file: 'gh202411.txt', replace })

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

describe('a picture of an item', () => {
  const cache = emptyFolder()
  const folder = () => filesIn(join(out, issue))
  const options = () => ({ store: pictureStore(cache, out, issue) })
  const edit = (operation: Operation) => editIssue(out, issue, operation, options())
  const say = (name: string, said: Readonly<Record<string, string>>) =>
    edit({ ...said, do: 'picture', item: name.slice(0, 2), file: name })

  it('has its caption of the page, its place, and goes and comes back with every byte', () => {
    const before = folder()
    writeFileSync(file('07.png'), plainPng(60, 40))
    writeFileSync(file('07-2.png'), plainPng(50, 40))
    const body = text('07.md').split('\n\n').slice(-1).join('').trim()
    expect(say('07.png', { caption: body }).problems).toEqual([])
    expect(text('07.md').match(/caption: "(.*)"/)?.[1]).toBe(body)
    expect(text('07.md').trim().endsWith(body)).toBe(false)
    expect(say('07-2.png', { place: '1' }).problems).toEqual([])
    expect(text('07.md')).toMatch(/07-2\.png[\s\S]*07\.png/)
    expect(say('07-2.png', { place: '0' }).problems).not.toEqual([])
    expect(checkContent(out).problems).toEqual([])
    const both = folder()
    expect(say('07.png', { place: 'none' }).problems).toEqual([])
    expect(folder().has('07.png')).toBe(false)
    expect(text('07.md').trim().endsWith(body)).toBe(true)
    expect(checkContent(out).problems).toEqual([])
    expect(importAgain().state).toBe('unchanged')
    expect(undoEdit(out, issue, undefined, options()).problems).toEqual([])
    expect(folder()).toEqual(both)
    for (let left = 2; left > 0; left -= 1)
      expect(undoEdit(out, issue, undefined, options()).problems).toEqual([])
    expect(folder()).toEqual(before)
  })

  it('is moved about by hand too, and that is understood', () => {
    writeFileSync(file('07.png'), plainPng(60, 40))
    writeFileSync(file('07-2.png'), plainPng(50, 40))
    expect(say('07.png', { alt: '一' }).problems).toEqual([])
    expect(say('07-2.png', { alt: '二' }).problems).toEqual([])
    const [, first = '', second = ''] =
      /pictures:\n( {2}- file: "07\.png"\n.*\n)( {2}- file: "07-2\.png"\n.*\n)/.exec(text('07.md')) ?? []
    expect(second).toContain('二')
    writeFileSync(file('07.md'), text('07.md').replace(first + second, second + first))
    expect(importAgain().problems).toEqual([])
    expect(text('edits.yaml')).toMatch(/file: "07-2\.png"\n {4}place: "1"/)
    expect(importAgain(true).problems).toEqual([])
    expect(text('07.md')).toMatch(/07-2\.png[\s\S]*07\.png/)
  })
})

it('an item goes with every line accounted for, and comes back', () => {
  const before = text('06.md')
  const options = { store: pictureStore(out, out, issue) }
  const gone = (item: string) => editIssue(out, issue, { do: 'delete', item, why: '广告' }, options)
  expect(
    gone('06')
      .problems.map(({ message }) => message)
      .join(),
  ).toContain('先撤去图片')
  expect(picture('06.png', { place: 'none' }).problems).toEqual([])
  rmSync(file('06.png'))
  expect(gone('06').problems).toEqual([])
  expect(existsSync(file('06.md'))).toBe(false)
  expect(text('issue.md')).toMatch(/75 不刊（广告）[\s\S]*77 不刊（广告）/)
  expect(checkContent(out).problems).toEqual([])
  expect(importAgain().state).toBe('unchanged')
  expect(undoEdit(out, issue, undefined).problems).toEqual([])
  expect(text('06.md')).toBe(before.replace(/pictures:\n.*\n.*\n/, ''))
})

it('keeps a picture that nobody names yet', () => {
  writeFileSync(file('02.png'), plainPng(9, 9))
  expect(importAgain().problems).toEqual([])
  expect(existsSync(file('02.png'))).toBe(true)
  expect(checkContent(out).problems.map(({ rule }) => rule)).toEqual(['picture-unused'])
})
