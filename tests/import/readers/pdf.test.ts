// A PDF page into a folder: its articles, what is kept of it, and that the audit finds every glyph that is not where it should be.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { readContent } from '#lib/format/content-folder'
import { parseGlyphRecord, printGlyphRecord } from '#lib/format/glyph-record'
import { importBytes, knownPages } from '#lib/issues/import-file'
import { type Sheet, writePdf } from './pdf-writer'
import { importHere } from './read-in-process'
import { draft, setPhoto, setRunningHead, setStory, sheetOf } from './typeset'

const fair = {
  kicker: '搭平台 送课程 建档案',
  title: '下班后去广场学一门手艺',
  byline: '本报记者 乔立言 通讯员 武青禾',
  body: [
    '晚上七点，山西省大同市平城区文化广场亮起一排白炽灯，焊花、面香和剪刀声混在一起。这是市总工会今年6月开张的“技能夜市”，12个摊位不卖东西，只教手艺。',
    '## 保安员的新活计',
    '在电工摊前，保安员冯二柱拿着剥线钳练了四十分钟。他说白天没空上课，夜里溜达着就把低压电工的实操学了大半，“师傅说我这手稳，适合吃这碗饭”。',
    '市总职工服务中心主任靳红霞介绍，夜市的摊主都是从各企业请来的技师，学员学满20个课时就能免费参加一次鉴定考试。开市五个月，已有2,316人登记。',
  ],
}
const lamp = {
  title: '楼下那盏灯夜里不打烊',
  body: [
    '本报讯（记者岳小满）清晨6点，湖北省宜昌市的港口设备维修工向立春已经爬上了40多米高的门机，从工具袋里取出一张折得发皱的工单，对照着上面的编号逐个检查螺栓。',
    '这样的工单，向立春攒了满满三个纸箱。20年来，他参与检修设备4,600多台次，记下的故障笔记有70多本，被工友叫作“活图纸”。',
  ],
}

/** The drawing order means nothing: texts from the last to the first. */
function page(): Sheet {
  const one = draft()
  const top = setRunningHead(one, 620, ['03', '基层', '山海工报', '2031年5月12日'])
  const under = setStory(one, fair, { x: 36, y: top, columns: 3, measure: 126, gutter: 15 })
  setPhoto(
    one,
    {
      title: '果园里的“协商桌”',
      caption: '11月3日，在广西田东县的芒果园里，采摘工代表围坐在果筐旁商定工价。',
      credit: '黄凤鸣 摄',
    },
    { x0: 460, y0: top + 10, x1: 586, y1: top + 90 },
  )
  setStory(one, lamp, { x: 36, y: under + 20, columns: 2, measure: 196, gutter: 18 })
  return sheetOf(one, 620, 700, texts => [...texts].reverse())
}

const sole = (sheet: Sheet) => writePdf([sheet])
let out = ''
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'pdf-'))
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

const options = () => ({ out, replace: false, allow: [] })

describe('a PDF page', () => {
  it('becomes its articles, whatever the drawing order', async () => {
    const { page: read } = await importHere(sole(page()))
    expect(read.facts).toMatchObject({ date: '2031-05-12', publication: '山海工报' })
    expect(read.articles.map(({ kind, title, kicker, byline }) => [kind, kicker, title, byline])).toEqual([
      ['article', fair.kicker, fair.title, fair.byline],
      ['photo', '', '果园里的“协商桌”', '黄凤鸣 摄'],
      ['article', '', lamp.title, ''],
    ])
    const [first, , second] = read.articles
    expect(first?.blocks.map(({ kind, text }) => (kind === 'subheading' ? `## ${text}` : text))).toEqual(
      fair.body,
    )
    expect(second?.blocks.map(({ text }) => text)).toEqual(lamp.body)
  })

  it('is kept byte for byte, proved, and read again without a change', () => {
    const bytes = sole(page())
    const given = { file: 'page.pdf', issue: 'shgb-3' }
    const done = importBytes(bytes, given, options(), knownPages(out))
    expect(done.problems).toEqual([])
    const dir = join(out, given.issue)
    expect(readdirSync(dir).sort()).toEqual([
      '01.md',
      '02.md',
      '03.md',
      'glyphs.tsv',
      'issue.md',
      'source.pdf',
      'source.txt',
    ])
    expect(Buffer.from(bytes).equals(readFileSync(join(dir, 'source.pdf')))).toBe(true)
    expect(checkContent(out).problems).toEqual([])
    expect(importBytes(bytes, given, options(), knownPages(out)).state).toBe('unchanged')
    expect(readContent(out).issues.get(given.issue)?.publication).toBe('山海工报')
  })

  it('fails the check when a glyph, a line or the PDF itself is changed', () => {
    const dir = join(out, 'shgb-3')
    const change = (name: string, edit: (text: string) => string) => {
      const file = join(dir, name)
      const before = readFileSync(file)
      const after = edit(before.toString('latin1'))
      expect(after).not.toBe(before.toString('latin1'))
      writeFileSync(file, after, 'latin1')
      const rules = new Set(checkContent(out).problems.map(({ rule }) => rule))
      writeFileSync(file, before)
      return rules
    }
    const record = readFileSync(join(dir, 'glyphs.tsv'), 'utf8')
    const range = /^行\t.*\t(\d+)-(\d+)$/m.exec(record)
    expect(change('source.pdf', text => text.replace('%%EOF', '%%eof'))).toContain('pdf-changed')
    expect(
      change('glyphs.tsv', text => text.replace(`\t${range?.[1]}-${range?.[2]}\n`, `\t${range?.[1]}\n`)),
    ).toContain('glyph-owner')
    expect(change('glyphs.tsv', text => text.replace(/\n[^\t\n]+\t\d+\t1\t[^\n]*(?=\n)/, ''))).toContain(
      'glyph-owner',
    )
    expect(change('source.txt', text => text.replace('20', '21'))).toContain('glyph-line')
    expect(change('source.txt', text => `${text}\nx`)).toContain('glyph-line')
    expect(checkContent(out).problems).toEqual([])
  })

  it('has a record that is printed as it was read', () => {
    const text = readFileSync(join(out, 'shgb-3', 'glyphs.tsv'), 'utf8')
    const record = parseGlyphRecord(text)
    expect(Array.isArray(record) ? record : printGlyphRecord(record)).toBe(text)
  })
})
