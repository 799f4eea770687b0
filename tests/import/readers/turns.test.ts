// An article that goes on on another page is one article; its turn lines and its second headline are left out by name.
import { expect, it } from 'vitest'
import { writePdf } from './pdf-writer'
import { importHere } from './read-in-process'
import { body, breakLines, type Draft, draft, setLines, setRunningHead, sheetOf } from './typeset'

const first = '晚上七点，山西省大同市平城区文化广场亮起一排白炽灯，焊花、面香和剪刀声混在一起。'
const cuts = {
  'amid a sentence': [
    '在电工摊前，保安员冯二柱拿着剥线钳练了四十分钟。他说白天没空上课，夜里溜达着就把低压',
    '电工的实操学了大半，“师傅说我这手稳，适合吃这碗饭”。',
  ],
  'between two sentences': [
    '在电工摊前，保安员冯二柱拿着剥线钳练了四十分钟，电工的实操学了大半。',
    '他说白天没空上课，夜里溜达着就来了，“师傅说我这手稳，适合吃这碗饭”。',
  ],
}
const last = '天气渐冷，夜市没有收摊，而是搬进了附近的体育馆。'

/** One column of 300 points; the text ends in full lines, or begins without an indent. */
function column(
  page: Draft,
  title: string,
  y: number,
  lines: readonly { text: string; indent: number }[],
): number {
  page.texts.push({ text: title, x: 60, y: y + 20, size: 20, font: 'bold' })
  lines.forEach(({ text, indent }, at) => {
    page.texts.push({ text, x: 36 + indent, y: y + 46 + at * body.leading, size: body.size })
  })
  return y + 46 + lines.length * body.leading
}

it.each(Object.entries(cuts))('joins what 下转 and 上接 part %s', async (_, cut) => {
  const [one, two] = [draft(), draft()]
  const top = setRunningHead(one, 400, ['1', '要闻', '山海工报', '2031年5月12日'])
  const end = column(one, '下班后去广场学手艺', top, setLines([first, cut[0] ?? ''], 324))
  one.texts.push({ text: '（下转第2版）', x: 300, y: end, size: body.size })
  const next = setRunningHead(two, 400, ['2', '综合', '山海工报', '2031年5月12日'])
  two.texts.push({ text: '（上接第1版）', x: 36, y: next + 10, size: body.size })
  const rest = breakLines(cut[1] ?? '', 324, body.size).map(text => ({ text, indent: 0 }))
  column(two, '下班后去广场学手艺', next + 14, [...rest, ...setLines([last], 324)])
  const { page } = await importHere(writePdf([sheetOf(one, 400, 400), sheetOf(two, 400, 400)]))
  expect(page.articles.map(({ title, blocks }) => [title, blocks.map(({ text }) => text)])).toEqual([
    ['下班后去广场学手艺', [first, cut.join(''), last]],
  ])
  const reasons = page.leftOut.map(({ reason }) => reason)
  expect(reasons).toEqual(['报眉', '转版', '报眉', '转版', '转版标题'])
})
