// Files of an issue that were changed by hand, whatever its page came from: decisions from then on, or refused in words.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { editIssue } from '#lib/issues/edit-issue'
import { readEditable } from '#lib/issues/editable'
import { importBytes } from '#lib/issues/import-file'
import { rememberingReader } from '#lib/issues/page-reader'
import { writeDocx } from '../import/readers/docx-writer'
import { writePdf } from '../import/readers/pdf-writer'
import { draft, setRunningHead, setStory, sheetOf } from '../import/readers/typeset'

let home = ''
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'by-hand-'))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

const [title, byline] = ['下班后去广场学一门手艺', '本报记者 乔立言 通讯员 武青禾']
const bodyOf = (count: string) => [
  '晚上七点，山西省大同市平城区文化广场亮起一排白炽灯，焊花、面香和剪刀声混在一起。12个摊位不卖东西，只教手艺。',
  `市总职工服务中心主任靳红霞介绍，夜市的摊主都是从各企业请来的技师。开市五个月，已有${count}人登记。`,
  '离灯最近的摊位教电工，摊主在木板上装了三十只开关，来的人先学会断电，再学接线。',
]

function printed(count: string): Uint8Array {
  const sheet = draft()
  const top = setRunningHead(sheet, 620, ['03', '基层', '山海工报', '2031年5月12日'])
  setStory(
    sheet,
    { title, byline, body: bodyOf(count) },
    { x: 36, y: top, columns: 3, measure: 126, gutter: 15 },
  )
  return writePdf([sheetOf(sheet, 620, 700, texts => texts)])
}
const utf8 = (text: string) => new TextEncoder().encode(text)
const typed = (count: string) => utf8(`${[title, byline, ...bodyOf(count)].join('\n\n')}\n`)
const written = (count: string) =>
  writeDocx([{ text: title, style: 'Title' }, ...[byline, ...bodyOf(count)].map(text => ({ text }))])
const saved = (count: string) =>
  utf8(
    `<html><head><title>${title}</title></head><body><div class="article"><h1>${title}</h1><div class="content">${[
      byline,
      ...bodyOf(count),
    ]
      .map(one => `<p>　　${one}</p>`)
      .join('\n')}</div></div></body></html>`,
  )

type Changes = readonly (readonly [from: string | RegExp, to: string])[]

describe.each([
  ['text', typed],
  ['a PDF', printed],
  ['a Word file', written],
  ['a web page', saved],
] as const)('an issue from %s', (name, make) => {
  const out = () => join(home, name)
  const file = () => join(out(), 'demo-1', '01.md')
  const text = () => readFileSync(file(), 'utf8')
  const reader = rememberingReader()
  const pages = new Map<string, Uint8Array>()
  function take(count: string) {
    const bytes = pages.get(count) ?? make(count)
    pages.set(count, bytes)
    const options = { out: out(), replace: false, allow: [], reader }
    return importBytes(bytes, { file: 'page', issue: 'demo-1' }, options, new Map())
  }

  /** Imports the page anew and changes its file by hand: what it is then. */
  function changeFile(changes: Changes): string {
    rmSync(out(), { recursive: true, force: true })
    expect(take('2,316').problems).toEqual([])
    const before = text()
    const after = changes.reduce((changed, [from, to]) => changed.replace(from, to), before)
    expect(after).not.toBe(before)
    writeFileSync(file(), after)
    return after
  }
  const next = { do: 'set', item: '01', field: 'cities', value: '大同、阳泉' } as const
  const kinds = () => readEditable(out(), 'demo-1', reader).operations.map(one => one.do)

  it.each([
    ['a topic', [['lines:', 'topic: "民主管理"\nlines:']], 'set'],
    ['two paragraphs in one', [['登记。\n\n', '登记。']], 'join'],
    ['a sub-heading', [['\n\n离灯', '\n\n## 离灯']], 'role'],
    [
      'a correction',
      [
        ['面香和剪刀声', '面香、剪刀声'],
        [
          '---\n\n',
          'corrections:\n  - source: "面香和剪刀声"\n    print: "面香、剪刀声"\n    why: "顿号"\n---\n\n',
        ],
      ],
      'correct',
    ],
  ] as const)('takes it for a decision, on this page and on a better one: %s', (_name, changes, kind) => {
    const after = changeFile(changes)
    const done = editIssue(out(), 'demo-1', next, { reader })
    expect(done.problems).toEqual([])
    expect(kinds()).toEqual([kind, 'set'])
    expect(text()).toBe(after.replace('["大同"]', '["大同", "阳泉"]'))
    expect(checkContent(out()).problems).toEqual([])
    expect(take('2,317')).toMatchObject({ state: 'written', edition: { kept: [] } })
    expect(kinds()).toEqual([kind, 'set'])
    expect(text().replace('2,317', '2,316')).toBe(after.replace('["大同"]', '["大同", "阳泉"]'))
    expect(checkContent(out()).problems).toEqual([])
  })

  it('takes it for a decision when a better page comes first', () => {
    const after = changeFile([['登记。\n\n', '登记。']])
    const done = take('2,317')
    expect(done.problems).toEqual([])
    expect(done).toMatchObject({ state: 'written', added: [{ do: 'join' }], edition: { kept: [] } })
    expect(text()).toBe(after.replace('2,316', '2,317'))
    expect(checkContent(out()).problems).toEqual([])
  })

  it.each([
    ['a word that the page has not', [['三十只开关', '三百只开关']], '应照源文件，或写进 corrections'],
    ['a sentence less', [['12个摊位不卖东西，只教手艺。', '']], '应补上'],
    ['paragraphs in another order', [[/(晚上七点.*)\n\n(市总.*)/, '$2\n\n$1']], '应放回原处'],
  ] as const)('refuses it, and says where and what to do: %s', (_name, changes, todo) => {
    const after = changeFile(changes)
    const [problem] = editIssue(out(), 'demo-1', next, { reader }).problems
    expect(problem).toMatchObject({
      file: join(out(), 'demo-1', 'source.txt'),
      message: expect.stringMatching(new RegExp(`01\\.md:1[0-9]）.*${todo}`)),
    })
    expect(text()).toBe(after)
  })
})
