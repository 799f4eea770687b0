// Any page of ours in any form that editors bring gives the articles of the plain form, or is refused; never something else.
// FORMS_RUNS pages a form: npm run test:forms takes 1,000.
import { describe, expect, it } from 'vitest'
import { auditIssue } from '#lib/audit/audit'
import { decode } from '#lib/format/decode'
import { readPage } from '#lib/import/normalise/read-page'
import { type ImportedPage, importPage } from '#lib/import/pipeline/import-page'
import { openSource } from '#lib/issues/open-source'
import { gb18030, utf8 } from '../encodings'
import { essence, forms, plainForm, plainPage } from './forms-pages'

const runs = Number(process.env.FORMS_RUNS ?? 12)
const seeds = Array.from({ length: runs }, (_, at) => at + 1)

const through = (bytes: Uint8Array): string => {
  const page = decode(bytes)
  if (Array.isArray(page)) throw new Error(JSON.stringify(page))
  return page.text
}

const known = new Map<number, ReturnType<typeof essence>>()
const plainOf = (seed: number) => {
  const found = known.get(seed) ?? essence(importPage(plainForm(plainPage(seed)), 'test').articles)
  known.set(seed, found)
  return found
}

/** The page as an import reads it, proved; or why it is refused. */
function readBytes(bytes: Uint8Array): ImportedPage | readonly { readonly message: string }[] {
  const source = openSource([{ file: 'page.txt', bytes }])
  if (Array.isArray(source)) return source
  const read = source.read('test')
  if (read.faults.length > 0) return read.faults
  const locate = () => ({ file: 'page', line: 1 })
  const { problems } = auditIssue({ file: 'page', text: source.text }, read.articles, locate, read.leftOut)
  expect(problems).toEqual([])
  return read
}

/** The share of pages that may be refused: widths alone cannot show where every paragraph of printed lines ends. */
const mayBeRefused = (name: string) =>
  name === 'columns without a space' ? 1 : /^(?:printed|columns)/.test(name) ? 0.9 : 0

describe('the same articles, or a refusal that says what to do', () => {
  it.each(Object.entries(forms))('%s', (name, form) => {
    const refusals = seeds.flatMap(seed => {
      const read = readBytes(utf8(form(plainPage(seed), seed)))
      if ('articles' in read) expect(essence(read.articles), `page ${seed}`).toEqual(plainOf(seed))
      return 'articles' in read ? [] : [read.map(({ message }) => message).join()]
    })
    expect(refusals.filter(message => !/--allow page-line-ends|pdftotext -raw/.test(message))).toEqual([])
    expect(refusals.length / runs).toBeLessThanOrEqual(mayBeRefused(name))
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
