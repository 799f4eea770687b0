// Layouts of printed pages that are easily read wrong: a headline between its columns, a picture among them, an upright headline.
import { expect, it } from 'vitest'
import { writePdf } from './pdf-writer'
import { importHere } from './read-in-process'
import { body, type Draft, draft, setHead, setLines, setStory, sheetOf } from './typeset'

const measure = 120
const gutter = 15
const columnAt = (at: number) => 36 + at * (measure + gutter)

const dance = {
  title: '一小时够学会一支舞',
  body: [
    '本报讯 中午12时，一家化纤企业的活动室里响起鼓点，二十多名女职工跟着老师踏步、转身。一小时后，她们擦擦汗，换上工装回到岗位，说下午手脚都轻快了许多。',
    '课堂开了七个月，来过的女职工超过一千三百人次。挡车工崔美子学会了急救，上个月在公交车上给一位噎住的老人做了处置，车里的人都给她鼓掌。',
    '眼下，区总正在和三家企业商量，把课堂的录像放到内网上，让夜班的姐妹也能跟着学，往后还要添一门茶艺。',
  ],
}
const lamp = {
  title: '楼下那盏灯夜里不打烊',
  body: [
    '清晨6点，港口设备维修工向立春已经爬上了40多米高的门机，从工具袋里取出一张折得发皱的工单，对照着上面的编号逐个检查螺栓。',
    '这样的工单，向立春攒了满满三个纸箱。20年来，他参与检修设备4,600多台次，记下的故障笔记有70多本。',
  ],
}

/** Sets lines into columns, each with its own first baseline and number of lines; the last takes the rest. */
function setInto(
  page: Draft,
  story: typeof dance,
  places: readonly (readonly [column: number, y: number, lines: number])[],
) {
  const lines = [...setLines(story.body, measure)]
  places.forEach(([column, y, count], place) => {
    const own = lines.splice(0, place === places.length - 1 ? lines.length : count)
    own.forEach(({ text, indent, font }, at) => {
      page.texts.push({ text, x: columnAt(column) + indent, y: y + at * body.leading, size: body.size, font })
    })
  })
}

async function read(page: Draft, width: number) {
  const { articles } = (await importHere(writePdf([sheetOf(page, width, 700, texts => texts)]))).page
  return articles.map(({ kicker, title, subtitle, blocks }) => ({
    ...{ kicker, title, subtitle },
    text: blocks.map(({ text }) => text),
  }))
}

const bare = ({ title, body }: typeof dance) => ({ kicker: '', title, subtitle: '', text: body })

it('a headline between the columns of its article', async () => {
  const page = draft()
  const under = setStory(page, lamp, { x: 36, y: 40, columns: 4, measure, gutter })
  const top = under + 30
  const inner = setHead(page, dance, { x: columnAt(1), y: top, columns: 2, measure, gutter })
  const count = Math.floor(setLines(dance.body, measure).length / 4)
  setInto(page, dance, [
    [0, top + body.leading, count + 2],
    [1, inner, count],
    [2, inner, count],
    [3, top + body.leading, 0],
  ])
  expect(await read(page, 620)).toEqual([bare(lamp), bare(dance)])
})

it('a picture without a caption over the last columns of an article, under another article', async () => {
  const page = draft()
  const under = setStory(page, lamp, { x: 36, y: 40, columns: 4, measure, gutter })
  const top = setHead(page, dance, { x: columnAt(0), y: under + 30, columns: 4, measure, gutter })
  page.pictures.push({ x0: columnAt(2), y0: top - 8, x1: columnAt(3) + measure, y1: top + 40 })
  setInto(page, dance, [
    [0, top, 7],
    [1, top, 6],
    [2, top + 58, 2],
    [3, top + 58, 0],
  ])
  expect(await read(page, 620)).toEqual([bare(lamp), bare(dance)])
})

it('a line beside an upright headline is what the other lines of its font on the page are', async () => {
  const page = draft()
  const kicked = { ...lamp, kicker: '一位维修工的二十年', title: lamp.title }
  const under = setStory(page, kicked, { x: 36, y: 40, columns: 4, measure, gutter })
  const top = under + 40
  for (const [at, mark] of [...dance.title].entries())
    page.texts.push({ text: mark, x: columnAt(1) - 34, y: top + 20 * at, size: 19, font: 'bold' })
  page.texts.push({ text: '女职工的午间课堂开了七个月', x: 200, y: top, size: 12, font: 'hei' })
  setInto(page, dance, [
    [1, top + 24, 9],
    [2, top + 24, 9],
    [3, top + 24, 0],
  ])
  const [, upright] = await read(page, 620)
  expect(upright).toEqual({ ...bare(dance), subtitle: '女职工的午间课堂开了七个月' })
})
