// Links to a passage: whole words, short, and unmistakable.
import { describe, expect, it } from 'vitest'
import { textFragment } from '#lib/device/text-fragment'

const text =
  '胶州市总围绕“产改”在实体企业建立工匠学院，发挥企业人才、技术、资源优势，合力构建培训、提升、培育三个体系。'
const link = (from: string, to: string, page = text) => {
  const begin = text.indexOf(from)
  const end = text.indexOf(to) + to.length
  return decodeURIComponent(textFragment({ text, at: begin }, { text, at: end }, page))
}

describe('a link to a passage', () => {
  it('quotes a short one whole', () => {
    expect(link('发挥企业人才', '发挥企业人才')).toBe('发挥企业人才')
  })

  it('widens a selection that cuts words', () => {
    expect(link('挥企业人', '挥企业人')).toBe('发挥企业人才')
  })

  it('gives beginning and end of a long one', () => {
    expect(link('围绕', '体系')).toMatch(/^围绕“产改”在实体企业?,.*三个体系$/)
  })

  it('begins in one paragraph and ends in another', () => {
    const next = '近日，工匠学院开班。'
    const fragment = textFragment({ text, at: text.indexOf('培育') }, { text: next, at: 2 }, text + next)
    expect(decodeURIComponent(fragment)).toBe('培育三个体系。,近日')
  })

  it('says what is before a passage that stands twice on the page', () => {
    expect(link('发挥企业人才', '发挥企业人才', text + text)).toMatch(/工匠学院，-,发挥企业人才$/)
  })

  it('encodes what means something in a link', () => {
    const odd = 'A-B, C&D'
    expect(textFragment({ text: odd, at: 0 }, { text: odd, at: odd.length }, odd)).toBe('A%2DB%2C%20C%26D')
  })
})
