// The small stages: headings, column labels, ends of sentences, seams, widths, slips, hidden cuts, hard-wrapped lines.
import { describe, expect, it } from 'vitest'
import { looksLikeColumn } from '#lib/import/language/column-label'
import { sortHeadings } from '#lib/import/language/headings'
import { width } from '#lib/import/language/measure'
import { countGrams, seam } from '#lib/import/language/seam'
import { endsSentence, looseMarks, mayStop } from '#lib/import/language/sentence'
import { findSlips } from '#lib/import/language/slips'
import { topicOf } from '#lib/import/language/topics-of'
import { weighForm } from '#lib/import/normalise/line-form'
import { readLines } from '#lib/import/normalise/lines'
import { blockOf, joinText } from '#lib/import/pipeline/blocks'
import { findHiddenCuts } from '#lib/import/pipeline/columns'
import { looksLikeHeading } from '#lib/import/pipeline/roles'
import { unwrapLines } from '#lib/import/pipeline/unwrap'
import { invented } from './stages-text'

const blocks = (...texts: readonly string[]) =>
  texts.map((text, at) => blockOf({ text, number: at + 1, gap: 1, indent: 0, page: 0 }))
const sorted = (...texts: readonly string[]) => {
  const { kicker, title, subtitle, column } = sortHeadings(blocks(...texts))
  return [kicker, title, subtitle, column]
}

describe('headings', () => {
  it.each([
    [
      ['成都工会组织工匠人才开展助企行动', '最高补助10万元'],
      ['成都工会组织工匠人才开展助企行动', '最高补助10万元', '', ''],
    ],
    [
      ['从“等人来”到“找上门”', '岳阳帮扶中心的三年账本'],
      ['从“等人来”到“找上门”', '岳阳帮扶中心的三年账本', '', ''],
    ],
    [
      ['三尺巷口,一碗热汤等夜归人', '宣城驿站推行夜间热食'],
      ['', '三尺巷口,一碗热汤等夜归人', '宣城驿站推行夜间热食', ''],
    ],
    [
      ['晚上七点,灯又亮了', '襄阳工会打造夜校——'],
      ['襄阳工会打造夜校——', '晚上七点,灯又亮了', '', ''],
    ],
    [
      ['班组故事', '一把扳手传三代'],
      ['', '一把扳手传三代', '', '班组故事'],
    ],
    [
      ['绍兴一厂办夜校', '灯又亮了', '半年开课46场'],
      ['绍兴一厂办夜校', '灯又亮了', '半年开课46场', ''],
    ],
  ])('%j', (lines, fields) => {
    expect(sorted(...lines)).toEqual(fields)
  })

  it('knows labels and headings by their shape', () => {
    expect(['产改一线观察', '骑手问 工会答', '建会入会进行时'].every(looksLikeColumn)).toBe(true)
    expect(['铜川一企业把小事交给职代会', '两年攒下217条'].some(looksLikeColumn)).toBe(false)
    expect(looksLikeHeading('跑单路上磕了碰了,算谁的?')).toBe(true)
    expect(
      ['1.没有交底,不上架;', '他说:“好', '工会来了。', '本报讯(记者李娜)近日'].some(looksLikeHeading),
    ).toBe(false)
  })
})

describe('sentences and seams', () => {
  it('sees where a paragraph may stop', () => {
    expect(['好。', '好。”', '好?', '好!”)', '等等……'].every(endsSentence)).toBe(true)
    expect(['好', '“无”', '1.8', '好,', '好)'].some(endsSentence)).toBe(false)
    expect(mayStop('印着四条:', '1.没有交底')).toBe(true)
    expect(mayStop('印着四条:', '没有交底')).toBe(false)
    expect(looseMarks('他说“走(快')).toEqual({ open: ['“', '('], close: [] })
  })

  it('prefers the continuation that completes a word or a mark', () => {
    const grams = countGrams([])
    expect(seam('各级工会注重突出宣', '讲主体的亲和力', grams)).toBeGreaterThan(
      seam('各级工会注重突出宣', '职工们说', grams),
    )
    expect(seam('他说:“路', '通了。”他笑', grams)).toBeGreaterThan(seam('他说:“路', '工会来了。', grams))
    expect(seam('岗位最低工资标准年均上', '涨160元', countGrams(['工资上涨了']))).toBeGreaterThan(
      seam('岗位最低工资标准年均上', '涨160元', grams),
    )
  })

  it('brings a space back between Latin words only', () => {
    expect(joinText('SmartDock 3', 'Pro的手册')).toBe('SmartDock 3 Pro的手册')
    expect(joinText('报错“E-17', '(Sensor Loop Open)”')).toBe('报错“E-17 (Sensor Loop Open)”')
    expect(joinText('里面有26', '场比赛')).toBe('里面有26场比赛')
    expect(width('工会24,')).toBe(4)
  })
})

describe('slips', () => {
  it('reports what is doubled, left over or mistaken, and nothing else', () => {
    expect(findSlips('维护权益和促进行行业发展').map(one => one.text)).toEqual(['促进行行业'])
    expect(findSlips('五位一体长效机制条职工技能提升体系')).toHaveLength(1)
    expect(findSlips('书箱己有4万只')).toHaveLength(1)
    expect(findSlips('工会生产部部长说,大学学生自己有3条建议,先先后后来了。')).toEqual([])
  })
})

describe('topics', () => {
  it('names one by its terms, none without', () => {
    expect(topicOf('行业签下首份工资专项协议', '', '集体协商谈了5轮').topic).toBe('集体协商与维权')
    expect(topicOf('天气晴', '', '今天天气很好').topic).toBe('')
  })
})

describe('columns', () => {
  it('finds a cut after a full stop by equal heights and a full last line', () => {
    // Columns of 8 lines of 20: the first ends after three lines of the second paragraph, the second after a full stop.
    const set = (length: number) => `${'字'.repeat(length - 1)}。`
    const paragraphs = [
      { text: set(98), cuts: [], heading: false },
      { text: set(137), cuts: [58], heading: false },
      { text: set(78), cuts: [], heading: false },
      { text: set(25), cuts: [], heading: false },
      { text: set(90), cuts: [], heading: false },
    ]
    expect(findHiddenCuts(paragraphs)).toContain(2)
    expect(findHiddenCuts(paragraphs.map(one => ({ ...one, cuts: [] })))).toEqual([])
  })
})

describe('hard-wrapped lines', () => {
  it('become paragraphs again', () => {
    const lines = readLines(invented.wrapped)
    expect(weighForm(lines).form).toBe('printed')
    expect(unwrapLines(lines).blocks.map(block => block.text.slice(0, 6))).toEqual([
      '秀山茶场有了',
      '通讯员 田禾',
      '秋茶季一到,',
      '采茶女工多是',
      '驿站由女工轮',
    ])
  })
})
