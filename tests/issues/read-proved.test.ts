// What contradicts its source becomes plain text; what cannot even be that is refused at its lines of the source.
import { expect, it } from 'vitest'
import { importPage, type Plain } from '#lib/import/pipeline/import-page'
import { readProved } from '#lib/issues/read-proved'

const text = '夜校开课\n\n本报讯（记者沈一舟）昨日，安徽省安庆市的夜校开课。\n'
const kept = new Map<string, string>()
const encoding = 'UTF-8' as const

/** A reader that gets a title wrong, as often as `spoilt` says. */
const source = (spoilt: (plain: Plain | undefined) => boolean) => ({
  text,
  encoding,
  kept,
  read: (issue: string, plain?: Plain) => {
    const read = importPage(text, issue, plain)
    const articles = read.articles.map(one => (spoilt(plain) ? { ...one, title: `${one.title}啦` } : one))
    return { ...read, articles }
  },
})

it('reads a contradicted item again as plain text, with a doubt', () => {
  const { read, faults } = readProved(
    source(plain => plain === undefined),
    'test',
    '版面.txt',
  )
  expect(faults).toEqual([])
  expect(read.doubts[0]).toMatchObject({ item: 1, kind: 'sense', risk: 9 })
})

it('names the lines of the source, and no file that was not written', () => {
  const { faults } = readProved(
    source(() => true),
    'test',
    '版面.txt',
  )
  expect(faults.map(({ file, line, rule }) => [file, line, rule])).toEqual([
    ['版面.txt', 1, 'import-contradiction'],
  ])
  expect(faults[0]?.message).toMatch(/第 1–3 行.*空行隔开/)
})
