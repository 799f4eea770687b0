// Decisions on an issue: several at once or none, on pages of every kind, never over what somebody else has written.
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { editIssue, undoEdit } from '#lib/issues/edit-issue'
import { versionOf } from '#lib/issues/folder-version'
import { rememberingReader } from '#lib/issues/page-reader'
import { writePdf } from '../import/readers/pdf-writer'
import { draft, setRunningHead, setStory, sheetOf } from '../import/readers/typeset'
import { copyIssue, emptyFolders, filesIn, importInto, utf8 } from './folders'

const emptyFolder = emptyFolders()

const page = [
  '山海市总为快递员建驿站',
  '',
  '本报讯（记者乔立言）11月3日，湖北省宜昌市总工会在城南建成第一座快递员驿站，里面有热水、药箱和充电柜。',
  '',
  '快递员武青禾说：“冬天有地方暖手，夏天有地方歇脚，出门在外就像有了一个家。”',
  '',
  '楼下那盏灯夜里不打烊',
  '',
  '本报讯（记者岳小满）清晨6点，港口设备维修工向立春已经爬上了40多米高的门机，逐个检查螺栓。',
  '',
  '20年来，他参与检修设备4,600多台次，记下的故障笔记有70多本，被工友叫作“活图纸”。',
  '',
].join('\n')

function issueOf(bytes: Uint8Array, file: string): { readonly out: string; readonly dir: string } {
  const out = emptyFolder()
  const done = importInto(out, bytes, { file })
  expect(done.problems).toEqual([])
  return { out, dir: join(out, 'demo-1') }
}

const set = (value: string, field = 'topic', item = '01') => ({ do: 'set', item, field, value }) as const

describe('several decisions at once', () => {
  it('are made together and written once', () => {
    const { out, dir } = issueOf(utf8(page), 'page.txt')
    const done = editIssue(out, 'demo-1', [set('民主管理'), set('民主管理', 'topic', '02')])
    expect(done.problems).toEqual([])
    expect(done.made).toHaveLength(2)
    expect(readFileSync(join(dir, '01.md'), 'utf8')).toContain('topic: "民主管理"')
    expect(readFileSync(join(dir, '02.md'), 'utf8')).toContain('topic: "民主管理"')
    expect(checkContent(out).problems).toEqual([])
  })

  it('are none where a city would be in another province, or is one that there is not', () => {
    const { out, dir } = issueOf(utf8(page), 'page.txt')
    const before = filesIn(dir)
    const [far, none] = [
      editIssue(out, 'demo-1', set('成都', 'cities')),
      editIssue(out, 'demo-1', set('宜唱', 'cities')),
    ]
    expect(far.problems[0]?.message).toContain('“成都”在四川')
    expect(none.problems[0]?.message).toContain('是不是“宜昌”')
    expect(filesIn(dir)).toEqual(before)
    const both = editIssue(out, 'demo-1', [set('四川', 'provinces'), set('成都', 'cities')])
    expect(both.problems).toEqual([])
  })

  it('are none where one of them does not fit', () => {
    const { out, dir } = issueOf(utf8(page), 'page.txt')
    const before = filesIn(dir)
    const wrong = { do: 'join', item: '01', text: '这一版没有的字' } as const
    expect(editIssue(out, 'demo-1', [wrong, set('民主管理')]).problems[0]?.rule).toBe('edit-open')
    expect(filesIn(dir)).toEqual(before)
  })
})

describe('a doubt is settled', () => {
  const leaf =
    '秋天的最后一片叶子\n\n本报讯（记者乔立言）风吹过来，那片叶子落在了台阶上，打了两个转。\n\n我把它夹进了书里，合上书，又翻开看了一眼。\n\n'
  const snow =
    '冬天的第一片雪花\n\n本报讯（记者岳小满）雪是半夜下起来的，早上推开窗，屋顶全白了。\n\n孩子伸手去接，雪花在手心里化成一滴水。\n'
  const says = '文中没有足以确定省份的地名，按全国处理'

  it('of its own item only, though another has one in the same words, and none that nobody has', () => {
    const { out, dir } = issueOf(utf8(leaf + snow), 'page.txt')
    const count = () => readFileSync(join(dir, 'issue.md'), 'utf8').split(says).length - 1
    expect(count()).toBe(2)
    expect(editIssue(out, 'demo-1', { do: 'settle', item: '02', doubt: says }).problems).toEqual([])
    expect(count()).toBe(1)
    const before = filesIn(dir)
    for (const [item, doubt] of [
      ['02', '第1行'],
      ['09', says],
    ] as const) {
      const [problem] = editIssue(out, 'demo-1', { do: 'settle', item, doubt }).problems
      expect(problem?.message).toMatch(/没有这条存疑：.*应从 issue\.md 照抄全文/)
    }
    expect(filesIn(dir)).toEqual(before)
    expect(editIssue(out, 'demo-1', { do: 'settle', item: '01', doubt: `第1行：${says}` }).problems).toEqual(
      [],
    )
    expect(count()).toBe(0)
  })
})

describe('a page of another kind than text', () => {
  const story = {
    kicker: '搭平台 送课程 建档案',
    title: '下班后去广场学一门手艺',
    byline: '本报记者 乔立言 通讯员 武青禾',
    body: [
      '晚上七点，山西省大同市平城区文化广场亮起一排白炽灯，焊花、面香和剪刀声混在一起。12个摊位不卖东西，只教手艺。',
      '市总职工服务中心主任靳红霞介绍，夜市的摊主都是从各企业请来的技师。开市五个月，已有2,316人登记。',
    ],
  }
  const sheet = draft()
  const top = setRunningHead(sheet, 620, ['03', '基层', '山海工报', '2031年5月12日'])
  setStory(sheet, story, { x: 36, y: top, columns: 3, measure: 126, gutter: 15 })
  const web = `<html><head><title>${story.title}</title></head><body><div class="article"><h1>${story.title}</h1><div class="content">${story.body
    .map(one => `<p>　　${one}</p>`)
    .join('\n')}</div></div></body></html>`

  it.each([
    ['a PDF', () => writePdf([sheetOf(sheet, 620, 700, texts => texts)]), 'source.pdf'],
    ['a web page', () => utf8(web), 'source.html'],
  ])('is edited and undone to the same bytes: %s', (_, make, kept) => {
    const { out, dir } = issueOf(make(), 'page')
    const before = filesIn(dir)
    const reader = rememberingReader()
    const done = editIssue(out, 'demo-1', set('民主管理'), { reader })
    expect([done.problems, done.changes]).toEqual([[], ['01.md', 'edits.yaml', 'issue.md']])
    expect(filesIn(dir).get(kept)).toBe(before.get(kept))
    expect(checkContent(out).problems).toEqual([])
    expect(undoEdit(out, 'demo-1', undefined, { reader }).problems).toEqual([])
    expect(filesIn(dir)).toEqual(before)
  })
})

describe('what others have written', () => {
  it('is not written over: the version that the editor saw is not there any more', () => {
    const out = emptyFolder()
    copyIssue(out, 'tests/content')
    const dir = join(out, 'gh202411')
    const seen = versionOf(dir)
    const other = readFileSync(join(dir, '03.md'), 'utf8').replace('cities: ["成都"]', 'cities: ["绵阳"]')
    writeFileSync(join(dir, '03.md'), other)
    const done = editIssue(out, 'gh202411', set('民主管理', 'topic', '03'), { expected: seen })
    expect(done.problems[0]?.rule).toBe('edit-changed')
    expect(readFileSync(join(dir, '03.md'), 'utf8')).toBe(other)
    // Seen anew, it is understood as a decision, and the next one goes beside it.
    expect(editIssue(out, 'gh202411', set('民主管理', 'topic', '03')).problems).toEqual([])
    expect(readFileSync(join(dir, '03.md'), 'utf8')).toMatch(/"绵阳"[\s\S]*"民主管理"/)
    expect(checkContent(out).problems).toEqual([])
  })

  it('stays as it is: files that do not change keep their times, hidden files stay', () => {
    const { out, dir } = issueOf(utf8(page), 'page.txt')
    writeFileSync(join(dir, '.02.md.swp'), 'of an editor')
    const then = new Date('2020-02-02T02:02:02Z')
    for (const name of ['02.md', 'source.txt']) utimesSync(join(dir, name), then, then)
    expect(editIssue(out, 'demo-1', set('民主管理')).problems).toEqual([])
    for (const name of ['02.md', 'source.txt']) expect(statSync(join(dir, name)).mtime).toEqual(then)
    expect(statSync(join(dir, '01.md')).mtime).not.toEqual(then)
    expect(readFileSync(join(dir, '.02.md.swp'), 'utf8')).toBe('of an editor')
  })
})
