// Parted columns are proved against the text as it was given: any character changed, lost, doubled or moved is seen.
import { describe, expect, it } from 'vitest'
import { auditColumns } from '#lib/audit/columns'

const given = { file: 'source-columns.txt', text: '工会简报\n甲一    乙一\n甲二    乙二\n        乙三\n' }
const parted = [{ lines: { from: 2, to: 4 }, columns: 2 }]
const made = '工会简报\n甲一\n甲二\n\n\f乙一\n乙二\n　　乙三\n'
const audit = (text: string) => auditColumns(given, { file: 'source.txt', text }, parted)

describe('parted columns', () => {
  it('are what was given', () => {
    expect(audit(made)).toEqual([])
  })

  it.each([
    ['a changed character', made.replace('乙二', '乙口'), 3],
    ['a lost one', made.replace('甲二', '甲'), 3],
    ['a doubled one', made.replace('甲二', '甲甲二'), 3],
    ['two lines in another order', made.replace('甲一\n甲二', '甲二\n甲一'), 2],
    ['a lost line', made.replace('乙二\n', ''), 3],
    ['a line more', `${made}丙\n`, 9],
    ['a column left out', made.slice(0, made.indexOf('\f')), 2],
  ])('%s is seen', (_, text, line) => {
    const problems = audit(text)
    expect(problems.map(({ rule }) => rule)).toContain('columns-differ')
    expect(problems.map(one => one.line)).toContain(line)
  })
})
