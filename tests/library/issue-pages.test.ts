// The pages of a whole issue: one as a rule, more where its text is long, and every article on exactly one.
import { describe, expect, it } from 'vitest'
import { issuePagePath, issuePageRests, issuePages } from '#lib/library/issue-pages'
import { contentSource, libraryOf } from '#lib/library/library'
import { issueInputs } from '#lib/library/page-inputs'
import { articleOf } from '../article-of'

const issue = { id: 'x1', title: '', publication: '', date: '', dateBasis: '' }

/** A library of one issue whose articles have so many thousand characters each. */
function issueOf(...thousands: readonly number[]) {
  const articles = thousands.map((thousand, at) =>
    articleOf({
      id: `x1-0${at + 1}`,
      number: at + 1,
      title: '',
      blocks: [{ kind: 'paragraph', text: '工'.repeat(thousand * 1000) }],
    }),
  )
  return libraryOf(contentSource({ articles, issues: new Map([[issue.id, issue]]) }))
}

const numbers = (...thousands: readonly number[]) =>
  issuePages(issueOf(...thousands), 'x1').map(page => page.map(({ number }) => number))

describe('an issue', () => {
  it.each([[[]], [[1, 2, 3]], [[20]], [[25]], [[4, 4, 4, 4, 4]]])(
    'of %j thousand characters is one page',
    thousands => {
      expect(issuePages(issueOf(...thousands), 'x1')).toHaveLength(1)
      expect(issuePageRests(issueOf(...thousands), 'x1')).toEqual([[]])
    },
  )

  it('is cut before the article that would be too much, in the order of the page', () => {
    expect(numbers(8, 8, 8)).toEqual([[1, 2], [3]])
    expect(numbers(25, 1, 1)).toEqual([[1], [2, 3]])
    expect(numbers(1, 25, 1)).toEqual([[1], [2], [3]])
    expect(numbers(10, 10, 10, 10, 1)).toEqual([[1, 2], [3, 4], [5]])
  })

  it('has an address for each page, the first one its own', () => {
    expect(issuePageRests(issueOf(10, 10, 10, 10, 1), 'x1')).toEqual([[], ['2'], ['3']])
    expect([1, 2].map(number => issuePagePath('x1', number))).toEqual(['/issues/x1/', '/issues/x1/2/'])
    const library = issueOf(8, 8, 8)
    expect(issueInputs(library, 'x1').number).toBe(1)
    expect(issueInputs(library, 'x1/2').number).toBe(2)
    for (const param of ['x1/3', 'x1/0', 'x1/x', 'x2'])
      expect(() => issueInputs(library, param)).toThrow('no issue')
  })
})
