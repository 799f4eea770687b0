// 写稿 at the desk: into an issue that has a source and into a new one; undone, done again, refused; what is pasted is cleaned.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { doAct } from '#lib/desk/acts'
import { cleanText } from '#lib/desk/clean'
import { viewIssue } from '#lib/desk/issue-view'
import { takePicture } from '#lib/desk/pictures'
import type { IssueView, WrittenText } from '#lib/desk/wire'
import { doWriting } from '#lib/desk/writing'
import { readWriting } from '#lib/desk/written-text'
import { plainPng } from '../photographs'
import { type DeskFolder, deskFolder } from './desk-folder'

const text: WrittenText = {
  ...{ title: '编后：把事办在平时', kicker: '', subtitle: '', column: '编后', byline: '本报评论员' },
  ...{ topic: '民主管理', date: '', status: 'ready', authors: '', provinces: '四川', cities: '' },
  body: '第一段，有 *星号* 和 <b>尖括号</b>。\n\n## 小标题\n　　第二段。',
}

let folder: DeskFolder
beforeAll(() => {
  folder = deskFolder()
})
afterAll(() => folder.remove())

const now = (issue = 'gh202411') => viewIssue(folder.desk, issue) as IssueView
const write = (given: Partial<WrittenText>, item?: string) =>
  doWriting(folder.desk, 'gh202411', {
    ...{ version: now().version, text: { ...text, ...given }, ...(item && { item }) },
  })
const turn = (what: 'undo' | 'redo') => doAct(folder.desk, 'gh202411', { do: what, version: now().version })
const proved = () => expect(checkContent(folder.desk.out).problems).toEqual([])

it('what the form has no field for stays as it is: a tip, a signature, why an article was withdrawn', () => {
  const own = deskFolder()
  const file = join(own.dir, '09.md')
  const rest = ['tipLabel: "编者按"', 'tip: "先读这一句。"', 'signature: "（编者）"', 'status: "withdrawn"']
  const head = ['id: "gh202411-09"', 'issue: "gh202411"', 'kind: "article"', 'title: "旧题"']
  const other = [...rest, 'reason: "事实有误"', 'provinces: ["四川"]', 'topic: "民主管理"', 'origin: "web"']
  writeFileSync(file, ['---', ...head, ...other, '---', '', '第一段。', ''].join('\n'))
  const view = viewIssue(own.desk, 'gh202411')
  const known = view?.items.find(({ name }) => name === '09')?.written
  const text = { ...(known as WrittenText), title: '新题' }
  const done = doWriting(own.desk, 'gh202411', { version: view?.version ?? '', item: '09', text })
  expect(done.problems).toEqual([])
  const made = readFileSync(file, 'utf8')
  for (const line of ['title: "新题"', ...rest, 'reason: "事实有误"']) expect(made).toContain(line)
  own.remove()
})

describe('an article of an editor', () => {
  it('is written, changed, taken away; undone to the last byte and done again, between other acts', () => {
    const before = folder.files()
    const written = write({})
    expect([written.problems, written.changes]).toEqual([[], ['09.md']])
    proved()
    const item = written.view?.items.find(({ name }) => name === '09')
    expect(item?.written?.body).toBe('第一段，有 *星号* 和 <b>尖括号</b>。\n\n## 小标题\n\n第二段。')
    expect(item?.parts.map(({ role }) => role)).toEqual([
      'column',
      'title',
      'byline',
      'paragraph',
      'subheading',
      'paragraph',
    ])
    // The items of the page are edited as before.
    const operations = [{ do: 'set', item: '03', field: 'topic', value: '民主管理' }] as const
    const set = doAct(folder.desk, 'gh202411', { do: 'edit', version: now().version, operations })
    expect(set?.problems).toEqual([])
    expect(write({ title: '编后：又及' }, '09').problems).toEqual([])
    const last = folder.files()
    const erased = doWriting(folder.desk, 'gh202411', { version: now().version, erase: '09' })
    expect(erased.problems).toEqual([])
    expect(folder.files().has('09.md')).toBe(false)
    proved()
    expect(turn('undo')?.problems).toEqual([])
    expect(folder.files()).toEqual(last)
    for (let acts = 3; acts > 0; acts -= 1) expect(turn('undo')?.problems).toEqual([])
    expect(folder.files()).toEqual(before)
    expect(now().undo).toBe('')
    for (let acts = 3; acts > 0; acts -= 1) expect(turn('redo')?.problems).toEqual([])
    expect(folder.files()).toEqual(last)
  })

  it('is not undone over a change that was made elsewhere', () => {
    const path = join(folder.dir, '09.md')
    const mine = readFileSync(path, 'utf8')
    writeFileSync(path, mine.replace('又及', '再及'))
    expect(turn('undo')?.problems.map(({ rule }) => rule)).toEqual(['edit-changed'])
    expect(readFileSync(path, 'utf8')).toContain('再及')
    writeFileSync(path, mine)
  })

  it('is refused with what is wrong with it, and nothing is written', () => {
    const before = folder.files()
    expect(write({ topic: '没有这一类' }).problems).not.toEqual([])
    expect(
      write({ provinces: '陜西' })
        .problems.map(({ message }) => message)
        .join(),
    ).toContain('陕西')
    expect(write({ date: '明天' }).problems).not.toEqual([])
    // An item of the page is not written over.
    expect(write({}, '03').problems.map(({ rule }) => rule)).toEqual(['written-missing'])
    expect(doWriting(folder.desk, 'gh202411', { version: now().version, erase: '03' }).problems).toHaveLength(
      1,
    )
    const old = doWriting(folder.desk, 'gh202411', { version: '0'.repeat(32), text })
    expect(old.problems.map(({ rule }) => rule)).toEqual(['edit-changed'])
    expect(folder.files()).toEqual(before)
  })

  it('makes a new issue, which is edited without a source', () => {
    const facts = { publication: '工会简报', date: '2024-12-01' }
    const made = doWriting(folder.desk, 'zk-1', { version: '', text, facts })
    expect(made.problems).toEqual([])
    proved()
    expect(made.view).toMatchObject({ id: 'zk-1', publication: '工会简报', problems: [] })
    const more = doWriting(folder.desk, 'zk-1', { version: now('zk-1').version, text })
    expect(more.view?.items.map(({ name }) => name)).toEqual(['01', '02'])
    proved()
    // Another one of that name is not overwritten.
    expect(doWriting(folder.desk, 'zk-1', { version: '', text, facts }).problems).toHaveLength(1)
    expect(doWriting(folder.desk, '../x', { version: '', text, facts }).problems).toHaveLength(1)
    mkdirSync(join(folder.desk.out, 'zk-2'))
    expect(doWriting(folder.desk, 'zk-2', { version: '', text }).problems).not.toEqual([])
  })

  it.each([
    ['nothing', undefined],
    ['a text that is none', { version: '', text: 'x' }],
    ['a line break in a title', { version: '', text: { ...text, title: 'a\nb' } }],
    ['a body that is none', { version: '', text: { ...text, body: 7 } }],
    ['an item that is a path', { version: '', text, item: '../1' }],
    ['a version that is none', { version: 'x', text }],
    ['a path to be erased', { version: '', erase: '../09' }],
    ['facts that are none', { version: '', text, facts: { publication: 1, date: '' } }],
  ])('is no request: %s', (_, given) => expect(readWriting(given)).toBeUndefined())
})

describe('the pictures of an article of an editor', () => {
  it('come, are described, change places and go; undone to the last byte and done again', () => {
    const own = deskFolder()
    const view = () => viewIssue(own.desk, 'gh202411') as IssueView
    const bytes = () =>
      new Map(readdirSync(own.dir).map(name => [name, readFileSync(join(own.dir, name), 'base64')]))
    const before = bytes()
    const steps = [before]
    const did = (answer: { readonly problems: readonly unknown[] } | undefined) => {
      expect(answer?.problems).toEqual([])
      expect(checkContent(own.desk.out).problems).toEqual([])
      steps.push(bytes())
    }
    const add = (width: number) =>
      did(
        takePicture(own.desk, 'gh202411', {
          ...{ version: view().version, item: '09', name: '图.png' },
          base64: plainPng(width, 20).toString('base64'),
        }),
      )
    const say = (file: string, said: Readonly<Record<string, string>>) =>
      doAct(own.desk, 'gh202411', {
        ...{ do: 'edit', version: view().version },
        operations: [{ do: 'picture', item: '09', file, ...said }],
      })
    did(doWriting(own.desk, 'gh202411', { version: view().version, text }))
    add(30)
    expect(view().doubts.filter(({ kind }) => kind === 'alt')).toHaveLength(1)
    did(say('09.png', { alt: '盐田', caption: '傍晚的盐田', credit: '林溪 摄', names: '林溪' }))
    expect(view().doubts.filter(({ kind }) => kind === 'alt')).toEqual([])
    add(40)
    did(say('09-2.png', { alt: '码头', place: '1' }))
    const item = () => view().items.find(({ name }) => name === '09')
    expect(item()?.pictures.map(({ file, alt }) => [file, alt])).toEqual([
      ['09-2.png', '码头'],
      ['09.png', '盐田'],
    ])
    did(say('09.png', { place: 'none' }))
    expect([...bytes().keys()]).not.toContain('09.png')
    // A name that undo may need is not given again.
    add(50)
    expect(item()?.pictures.map(({ file }) => file)).toEqual(['09-2.png', '09-3.png'])
    expect(say('03.png', { alt: '别篇' })?.problems.map(({ rule }) => rule)).toEqual(['picture-name'])
    expect(say('09-9.png', { alt: '没有' })?.problems).not.toEqual([])
    expect(bytes()).toEqual(steps.at(-1))
    const turned = (what: 'undo' | 'redo') =>
      doAct(own.desk, 'gh202411', { do: what, version: view().version })?.problems
    for (const step of steps.slice(0, -1).reverse()) {
      expect(turned('undo')).toEqual([])
      expect(bytes()).toEqual(step)
    }
    for (const step of steps.slice(1)) {
      expect(turned('redo')).toEqual([])
      expect(bytes()).toEqual(step)
    }
    own.remove()
  })
})

describe('what is pasted', () => {
  const clean = (html: string) => cleanText({ file: '粘贴.html', bytes: Buffer.from(html) })

  it('keeps every seen line and no mark-up, from Word and from a chat app', () => {
    const word =
      '<meta charset="utf-8"><p class=MsoNormal style="x">　　近年来，<span lang=EN-US>2024</span>年工会<b>办实事</b>。<o:p></o:p></p><p class=MsoNormal>第二段。</p>'
    expect(clean(word).text.body).toContain('近年来，2024年工会办实事。')
    const chat =
      '<meta charset="utf-8"><section><section><span style="color:red">职工之家亮起灯</span></section><p><span>第一段的话。</span></p><p><img src="x"></p><script>alert(1)</script><p><a href="http://x">阅读原文</a></p></section>'
    const read = clean(chat)
    expect(`${read.text.title}\n${read.text.body}`).toContain('职工之家亮起灯')
    expect(JSON.stringify(read)).not.toMatch(/alert|<span|http/)
    expect(read.lines.find(({ text: line }) => line === '阅读原文')?.out).not.toBe('')
  })

  it('from a text is read as a page is; what cannot be read is said', () => {
    const page = readFileSync('tests/content/gh202411/source.txt')
    const read = cleanText({ file: 'a.txt', bytes: page })
    expect(read.text.title).not.toBe('')
    expect(read.lines.length).toBeGreaterThan(50)
    expect(cleanText({ file: 'a.docx', bytes: Buffer.from('PK\x03\x04none', 'latin1') }).fault).not.toBe('')
  })
})
