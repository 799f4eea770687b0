// What a result shows: the hit as it is printed, marked; and what is offered when nothing was found.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExcerptSegment, excerptsOf, markHits } from '#lib/search/excerpt'
import { hasWord as hasWordIn, parseQuery, rowsOf, type Word } from '#lib/search/query'
import { textRecordOf } from '#lib/search/record-of'
import { parseRecords, printRecords } from '#lib/search/text-record'
import { variantsOf } from '#lib/search/variants'
import { bulletinsAtOnce } from '../bench/bulletins'
import { randomFrom, substringOf } from './substrings'
import { textRecord } from './text-records'

const hasWord = (text: string, word: Word) => hasWordIn(rowsOf(text), word)
const show = (pieces: readonly ExcerptSegment[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')

describe('marks', () => {
  it.each([
    ['培训职工7.9万人次，另17.9万', '7.9万', '培训职工[7.9万]人次，另17.9万'],
    ['ＡＩ与DeepSeek', 'ai deepseek', '[ＡＩ]与[DeepSeek]'],
    ['面积5㎡，多', 'm2', '面积5[㎡]，多'],
    ['工会工会主席', '工会 会主席', '[工会][工会主席]'.replace('][', '')],
    ['朱华南 李倩倩 摄', '“华南 李倩”', '朱[华南 李倩]倩 摄'],
    ['𠮷祥', '祥', '𠮷[祥]'],
    ['没有', '工会', '没有'],
    ['服务“链主”企业', '链主企业', '服务“[链主”企业]'],
    ['不忘初心、牢记使命', '初心牢记', '不忘[初心、牢记]使命'],
    ['职工，会议', '工会', '职工，会议'],
    ['共60,000元', '60000', '共[60,000]元'],
  ])('in %s for %s', (text, query, wanted) => {
    expect(show(markHits(text, parseQuery(query)))).toBe(wanted)
  })

  it('are on the characters as printed, whichever script was typed', () => {
    const variants = variantsOf('職职')
    expect(show(markHits('全體職工', parseQuery('职工', variants), variants))).toBe('全體[職工]')
    expect(show(markHits('全體職工', parseQuery('職工', variants), variants))).toBe('全體[職工]')
  })

  it('never change the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
        (given, query) => {
          const text = given.replace(/\s+/gu, ' ').trim()
          const pieces = markHits(text, parseQuery(query))
          expect(pieces.map(piece => piece.text).join('')).toBe(text)
        },
      ),
    )
  })
})

describe('excerpts', () => {
  const long = '前'.repeat(60)

  it('show the place of the hit with what stands around it', () => {
    const [first] = excerptsOf(textRecord({ rest: [`${long}工会${long}`] }), parseQuery('工会'))
    expect(show(first ?? [])).toBe(`…${'前'.repeat(18)}[工会]${'前'.repeat(52)}…`)
  })

  it('show each word once, those of title and kicker only if no other word needs the room', () => {
    const one = textRecord({ title: '工会', rest: [`${long}劳模${long}`, `工会${long}`, '工匠'] })
    expect(excerptsOf(one, parseQuery('工会 劳模 工匠')).map(show)).toEqual([
      `…${'前'.repeat(18)}[劳模]${'前'.repeat(52)}…`,
      '[工匠]',
    ])
    expect(excerptsOf(one, parseQuery('工会')).map(show)).toEqual([`[工会]${'前'.repeat(60)}`])
  })

  it('show how the text begins when the hit is in the headline alone', () => {
    const one = textRecord({ title: '劳模', rest: ['本报记者', long] })
    expect(excerptsOf(one, parseQuery('劳模')).map(show)).toEqual([long])
  })

  it('of every result hold a marked hit for every word that the headline does not show', () => {
    const { articles, issues } = bulletinsAtOnce(60)
    const random = randomFrom(3)
    const issue = new Map(issues.map(one => [one.id, one]))
    for (let i = 0; i < 25; i++) {
      const words = parseQuery(
        `${substringOf(articles, random, 2, 5)} ${substringOf(articles, random, 2, 3)}`,
      )
      for (const article of articles) {
        const found = textRecordOf(article, issue.get(article.issue))
        const fields = [found.title, found.kicker, ...found.names, ...found.rest]
        if (!words.every(word => fields.some(field => hasWord(field, word)))) continue
        const shown = excerptsOf(found, words).map(pieces => pieces.map(({ text }) => text).join(''))
        const marked = excerptsOf(found, words)
          .flat()
          .some(piece => piece.marked)
        const head = [found.title, found.kicker, ...found.names]
        for (const word of words) expect([...head, ...shown].some(text => hasWord(text, word))).toBe(true)
        if (!words.every(word => head.some(text => hasWord(text, word)))) expect(marked).toBe(true)
      }
    }
  })
})

it('reads every record that was printed', () => {
  const { articles, issues } = bulletinsAtOnce(40)
  const issue = new Map(issues.map(one => [one.id, one]))
  const records = articles.map(article => textRecordOf(article, issue.get(article.issue)))
  expect(parseRecords(printRecords(records))).toEqual(records)
})
