// Layouts of printed pages that are easily read wrong: a headline between its columns, a picture among them, an upright headline.
import { expect, it } from 'vitest'
import { writePdf } from './pdf-writer'
import { importHere } from './read-in-process'
import { body, type Draft, draft, setHead, setLines, setPhoto, setStory, sheetOf } from './typeset'

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

/** A headline on one line from `x` on. */
const put = (page: Draft, text: string, x: number, y: number, size = 20) =>
  page.texts.push({ text, x, y, size, font: 'bold' })

it('captions that are shorter than their picture, their credits at its right end', async () => {
  const page = draft()
  const under = setStory(page, lamp, { x: 36, y: 40, columns: 4, measure, gutter })
  const [left, right] = [columnAt(0), columnAt(3) + measure]
  const captions = ['近日，一家企业的职工在职工之家学习剪纸。', '11月6日，职工在流动医疗车前接受体检。']
  const credits = ['本报记者 查一帆 摄', '通讯员 裘芳 摄']
  const next = setPhoto(
    page,
    { title: '指尖上的年味', caption: captions[0] ?? '', credit: credits[0] ?? '' },
    { x0: left, x1: right, y0: under + 20, y1: under + 120 },
  )
  setPhoto(
    page,
    { caption: captions[1] ?? '', credit: credits[1] ?? '' },
    { x0: left, x1: right, y0: next + 20, y1: next + 120 },
  )
  expect(await read(page, 620)).toEqual([
    bare(lamp),
    { kicker: '', title: '指尖上的年味', subtitle: '', text: [captions[0]] },
    { kicker: '', title: '', subtitle: '', text: [captions[1]] },
  ])
})

it('text under a picture that columns of two articles stand beside', async () => {
  const page = draft()
  put(page, dance.title, columnAt(0), 80)
  page.pictures.push({ x0: columnAt(1), y0: 96, x1: columnAt(2) + measure, y1: 154 })
  setInto(page, dance, [
    [0, 104, 11],
    [1, 174, 6],
    [2, 174, 0],
  ])
  put(page, lamp.title, columnAt(3), 64, 11.5)
  setInto(page, lamp, [[3, 88, 0]])
  expect(await read(page, 620)).toEqual([bare(dance), bare(lamp)])
})

it('a headline in the middle of its columns, the first of which stands beside a picture under another article', async () => {
  const page = draft()
  const under = setStory(page, lamp, { x: columnAt(0), y: 40, columns: 2, measure, gutter })
  put(page, dance.title, columnAt(1) + 60, under + 120)
  page.pictures.push({ x0: columnAt(1), y0: under + 130, x1: columnAt(3) + measure, y1: under + 200 })
  setInto(page, dance, [
    [0, under + 140, 8],
    [1, under + 220, 4],
    [2, under + 220, 4],
    [3, under + 220, 0],
  ])
  expect(await read(page, 620)).toEqual([bare(lamp), bare(dance)])
})

it('a headline far to the left of its columns, with nothing else near it', async () => {
  const page = draft()
  const under = setStory(page, lamp, { x: columnAt(2), y: 40, columns: 2, measure, gutter })
  put(page, dance.title, columnAt(0), under + 60, 16)
  setInto(page, dance, [
    [2, under + 56, 9],
    [3, under + 56, 0],
  ])
  expect(await read(page, 620)).toEqual([bare(lamp), bare(dance)])
})

it('two headlines that fill their columns, no farther apart than these', async () => {
  const page = draft()
  const short = { ...lamp, title: '那盏灯夜里不打烊' }
  put(page, dance.title, columnAt(2) - gutter - 9 * 26, 80, 26)
  put(page, short.title, columnAt(2), 80, 26)
  setInto(page, dance, [
    [0, 104, 11],
    [1, 104, 0],
  ])
  setInto(page, short, [
    [2, 104, 5],
    [3, 104, 0],
  ])
  expect(await read(page, 620)).toEqual([bare(dance), bare(short)])
})

it('a name on a line of its own, and a credit on two, in the font of the text', async () => {
  const page = draft()
  const top = setHead(page, dance, { x: columnAt(0), y: 40, columns: 2, measure, gutter })
  const lines = [{ text: '宋砚', indent: 0, font: 'song' as const }, ...setLines(dance.body, measure)]
  const height = Math.ceil(lines.length / 2)
  lines.forEach(({ text, indent }, at) => {
    const x = columnAt(Math.floor(at / height)) + indent
    page.texts.push({ text, x, y: top + (at % height) * body.leading, size: body.size })
  })
  const caption = '11月9日，一家企业举办职工子女开放日，孩子们戴上安全帽。'
  const picture = { x0: columnAt(3), y0: 60, x1: columnAt(3) + measure, y1: 130 }
  const end = setPhoto(page, { caption, credit: '' }, picture) - 2 * body.leading
  const credit = ['卓文君 孔秋水 摄（新华社', '发）']
  for (const [at, text] of credit.entries()) {
    const x = picture.x1 - [...text].reduce((sum, mark) => sum + (mark === ' ' ? 0.5 : 1), 0) * body.size
    page.texts.push({ text, x, y: end + (at + 1) * body.leading, size: body.size })
  }
  const { articles } = (await importHere(writePdf([sheetOf(page, 620, 700)]))).page
  expect(articles.map(({ byline, blocks }) => [byline, blocks.map(({ text }) => text)])).toEqual([
    ['宋砚', dance.body],
    [credit.join(''), [caption]],
  ])
})

it('a picture with its caption across two columns amid its article', async () => {
  const page = draft()
  const under = setStory(page, lamp, { x: 36, y: 40, columns: 4, measure, gutter })
  const top = setHead(page, dance, { x: columnAt(0), y: under + 30, columns: 4, measure, gutter })
  const picture = {
    x0: columnAt(1),
    y0: top + 3 * body.leading - 4,
    x1: columnAt(2) + measure,
    y1: top + 3 * body.leading + 90,
  }
  const caption = '图为女职工在活动室里跟着老师学跳舞。'
  const below = setPhoto(page, { caption, credit: '本报记者 方舟 摄' }, picture) + 6
  setInto(page, dance, [
    [0, top, 8],
    [1, top, 2],
    [1, below, 2],
    [2, top, 2],
    [2, below, 2],
    [3, top, 0],
  ])
  const [first, second, photo] = await read(page, 620)
  expect([first, second]).toEqual([bare(lamp), bare(dance)])
  expect(photo?.text.join()).toContain(caption.slice(0, -1))
})

it('what the paper tells buyers of a bad copy, at the foot of the page, is of no article', async () => {
  const notice = '本报如有缺页、残页等印装质量问题，请与印刷厂联系调换。'
  const page = draft()
  setStory(page, { ...lamp, byline: '' }, { x: 36, y: 60, columns: 3, measure, gutter })
  const bottom = Math.max(...page.texts.map(({ y }) => y))
  page.texts.push({ text: notice, x: 90, y: bottom + 40, size: 8 })
  expect(await read(page, 470)).toEqual([bare(lamp)])
})
