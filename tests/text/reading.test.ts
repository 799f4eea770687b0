// What lists say about an article before it is read.
import { describe, expect, it } from 'vitest'
import { displayTitle, formatMinutes, leadOf, readingMinutes, withoutDateline } from '#lib/text/reading'
import { articleOf } from '../article-of'

const saying = (text: string) => articleOf({ title: '', blocks: [{ kind: 'paragraph', text }] })

describe('withoutDateline', () => {
  it.each([
    ['本报讯（记者李娜）近几日，市总', '近几日，市总'],
    ['本报讯 记者关小舟报道：室外零下', '室外零下'],
    ['本报讯 近日，', '近日，'],
    ['新华社北京11月8日电（记者 王一）会议', '会议'],
    ['本报记者走进车间，看到', '本报记者走进车间，看到'],
    ['据了解，获奖的', '据了解，获奖的'],
  ])('%s', (before, after) => {
    expect(withoutDateline(before)).toBe(after)
  })
})

describe('displayTitle', () => {
  it('is the title, or the opening words of an item without one', () => {
    expect(displayTitle(articleOf({ title: '千年匠心 守护盐田' }))).toBe('千年匠心 守护盐田')
    expect(displayTitle(saying('本报讯（记者李娜）这是小屋。'))).toBe('这是小屋。')
    expect(displayTitle(saying('这'.repeat(40)))).toBe(`${'这'.repeat(24)}…`)
  })
})

describe('leadOf', () => {
  it('takes whole sentences, at least one, with the closing quote', () => {
    expect(leadOf(saying('本报讯（记者甲）“好。”他说。再说。'), 8)).toBe('“好。”他说。')
    expect(leadOf(saying('没有句号'))).toBe('没有句号')
    expect(leadOf(saying(`${'长'.repeat(200)}。短。`))).toBe(`${'长'.repeat(200)}。`)
  })

  it('prefers the tip', () => {
    expect(leadOf(articleOf({ tip: '提示。' }))).toBe('提示。')
  })
})

describe('reading time', () => {
  it.each([
    [150, '1 分钟'],
    [501, '2 分钟'],
    [1403, '3–5 分钟'],
  ])('%d characters', (characters, shown) => {
    expect(formatMinutes(readingMinutes(characters))).toBe(shown)
  })
})
