// Any page of ours in any form that editors bring gives the articles of the plain form, or is refused; never something else.
// FORMS_RUNS pages a form: npm run test:forms takes 1,000.
import { describe, expect, it } from 'vitest'
import { decode } from '#lib/format/decode'
import { readPage } from '#lib/import/normalise/read-page'
import { importPage } from '#lib/import/pipeline/import-page'
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

/** Widths alone cannot show where every paragraph ends: a page of printed lines may be refused, and then says what to do. */
const printed = Object.keys(forms).filter(name => name.startsWith('printed'))

describe('the same articles', () => {
  it.each(Object.entries(forms))('%s', (name, form) => {
    let refused = 0
    for (const seed of seeds) {
      const read = provenImport(through(utf8(form(plainPage(seed), seed))))
      if (read.faults.length === 0) expect(essence(read.articles), `page ${seed}`).toEqual(plainOf(seed))
      else refused += 1
      expect(
        read.faults.filter(({ message }) => !/--allow page-line-ends|pdftotext -raw/.test(message)),
      ).toEqual([])
    }
    expect(refused / runs).toBeLessThanOrEqual(printed.includes(name) ? 0.8 : 0.1)
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
