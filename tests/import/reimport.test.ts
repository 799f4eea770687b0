// Addresses are frozen: whatever the importer finds the next time, an item that was there keeps its number.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseArticle } from '#lib/format/article-file'
import { type Before, planImport as planFresh, shortHash } from '#lib/import/edition/reimport'
import { type Article, type LineRange, printNumber } from '#lib/model/article'
import { articleOf } from '../article-of'

const planImport = (articles: readonly Article[], source: string, before: Before, replace: boolean) =>
  planFresh({ articles, leftOut: [], source }, before, replace)

const source = Array.from({ length: 60 }, (_, index) => `第${index + 1}行的文字，各不相同。`).join('\n')

/** Items that divide the page at the lines given, numbered in the order of the page. */
function itemsAt(starts: readonly number[]): Article[] {
  const sorted = [...new Set([1, ...starts])].sort((a, b) => a - b)
  return sorted.map((from, index) => {
    const lines: LineRange = { from, to: (sorted[index + 1] ?? 61) - 1 }
    const blocks = [{ kind: 'paragraph' as const, text: `第${from}行起。` }]
    return articleOf({ id: `x1-${printNumber(index + 1)}`, number: index + 1, lines: [lines], blocks })
  })
}

const empty: Before = { files: [], source: '', imported: new Map() }

/** What is on disk after a plan was carried out. */
function after({ files, imported }: ReturnType<typeof planImport>, text = source): Before {
  const found = [...files].map(([name, content]) => {
    const article = parseArticle(content, `${name}.md`)
    return { number: Number(name), text: content, article: Array.isArray(article) ? undefined : article }
  })
  return { files: found, source: text, imported }
}

const linesOf = (plan: ReturnType<typeof planImport>) =>
  plan.articles.map(({ id, lines }) => `${id} ${lines.map(({ from, to }) => `${from}-${to}`).join()}`)

describe('when the importer finds other items', () => {
  const first = planImport(itemsAt([11, 31]), source, empty, false)

  it('numbers a first import in the order of the page', () => {
    expect(linesOf(first)).toEqual(['x1-01 1-10', 'x1-02 11-30', 'x1-03 31-60'])
  })

  it('an item that is split keeps its number for the greater part, the other gets a new one', () => {
    const plan = planImport(itemsAt([5, 11, 31]), source, after(first), false)
    expect(linesOf(plan)).toEqual(['x1-01 5-10', 'x1-02 11-30', 'x1-03 31-60', 'x1-04 1-4'])
    expect(plan.numbers.get(1)).toBe(4)
  })

  it('items that become one keep the number of the greater, and the other is never given again', () => {
    const merged = planImport(itemsAt([31]), source, after(first), false)
    expect(linesOf(merged)).toEqual(['x1-02 1-30', 'x1-03 31-60'])
    expect(merged.retired).toEqual(['01'])
    const split = planImport(itemsAt([31, 41]), source, after(merged), false)
    expect(linesOf(split)).toEqual(['x1-02 1-30', 'x1-03 41-60', 'x1-04 31-40'])
  })

  it('an item that is found again as it was comes back under its own number', () => {
    const merged = planImport(itemsAt([31]), source, after(first), false)
    const again = planImport(itemsAt([11, 31]), source, after(merged), false)
    expect(linesOf(again)).toEqual(['x1-01 1-10', 'x1-02 11-30', 'x1-03 31-60'])
  })

  it('a dump with lines put in before keeps all addresses', () => {
    const shifted = `报头\n\n${source}`
    const items = itemsAt([11, 31]).map(item => ({
      ...item,
      lines: item.lines.map(({ from, to }) => ({ from: from + 2, to: to + 2 })),
    }))
    const plan = planImport(items, shifted, after(first), true)
    expect(linesOf(plan)).toEqual(['x1-01 3-12', 'x1-02 13-32', 'x1-03 33-62'])
  })
})

describe('a file edited by hand', () => {
  const first = after(planImport(itemsAt([11, 31]), source, empty, false))
  const edited: Before = {
    ...first,
    files: first.files.map(file =>
      file.number === 2 ? { ...file, text: file.text.replace('标题', '新标题') } : file,
    ),
  }

  it('is kept byte for byte, and still known as edited the next time', () => {
    const plan = planImport(itemsAt([11, 31]), source, edited, false)
    expect(plan.kept).toEqual(['02'])
    expect(plan.files.get('02')).toBe(edited.files[1]?.text)
    expect(planImport(itemsAt([11, 31]), source, after(plan), false).kept).toEqual(['02'])
  })

  it('is overwritten with replace, and said so', () => {
    const plan = planImport(itemsAt([11, 31]), source, edited, true)
    expect(plan).toMatchObject({ kept: [], replaced: ['02'] })
    expect(plan.files.get('02')).toBe(first.files[1]?.text)
  })

  it('is not one when the importer would write the same', () => {
    const plan = planImport(itemsAt([11, 31]), source, { ...first, imported: new Map() }, false)
    expect(plan.kept).toEqual([])
    expect(plan.imported.get('02')).toBe(shortHash(first.files[1]?.text ?? ''))
  })
})

describe('laws', () => {
  const starts = fc.array(fc.integer({ min: 2, max: 60 }), { maxLength: 8 })

  it('the same import again changes nothing', () => {
    fc.assert(
      fc.property(starts, starts, (one, two) => {
        const disk = after(
          planImport(itemsAt(two), source, after(planImport(itemsAt(one), source, empty, false)), false),
        )
        const plan = planImport(itemsAt(two), source, disk, false)
        expect([...plan.files]).toEqual(disk.files.map(({ number, text }) => [printNumber(number), text]))
        expect(plan.imported).toEqual(disk.imported)
      }),
    )
  })

  it('no address is ever given to another item’s text', () => {
    fc.assert(
      fc.property(starts, starts, starts, (one, two, three) => {
        const owner = new Map<number, Set<string>>()
        let disk = empty
        for (const items of [one, two, three]) {
          const plan = planImport(itemsAt(items), source, disk, false)
          disk = after(plan)
          for (const { number, lines } of plan.articles) {
            const all = lines.flatMap(({ from, to }) =>
              Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`),
            )
            const known = owner.get(number)
            // Whoever has a number later shares at least one line with those who had it before.
            if (known) expect(all.some(line => known.has(line))).toBe(true)
            owner.set(number, new Set([...(known ?? []), ...all]))
          }
        }
      }),
    )
  })
})
