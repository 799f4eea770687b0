// Pages of our own articles in the forms that editors bring, each beside the plain form: blank lines between paragraphs.
import { unify } from '#lib/format/ideographs'
import { width } from '#lib/import/language/measure'
import type { Article } from '#lib/model/article'
import { articles, type Invented, photos } from './invented'
import { breakLines, headOf, random } from './layout'

/** The paragraphs of a page, article by article; headings, bylines and credits are paragraphs as well. */
export type PlainPage = readonly (readonly Paragraph[])[]
type Paragraph = { readonly text: string; readonly heading: boolean }

const plain = (text: string) => text.replace(/^## /, '')

function paragraphsOf(item: Invented, pick: () => number): readonly Paragraph[] {
  const head = headOf(item, pick).map(text => ({
    text,
    heading: text !== item.tip && !text.startsWith(item.tipLabel ?? '\0'),
  }))
  const body = item.paragraphs.map((text, at) => {
    const credit = item.credit && !item.photo && at === item.paragraphs.length - 1 ? item.credit : ''
    return { text: plain(text) + credit, heading: text.startsWith('## ') }
  })
  const foot = [
    ...(item.photo && item.credit ? [item.credit] : []),
    ...(item.byline && item.foot ? [item.byline] : []),
  ]
  return [...head, ...body, ...foot.map(text => ({ text, heading: true }))]
}

/** One to six articles and photos, the same for the same seed. */
export function plainPage(seed: number): PlainPage {
  const pick = random(seed)
  const all = [...articles, ...photos]
  const count = 1 + Math.floor(pick() * 6)
  const chosen = new Set<Invented>()
  while (chosen.size < count) chosen.add(all[Math.floor(pick() * all.length)] ?? (all[0] as Invented))
  return [...chosen].map(item => paragraphsOf(item, pick))
}

const textsOf = (page: PlainPage) => page.flat().map(({ text }) => text)

/** The form that the importer reads best. */
export const plainForm = (page: PlainPage) => `${textsOf(page).join('\n\n')}\n`

type Form = (page: PlainPage, seed: number) => string

const columnOf = (seed: number) => 12 + Math.floor(random(seed * 7 + 1)() * 33)

function printedLines(page: PlainPage, seed: number, indent: string): string {
  const column = columnOf(seed)
  const lines = page
    .flat()
    .flatMap(({ text, heading }) =>
      heading
        ? breakLines(text, column, 0)
        : breakLines(text, column, 2).map((line, at) => (at === 0 ? indent : '') + line),
    )
  return `${lines.join('\n')}\n`
}

/** The two halves of a page side by side, as `pdftotext -layout` leaves columns: so many cells between them. */
function sideBySide(page: PlainPage, seed: number, between: number, indent: string): string {
  const half = Math.ceil(page.length / 2)
  const [left, right] = [page.slice(0, half), page.slice(half)].map(part =>
    part.length > 0 ? printedLines(part, seed, indent).trimEnd().split('\n') : [],
  )
  const cells = (text: string) => 2 * width(text)
  const edge = Math.max(...(left ?? []).map(cells)) + between
  const rows = Array.from({ length: Math.max(left?.length ?? 0, right?.length ?? 0) }, (_, at) => {
    const [one = '', other = ''] = [left?.[at], right?.[at]]
    return other ? one + ' '.repeat(Math.max(0, edge - cells(one))) + other : one
  })
  return `${rows.join('\n')}\n`
}

const papers = ['青山工人报', '江北日报', '远川职工报', '石桥晚报'] as const
const sections = ['要闻', '综合新闻', '工会', '基层', '产改', '维权'] as const
const from = <T>(list: readonly T[], pick: () => number) => list[Math.floor(pick() * list.length)] as T

function runningHeads(page: PlainPage, seed: number): string {
  const pick = random(seed * 13 + 5)
  const [paper, day] = [from(papers, pick), 1 + Math.floor(pick() * 28)]
  const date = `2024年${1 + Math.floor(pick() * 12)}月${day}日`
  const heads: readonly (() => string)[] = [
    () => `${1 + Math.floor(pick() * 8)}  ${from(sections, pick)}\n${date}  星期三\n${paper}`,
    () => `${paper}  ${date}  星期三  第${1 + Math.floor(pick() * 8)}版  ${from(sections, pick)}`,
    () => `第0${1 + Math.floor(pick() * 8)}版：${from(sections, pick)}\n责任编辑：何梅 版式：周可 校对：许宁`,
    () => `《${paper}》（${date} 02版）`,
  ]
  const head = from(heads, pick)
  const foot = pick() < 0.5 ? '\n\n本报地址：某市某路8号 邮编：350001 零售价：1.5元' : ''
  const cut = Math.floor(pick() * (page.length + 1))
  const part = (list: PlainPage) => (list.length > 0 ? `${head()}\n\n${plainForm(list)}` : '')
  return `${[part(page.slice(0, cut)), part(page.slice(cut))].filter(Boolean).join('\f')}${foot}\n`
}

const radicals = new Map(
  Array.from({ length: 0x160 }, (_, at) => String.fromCodePoint(0x2e80 + at)).flatMap(
    (radical): [string, string][] => {
      const character = unify(radical)
      return character ? [[character, radical]] : []
    },
  ),
)

/** The forms by name: each must give the articles of the plain form, or be refused. */
export const forms: Readonly<Record<string, Form>> = {
  'a paragraph a line': page => `${textsOf(page).join('\n')}\n`,
  'a paragraph a line, set in': page =>
    `${page
      .flat()
      .map(({ text, heading }) => (heading ? text : `　　${text}`))
      .join('\n')}\n`,
  'every line set in': page =>
    `${textsOf(page)
      .map(text => `　　${text}`)
      .join('\n')}\n`,
  'printed lines with indents': (page, seed) => printedLines(page, seed, '　　'),
  'printed lines without indents': (page, seed) => printedLines(page, seed, ''),
  'columns side by side': (page, seed) => sideBySide(page, seed, 4, '　　'),
  'columns a space apart': (page, seed) => sideBySide(page, seed, 1, '　　'),
  'columns without a space': (page, seed) => sideBySide(page, seed, 0, ''),
  'running heads': runningHeads,
  radicals: page => plainForm(page).replace(/./gu, one => radicals.get(one) ?? one),
  'letter-spaced': page =>
    textsOf(page)
      .map(text =>
        text
          .split(' ')
          .map(part => [...part].join(' '))
          .join('   ')
          .replace(/(?<=[\da-zA-Z.%]) (?=[\da-zA-Z.%])/gu, ''),
      )
      .join('\n\n'),
  'spaces after marks and around digits': page =>
    plainForm(page)
      .replace(/[，、](?=[\p{Script=Han}“])/gu, '$& ')
      .replace(/[“（《]/gu, '$& ')
      .replace(/(?<=\p{Script=Han})\d+(?=\p{Script=Han})/gu, ' $& '),
  'invisible characters': (page, seed) => {
    const pick = random(seed)
    return plainForm(page).replace(/\p{Script=Han}/gu, one =>
      pick() < 0.05 ? one + from(['\u200b', '\u00ad', '\ufeff'], pick) : one,
    )
  },
  'doubled byte order mark': page => `\ufeff\ufeff${plainForm(page).replace(/\n\n/g, '\n\n\ufeff')}`,
  'carriage returns': page => plainForm(page).replaceAll('\n', '\r\n'),
}

const bare = (text: string) => text.replace(/\s/gu, '')

/** What must be the same, white space aside. */
export const essence = (all: readonly Article[]) =>
  all.map(one => ({
    kind: one.kind,
    heads: [
      one.column,
      one.kicker,
      one.title,
      one.subtitle,
      one.tipLabel,
      one.tip,
      one.byline,
      one.signature,
    ].map(bare),
    people: [one.authors, one.photographers, one.provinces, one.cities],
    text: one.blocks.map(({ kind, text }) => (kind === 'subheading' ? '## ' : '') + bare(text)),
  }))
