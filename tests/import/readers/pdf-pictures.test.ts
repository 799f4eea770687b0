// Photographs of a PDF page: beside the item whose caption stands next to them, as the file that the PDF holds, or as its pixels.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { editIssue } from '#lib/issues/edit-issue'
import { importBytes } from '#lib/issues/import-file'
import { photo } from '../../photographs'
import { type Photograph, type Sheet, writePdf } from './pdf-writer'
import { importHere } from './read-in-process'
import { draft, setPhoto, setRunningHead, setStory, sheetOf } from './typeset'

const story = {
  title: '下班后去广场学一门手艺',
  byline: '本报记者 乔立言 通讯员 武青禾',
  body: [
    '晚上七点，山西省大同市平城区文化广场亮起一排白炽灯，焊花、面香和剪刀声混在一起。这是市总工会今年6月开张的“技能夜市”，12个摊位不卖东西，只教手艺。',
    '在电工摊前，保安员冯二柱拿着剥线钳练了四十分钟。他说白天没空上课，夜里溜达着就把低压电工的实操学了大半，“师傅说我这手稳，适合吃这碗饭”。',
    '市总职工服务中心主任靳红霞介绍，夜市的摊主都是从各企业请来的技师，学员学满20个课时就能免费参加一次鉴定考试。开市五个月，已有2,316人登记。',
  ],
}
const item = {
  title: '果园里的“协商桌”',
  caption: '11月3日，在广西田东县的芒果园里，采摘工代表围坐在果筐旁商定工价。',
  credit: '黄凤鸣 摄',
}

function page(photographs: (box: Photograph) => readonly Photograph[], jpeg: Buffer): Sheet {
  const one = draft()
  const top = setRunningHead(one, 620, ['03', '基层', '山海工报', '2031年5月12日'])
  setStory(one, story, { x: 36, y: top, columns: 3, measure: 126, gutter: 15 })
  const box = { x0: 460, y0: top + 10, x1: 586, y1: top + 94 }
  setPhoto(one, item, box)
  return { ...sheetOf(one, 620, 700), photographs: photographs({ ...box, jpeg, pixels: [300, 200] }) }
}

let out = ''
let jpeg = Buffer.alloc(0)
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'pdf-pictures-'))
  jpeg = Buffer.from(await photo(300, 200, 3))
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

const take = (issue: string, sheet: Sheet) =>
  importBytes(
    [{ file: 'page.pdf', bytes: writePdf([sheet]) }],
    { file: 'page.pdf', issue },
    { out, replace: false, allow: [] },
    new Map(),
  )
const pictures = (issue: string) => readdirSync(join(out, issue)).filter(name => /\.(?:jpg|png)$/.test(name))

it('brings the file itself, beside the item of its caption; an editor’s words stay when it is read again', () => {
  const sheet = page(box => [box, { ...box, x1: box.x0 + 20, y1: box.y0 + 20 }], jpeg)
  const done = take('p1', sheet)
  expect(done.problems).toEqual([])
  const own = done.edition?.articles.find(({ kind }) => kind === 'photo')
  const file = `${String(own?.number).padStart(2, '0')}.jpg`
  expect(pictures('p1')).toEqual([file])
  expect(readFileSync(join(out, 'p1', file)).equals(jpeg)).toBe(true)
  const edited = editIssue(out, 'p1', { do: 'picture', item: file.slice(0, 2), file, alt: '果园里的会' })
  expect(edited.problems).toEqual([])
  expect(take('p1', sheet)).toMatchObject({ state: 'unchanged', problems: [] })
  expect(readFileSync(join(out, 'p1', `${file.slice(0, 2)}.md`), 'utf8')).toContain('alt: "果园里的会"')
  expect(checkContent(out, () => {}, 'p1').problems).toEqual([])
})

it('brings the pixels where the file cannot be had', async () => {
  const done = take(
    'p2',
    page(box => [{ ...box, hex: true }], jpeg),
  )
  expect(done.problems).toEqual([])
  const [name = ''] = pictures('p2')
  expect(name).toMatch(/\.png$/)
  const mean = async (bytes: Buffer) =>
    (await sharp(bytes).resize(1, 1, { fit: 'fill' }).removeAlpha().raw().toBuffer()).subarray(0, 3)
  const [from, to] = await Promise.all([jpeg, readFileSync(join(out, 'p2', name))].map(mean))
  for (const colour of [0, 1, 2])
    expect(Math.abs((from?.[colour] ?? 0) - (to?.[colour] ?? 99))).toBeLessThan(6)
})

it('says which picture an editor has to bring by hand, and where it stands', async () => {
  const leaning = page(box => [box, { ...box, matrices: [[0.98, 0.2, -0.2, 0.98, 0, 0]] }], jpeg)
  const { page: read } = await importHere(writePdf([leaning]))
  const said = read.doubts.map(({ message }) => message).filter(message => message.includes('没有取出'))
  expect(said).toEqual([
    expect.stringMatching(/^第1页（距左 \d+ 点、距上 \d+ 点.*有一张图片没有取出：斜放在版面上/),
  ])
})
