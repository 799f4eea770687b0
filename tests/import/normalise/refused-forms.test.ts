// Pages that cannot be read with certainty are refused, with what to do; and what reads like one of them is not.
import { describe, expect, it } from 'vitest'
import { partColumns } from '#lib/import/normalise/part-columns'
import { readPage } from '#lib/import/normalise/read-page'
import { cells } from '#lib/import/normalise/side-by-side'

const left = [
  '　　本报讯(记者沈一舟)昨日,',
  '安庆一家船厂的夜校开课,四',
  '十名焊工围坐在长桌旁,听劳',
  '模讲立焊的手法,一直听到十',
  '点,江面上已经没有船了。',
]
const right = [
  '　　本报讯(记者申兰)近日,平',
  '凉市建成十八个热水房,环卫',
  '工人早晚都能喝上热水,中午',
  '还能热一热饭,街上的商铺轮',
  '流代管,工会补贴水电费。',
]

describe('columns side by side', () => {
  it('are refused with the command that parts them', () => {
    const text = left.map((line, at) => `${line.padEnd(18, '　')}     ${right[at]}`).join('\n')
    const [fault] = readPage(text).faults
    expect(fault?.rule).toBe('page-columns')
    expect(fault?.message).toMatch(/左右两栏.*pdftotext -raw/)
  })

  it('are parted where lines go on down the columns; a third one as well', () => {
    const wide = left.map((line, at) =>
      [line, right[at], left[at]].map(one => one?.padEnd(18, '　')).join('    '),
    )
    const parted = partColumns(wide.join('\n'))
    expect(parted?.parted).toEqual([{ lines: { from: 1, to: 5 }, columns: 3 }])
    expect(
      parted?.text
        .replaceAll('\f', '')
        .split('\n')
        .map(line => line.trim()),
    ).toEqual([...left, ...right, ...left].map(line => line.trim()))
  })

  it('are no table of names', () => {
    const rows = ['贺彤', '王云溪', '苏桦', '何绪文', '林北', '周南'].map(
      name => `${name.padEnd(4, '　')}    某厂职工`,
    )
    expect(readPage(`先进工作者\n\n${rows.join('\n')}\n`).faults).toEqual([])
  })
})

it('columns whose space shrank to one are seen by its place in every line', () => {
  const text = left.map((line, at) => `${line.trim().padEnd(14, '口')} ${right[at]?.trim()}`).join('\n')
  expect(readPage(`${text}\n`).faults.map(({ rule }) => rule)).toEqual(['page-columns'])
})

describe('a few lines beside a long column', () => {
  const long = [...left, ...right].map(line => line.trim())
  const few = ['图为安庆的职工在江边学习焊', '接，一直听到十点。', '沈一舟 摄']
  /** Two columns so many cells apart. */
  const beside = (one: readonly string[], other: readonly string[], between: number) => {
    const edge = Math.max(...one.map(cells)) + between
    const rows = Array.from({ length: Math.max(one.length, other.length) }, (_, at) => {
      const [text, next] = [one[at] ?? '', other[at]]
      return next ? text + ' '.repeat(edge - cells(text)) + next : text
    })
    return `${rows.join('\n')}\n`
  }
  const rules = (text: string) => readPage(text).faults.map(({ rule }) => rule)

  it.each([4, 1, 0])('on the left, %s cells apart', between => {
    expect(rules(beside(few, long, between))).toContain('page-columns')
  })

  it.each([4, 1])('on the right, %s cells apart', between => {
    expect(rules(beside(long, few, between))).toContain('page-columns')
  })

  it('are parted from its first line on, where that one is but a cell apart', () => {
    expect(
      partColumns(beside(few, long, 1))
        ?.text.replaceAll('\f', '')
        .split('\n')
        .filter(Boolean),
    ).toEqual([...few, ...long])
  })

  it('are not parted where the first ones touch', () => {
    expect(partColumns(beside(few, long, 0))).toBeUndefined()
  })

  it('are no times with what is done then', () => {
    const list = ['九点    开幕式，在职工之家', '十点    技能比武，请自带工具', '两点    座谈，劳模发言。']
    expect(rules(`活动安排\n${list.join('\n')}\n`)).not.toContain('page-columns')
  })
})

it('the source of a web page is none', () => {
  const text = '<html><body><h1>题</h1><p>本报讯近日。</p><p>工会说好。</p></body></html>'
  expect(readPage(text).faults.map(({ rule, message }) => [rule, /\.html/.test(message)])).toEqual([
    ['page-html', true],
  ])
})

it('says how the lines were read', () => {
  const says = (text: string) =>
    readPage(text)
      .guesses.map(({ message }) => message)
      .join('\n')
  expect(says('夜校开课\n　　本报讯昨日夜校开课，四十人来听。\n　　课程由工人自己点，每周两晚。\n')).toMatch(
    /按一行一段读：3 行/,
  )
  expect(says(['夜校开课', ...left.map(line => line.trim())].join('\n'))).toMatch(/按印刷行读：6 行/)
})
