// Pictures of an item that is merged into another: they come along under new names, over imports, and undo brings all back.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { printEdits } from '#lib/format/edits-file'
import { editIssue, undoEdit, undoLast } from '#lib/issues/edit-issue'
import { readEditable } from '#lib/issues/editable'
import { plainPng } from '../photographs'
import { copyIssue, emptyFolders, filesIn, importInto } from './folders'

const issue = 'gh202411'
const emptyFolder = emptyFolders()
let out = ''
const file = (name: string) => join(out, issue, name)
const text = (name: string) => readFileSync(file(name), 'utf8')
const folder = () => filesIn(join(out, issue))
const merge = (item: string, joined: string) => editIssue(out, issue, { do: 'merge', item, with: joined })
const importAgain = (replace = false) =>
  importInto(out, readFileSync(file('source.txt')), { issue, file: 'gh202411.txt', replace })

beforeAll(() => {
  out = emptyFolder()
  copyIssue(out, 'content')
  writeFileSync(file('05.png'), plainPng(60, 40))
  writeFileSync(file('06.png'), plainPng(30, 20))
  const picture = (item: string, alt: string) => ({ do: 'picture', item, file: `${item}.png`, alt }) as const
  expect(editIssue(out, issue, [picture('05', '盐工旋盐'), picture('06', '工具屋')]).problems).toEqual([])
})

it('merges an item with its picture: under the next free name, proved, kept by an import, and undone without a trace', () => {
  const before = folder()
  expect(merge('06', '05').problems).toEqual([])
  expect(text('06.md')).toContain(
    '  - file: "06.png"\n    alt: "工具屋"\n  - file: "06-2.png"\n    alt: "盐工旋盐"',
  )
  expect(readFileSync(file('06-2.png')).equals(plainPng(60, 40))).toBe(true)
  expect([existsSync(file('05.png')), existsSync(file('05.md'))]).toEqual([false, false])
  expect(checkContent(out).problems).toEqual([])
  const merged = folder()
  expect(importAgain().state).toBe('unchanged')
  expect(importAgain(true).problems).toEqual([])
  expect(folder()).toEqual(merged)
  expect(undoEdit(out, issue, undefined).problems).toEqual([])
  expect(folder()).toEqual(before)
})

it('merges twice, and undoes both', () => {
  const before = folder()
  expect(merge('06', '05').problems).toEqual([])
  expect(merge('07', '06').problems).toEqual([])
  expect(text('07.md')).toMatch(
    /file: "07\.png"\n {4}alt: "工具屋"\n {2}- file: "07-2\.png"\n {4}alt: "盐工旋盐"/,
  )
  expect(readFileSync(file('07-2.png')).equals(plainPng(60, 40))).toBe(true)
  expect(checkContent(out).problems).toEqual([])
  expect(undoLast(out, issue, 2).problems).toEqual([])
  expect(folder()).toEqual(before)
})

it('makes the text of a photo item without a heading the caption and the credit of its picture', () => {
  const before = folder()
  const headless = { do: 'leave-out', item: '06', text: '共享工具屋 满满', why: '另有标题' } as const
  expect(editIssue(out, issue, headless).problems).toEqual([])
  expect(merge('07', '06').problems).toEqual([])
  expect(text('07.md')).toMatch(
    /file: "07\.png"\n {4}caption: "11月11日.*"\n {4}credit: "本报通讯员 朱华南 李倩倩 摄"\n {4}names: "朱华南、李倩倩"/,
  )
  expect(text('07.md').split('---')[2]).not.toContain('共享工具屋')
  expect(checkContent(out).problems).toEqual([])
  expect(importAgain().state).toBe('unchanged')
  expect(undoLast(out, issue, 2).problems).toEqual([])
  expect(folder()).toEqual(before)
})

it('does not merge pictures whose new names are none of the item', () => {
  const wrong = { do: 'merge', item: '06', with: '05', pictures: '05.png→../x.png' } as const
  const { operations } = readEditable(out, issue)
  writeFileSync(
    file('edits.yaml'),
    printEdits({ operations: [...operations, { ...wrong, at: '千年匠心' }], base: new Map() }),
  )
  const { edition } = importAgain()
  expect(edition?.doubts.map(({ message }) => message).join()).toContain('没有写明各改成第 06 篇的什么名字')
  expect(existsSync(file('05.png'))).toBe(true)
})
