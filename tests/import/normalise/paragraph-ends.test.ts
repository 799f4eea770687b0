// Where printed lines end a paragraph: what the widths prove, and what is refused because they do not.
import { describe, expect, it } from 'vitest'
import { readPage } from '#lib/import/normalise/read-page'

const lines = (...printed: readonly string[]) => `${printed.join('\n')}\n`
const rules = (text: string) => readPage(text).faults.map(({ rule }) => rule)

const first = [
  '本报讯昨日晚上安庆一家船厂的夜校',
  '开课，四十名焊工围坐在长桌旁，听劳',
  '模讲立焊的手法，一直听到十点，江面上',
  '已经没有船了。',
]

const more = [
  '课程由工人自己来点，每周讲两个',
  '晚上，开班两个月，已有二十六人拿到了',
  '证书，听的人一个也没有走掉，都在学。',
]

describe('a page of printed lines without an empty line', () => {
  it('is read where its widths show every end', () => {
    const page = readPage(
      lines(
        '夜校办到江边',
        ...first,
        '课程由工人自己来点，每周讲两个',
        '晚上，开班两个月，已有二十六人拿到了',
        '证书。',
      ),
    )
    expect(page.faults).toEqual([])
    expect(page.blocks.map(({ lines }) => lines)).toEqual([[1], [2, 3, 4, 5], [6, 7, 8]])
  })

  it('is refused where a sentence ends with a full line above a short one, and says what to do', () => {
    const text = lines('夜校办到江边', ...first, ...more, '灯也亮着。')
    const [fault] = readPage(text).faults
    expect(fault).toMatchObject({ rule: 'page-line-ends', line: 8 })
    expect(fault?.message).toMatch(/第 8 行.*PDF.*一行一段.*空一行.*--allow page-line-ends/)
  })

  it('is not refused with empty lines between articles: a doubt names the lines', () => {
    const text = lines(
      '夜校办到江边',
      '',
      ...first.slice(0, 3),
      '已经没有船了，听的人一个也没有走掉。',
      '灯也亮着。',
    )
    expect(rules(text)).toEqual([])
  })
})

it('a few lines that may be paragraphs or printed lines are refused; set in they are paragraphs', () => {
  const caption = [
    '十一月十日，渔业工人在江边整理渔网，准备冬捕。',
    '当地工会为三百多名渔工送来了手套和姜茶。',
  ]
  expect(rules(lines('冬捕', ...caption))).toEqual(['page-line-ends'])
  expect(rules(lines('冬捕', ...caption.map(line => `　　${line}`)))).toEqual([])
})
