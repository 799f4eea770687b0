// What an issue leaves out is proved like all else: each line in one article or in the list, never in both, never in none.
import { describe, expect, it } from 'vitest'
import { auditIssue } from '#lib/audit/audit'
import { type LeftOut, leftOutRule, printLeftOut, readLeftOut } from '#lib/format/left-out'
import { importPage } from '#lib/import/pipeline/import-page'

const text =
  '江州工人报 2024年11月6日 第3版\n\n夜校开课\n\n本报讯（记者沈一舟）昨日，安徽省安庆市的夜校开课（下转第4版）\n'
const { articles, leftOut } = importPage(text, 'test')
const rulesOf = (list: readonly LeftOut[]) =>
  auditIssue({ file: 'source.txt', text }, articles, () => ({ file: 'x.md', line: 1 }), list).problems.map(
    ({ rule }) => rule,
  )
const [head, turn] = leftOut

describe('the list of what was left out', () => {
  it('holds the running head and the turn line, and proves the page', () => {
    expect(leftOut.map(printLeftOut)).toEqual(['1 报眉', '5 转版：（下转第4版）'])
    expect(rulesOf(leftOut)).toEqual([])
  })

  it('is needed: without an entry the line is lost, or its words are', () => {
    expect(rulesOf(leftOut.filter(one => one !== head))).toEqual(['line-lost'])
    expect(rulesOf(leftOut.filter(one => one !== turn))).toEqual(['text-lost'])
  })

  it('may not hold what an article holds, words that are not there, lines beyond the page', () => {
    const more = (entry: string) => rulesOf([...leftOut, readLeftOut(entry)])
    expect(more('3 报眉')).toEqual(['line-doubled'])
    expect(more('5 转版：（上接第1版）')).toEqual(['left-out-missing'])
    expect(more('99 报眉')).toContain('line-beyond')
  })

  it('reads what it prints, and refuses what it does not', () => {
    for (const entry of ['1 报眉', '1-3 网站文字', '5 转版：（下转第4版）']) {
      expect(leftOutRule(entry)).toBeUndefined()
      expect(printLeftOut(readLeftOut(entry))).toBe(entry)
    }
    for (const entry of ['报眉', '0 报眉', '3-1 报眉', '1-3 转版：（下转第4版）', '1']) {
      expect(leftOutRule(entry)?.rule, entry).toBe('left-out-format')
    }
  })
})
