// Laws of the article's and the issue's file: what is printed is read again, and reads the same.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseArticle, printArticle } from '#lib/format/article-file'
import { parseIssue, printIssue } from '#lib/format/issue-file'
import { article, line } from '../articles'

describe('the file of an article', () => {
  it('parse(print(article)) equals article', () => {
    fc.assert(
      fc.property(article, given => {
        expect(parseArticle(printArticle(given), 'x.md')).toEqual(given)
      }),
      { numRuns: 500 },
    )
  })

  it('reads the same with CRLF', () => {
    fc.assert(
      fc.property(article, given => {
        expect(parseArticle(printArticle(given).replaceAll('\n', '\r\n'), 'x.md')).toEqual(given)
      }),
    )
  })

  it('leaves out what is empty, quotes all strings, and keeps the order of the keys', () => {
    const [given] = fc.sample(article, { numRuns: 1, seed: 1 })
    if (!given) throw new Error('no sample')
    const small = {
      ...given,
      title: '山西 #1',
      ...{ status: '' as const, reason: '', page: '', pageTitle: '' },
      kicker: '',
      tip: '',
      tipLabel: '',
      provinces: ['山西' as const],
    }
    expect(
      printArticle({
        ...small,
        subtitle: '',
        column: '',
        byline: '',
        signature: '',
        cities: [],
        corrections: [],
      }),
    ).toMatch(
      /^---\nid: "gh202411-\d+"\nissue: "gh202411"\nkind: "\w+"\ntitle: "山西 #1"\n(?:.*\n)*?provinces: \["山西"\]\n/,
    )
  })
})

describe('the file of an issue', () => {
  const issue = fc.record({
    id: fc.constant('gh202411'),
    title: line,
    date: fc.constantFrom('2024', '2024-11'),
    dateBasis: line,
    publication: line,
  })

  it('parse(print(issue)) equals issue', () => {
    fc.assert(
      fc.property(issue, given => {
        const file = {
          issue: given,
          imported: new Map([['01', '0123456789abcdef']]),
          files: [{ lines: { from: 1, to: 45 }, name: '1: 要闻"版".txt' }],
          leftOut: [
            { lines: { from: 1, to: 3 }, reason: '报眉', text: '' },
            { lines: { from: 5, to: 5 }, reason: '转版标记', text: '（下转第2版）' },
          ],
          doubts: '- 第 3 行：存疑',
        }
        expect(parseIssue(printIssue(file), 'issue.md')).toEqual(file)
      }),
    )
  })
})
