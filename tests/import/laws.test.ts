// Laws of the importer on articles of our own, cut, turned, parted and wrapped at any points.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayStop } from '#lib/import/language/sentence'
import { normaliseCharacters } from '#lib/import/normalise/characters'
import { importPage } from '#lib/import/pipeline/import-page'
import type { LineRange } from '#lib/model/article'
import { printedFields } from '#lib/model/article-fields'
import { articles, type Invented, photos } from './invented'
import { breakLines, fold, headOf } from './layout'
import { ink, provenImport } from './pages'

const pick = () => 0
const linesOf = (text: string, { from, to }: LineRange) =>
  text
    .split('\n')
    .slice(from - 1, to)
    .join('')
const bare = (text: string) => fold(text).replace(/\s/g, '')
const bodyOf = (item: Invented) => item.paragraphs.filter(text => !text.startsWith('## '))
const page = (blocks: readonly string[]) => fold(`\n\n${blocks.join('\n\n')}\n`)
const caption = (photo: Invented) =>
  [
    `\n\n${photo.title || photo.paragraphs[0]}`,
    ...photo.paragraphs.slice(photo.title ? 0 : 1),
    photo.credit ?? '',
  ].filter(Boolean)

/** Reports with a dateline: what opens them cannot be mistaken. */
const reports = articles.filter(item => /^本报讯/.test(item.paragraphs[0] ?? ''))
const report = fc.constantFrom(...reports)

/** A point amid a sentence, at least a printed line from the start and a few characters from the end. */
const points = (text: string) =>
  [...text].flatMap((_, at) => {
    const [left, right] = [fold(text.slice(0, at)), fold(text.slice(at))]
    const amid =
      at > 45 &&
      text.length - at > 6 &&
      !mayStop(left, right) &&
      !/[“‘（《\s]$|^[，。、；：？！”’）》\s]/u.test(`${text.slice(at - 1, at)}`)
    return amid && !/^[，。、；：？！”’）》 ]/u.test(text.slice(at)) && !/[A-Za-z\d]$/.test(left) ? [at] : []
  })

/** The paragraphs of a report, some of them cut in two. */
const cutReport = report.chain(item =>
  fc
    .tuple(
      ...bodyOf(item).map(text =>
        fc.option(fc.constantFrom(...(points(text).length > 0 ? points(text) : [0])), { nil: 0 }),
      ),
    )
    .map(cuts => ({
      item,
      pieces: bodyOf(item).flatMap((text, at) =>
        cuts[at] ? [text.slice(0, cuts[at]), text.slice(cuts[at])] : [text],
      ),
    })),
)
const textsOf = (text: string, title: string) =>
  importPage(text, 'test')
    .articles.find(one => bare(one.title) === bare(title))
    ?.blocks.map(block => bare(block.text))

describe('laws', () => {
  it('any cuts amid sentences are rejoined, in order', () => {
    fc.assert(
      fc.property(cutReport, ({ item, pieces }) => {
        const blocks = provenImport(page([...headOf(item, pick), ...pieces])).articles[0]?.blocks ?? []
        expect(blocks.map(block => bare(block.text))).toEqual(bodyOf(item).map(bare))
      }),
      { numRuns: 60 },
    )
  })

  it('a caption between any two pieces parts nothing', () => {
    fc.assert(
      fc.property(cutReport, fc.constantFrom(...photos), fc.nat(), ({ item, pieces }, photo, at) => {
        const place = 1 + (at % Math.max(1, pieces.length - 1))
        const text = page([
          ...headOf(item, pick),
          ...pieces.slice(0, place),
          ...caption(photo),
          ...pieces.slice(place),
        ])
        const found = provenImport(text).articles
        expect(found.map(one => one.kind).sort()).toEqual(['article', 'photo'])
        expect(found.find(one => one.kind === 'article')?.blocks.map(one => bare(one.text))).toEqual(
          bodyOf(item).map(bare),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('an article printed from any point amid a sentence is turned by its byline', () => {
    const signed = articles.filter(
      item =>
        item.byline &&
        !item.foot &&
        /记者/.test(item.byline) &&
        !item.paragraphs.some(text => text.startsWith('## ')),
    )
    const turned = fc
      .constantFrom(...signed)
      .chain(item =>
        fc
          .constantFrom(
            ...bodyOf(item).flatMap((text, paragraph) =>
              paragraph === 0 ? [] : points(text).map(at => ({ paragraph, at })),
            ),
          )
          .map(cut => ({ item, ...cut })),
      )
    fc.assert(
      fc.property(turned, ({ item, paragraph, at }) => {
        const body = bodyOf(item)
        const cut = body[paragraph] ?? ''
        const head = headOf(item, pick).filter(line => line !== item.byline)
        const text = page([
          ...head,
          cut.slice(at),
          ...body.slice(paragraph + 1),
          item.byline ?? '',
          ...body.slice(0, paragraph),
          cut.slice(0, at),
        ])
        expect(provenImport(text).articles[0]?.blocks.map(one => bare(one.text))).toEqual(body.map(bare))
      }),
      { numRuns: 60 },
    )
  })

  it('two reports stay two, in the order of the page', () => {
    fc.assert(
      fc.property(cutReport, cutReport, (first, second) => {
        fc.pre(first.item !== second.item)
        const text = page([
          ...headOf(first.item, pick),
          ...first.pieces,
          ...headOf(second.item, pick),
          ...second.pieces,
        ])
        expect(textsOf(text, first.item.title)).toEqual(bodyOf(first.item).map(bare))
        expect(textsOf(text, second.item.title)).toEqual(bodyOf(second.item).map(bare))
        expect(provenImport(text).articles).toHaveLength(2)
      }),
      { numRuns: 40 },
    )
  })

  // Where a line ends by chance with its sentence, text alone cannot show whether its paragraph goes on: a share, not a law.
  it('reports wrapped at any column width have nine paragraphs in ten back', () => {
    const wrapped = fc.sample(fc.tuple(report, fc.integer({ min: 20, max: 40 })), { numRuns: 120, seed: 1 })
    const counts = wrapped.map(([item, column]) => {
      const lines = [...headOf(item, pick), ...bodyOf(item).flatMap(text => breakLines(text, column, 2))]
      const found = provenImport(`${fold(lines.join('\n'))}\n`).articles
      const have = found.flatMap(one => one.blocks.map(block => bare(block.text)))
      return {
        all: bodyOf(item).length,
        whole: bodyOf(item).filter(text => have.includes(bare(text))).length,
      }
    })
    const sum = (key: 'all' | 'whole') => counts.reduce((total, count) => total + count[key], 0)
    expect(sum('whole') / sum('all')).toBeGreaterThanOrEqual(0.9)
  })

  it('nothing is lost, doubled or invented on any text of lines', () => {
    const line = fc.oneof(
      fc.constantFrom(
        ...articles.flatMap(item => [
          ...headOf(item, pick),
          ...item.paragraphs.map(text => text.replace(/^## /, '')),
        ]),
      ),
      fc.string({ unit: 'grapheme', maxLength: 40 }).map(text => text.replace(/\p{C}/gu, '').trim()),
      fc.constantFrom(
        '',
        '\n',
        '\n\n',
        '本报记者 张楠 摄',
        '编者按',
        '（完）',
        '1.',
        '——',
        '“',
        '*',
        '# x',
        '<b>',
        '- - -',
      ),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), lines => {
        const text = `${fold(lines.join('\n\n'))}\n`
        const { articles: found, leftOut } = importPage(text, 'test')
        const out = leftOut.map(one => one.text || linesOf(text, one.lines))
        const all = found.flatMap(one => [
          ...printedFields.map(name => one[name]),
          ...one.blocks.map(block => block.text),
        ])
        expect(ink(fold(normaliseCharacters([...all, ...out].join(''))))).toBe(ink(normaliseCharacters(text)))
      }),
      { numRuns: 200 },
    )
  })
})
