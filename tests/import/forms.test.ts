// Any page of ours in any form that editors bring gives the articles of the plain form, or is refused; never something else.
// FORMS_RUNS pages a form: npm run test:forms takes 1,000.
import { describe, expect, it } from 'vitest'
import { decode } from '#lib/format/decode'
import { readPage } from '#lib/import/normalise/read-page'
import { type ImportedPage, importPage } from '#lib/import/pipeline/import-page'
import type { Article } from '#lib/model/article'
import { gb18030, utf8 } from '../encodings'
import { essence, forms, plainForm, plainPage } from './forms-pages'
import { provenImport } from './pages'

const runs = Number(process.env.FORMS_RUNS ?? 12)
const seeds = Array.from({ length: runs }, (_, at) => at + 1)

const through = (bytes: Uint8Array): string => {
  const page = decode(bytes)
  if (Array.isArray(page)) throw new Error(JSON.stringify(page))
  return page.text
}

const plainOf = (seed: number) => essence(importPage(plainForm(plainPage(seed)), 'test').articles)

/** Widths alone cannot show where every paragraph ends: what is not as in the plain form must lie under a doubt that names it. */
const printed = Object.keys(forms).filter(name => name.startsWith('printed'))
const exact = Object.entries(forms).filter(([name]) => !printed.includes(name))

describe('the same articles', () => {
  it.each(exact)('%s', (_, form) => {
    for (const seed of seeds) {
      const read = provenImport(through(utf8(form(plainPage(seed), seed))))
      if (read.faults.length === 0) expect(essence(read.articles), `page ${seed}`).toEqual(plainOf(seed))
    }
  })

  it('GB18030 with CRLF', () => {
    for (const seed of seeds) {
      const text = plainForm(plainPage(seed)).replaceAll('\n', '\r\n')
      expect(essence(importPage(through(gb18030(text)), 'test').articles), `page ${seed}`).toEqual(
        plainOf(seed),
      )
    }
  })

  it('pages with running heads prove their date and paper', () => {
    const heads = seeds.map(
      seed => readPage((forms['running heads'] ?? plainForm)(plainPage(seed), seed)).facts,
    )
    expect(heads.filter(({ date }) => /^2024-\d\d-\d\d$/.test(date)).length).toBeGreaterThan(0.5 * runs)
  })

  it('a page in the plain form leaves nothing out', () => {
    for (const seed of seeds) {
      const { leftOut } = readPage(plainForm(plainPage(seed)))
      expect(leftOut, `page ${seed}`).toEqual([])
    }
  })
})

/** A doubt names lines of the article, or of the one above, which may have swallowed its first line. */
const isDoubted = (read: ImportedPage, article: Article) =>
  [article, read.articles[article.number - 2]].some(one => one !== undefined && touches(read, one))

const touches = ({ doubts }: ImportedPage, { lines }: Article) =>
  doubts.some(
    doubt =>
      doubt.risk >= 3 &&
      doubt.lines.some(({ from, to }) => lines.some(line => from <= line.to && line.from <= to)),
  )

describe('the same articles, or a doubt on the lines of the others', () => {
  it.each(printed.map(name => [name, forms[name] ?? plainForm] as const))('%s', (_, form) => {
    let same = 0
    for (const seed of seeds) {
      const read = provenImport(form(plainPage(seed), seed))
      const expected = plainOf(seed).map(one => JSON.stringify(one))
      const others = read.articles.filter(
        article => !expected.includes(JSON.stringify(essence([article])[0])),
      )
      expect(
        others.filter(article => !isDoubted(read, article)).map(({ title }) => title),
        `page ${seed}`,
      ).toEqual([])
      if (read.articles.length === expected.length && others.length === 0) same += 1
    }
    expect(same / runs).toBeGreaterThan(0.6)
  })
})
