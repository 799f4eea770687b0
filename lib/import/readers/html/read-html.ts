// Saved web pages → source.txt, one block a line, and an article a page; what is not the article is left out in the open.
import type { Fault } from '../../../format/characters'
import type { LeftOut } from '../../../format/left-out'
import { rangesIn } from '../../../model/line-ranges'
import type { Guess } from '../../edition/guess'
import { readByline } from '../../language/bylines'
import { readTail } from '../../language/datelines'
import { foldWidth } from '../../language/sentence'
import { normaliseCharacters } from '../../normalise/characters'
import { plainHead, sourceAfter } from '../../normalise/left-out/line-rules'
import { readHead } from '../../normalise/left-out/running-head'
import type { Block } from '../../pipeline/blocks'
import type { ReadStories } from '../../pipeline/import-page'
import type { Story } from '../../pipeline/stitch'
import { type FoundArticle, findArticle, type HtmlRole } from './article'
import { type HtmlBlock, type HtmlPicture, readBlocks } from './blocks'
import { type PlacedPicture, placePictures } from './place-pictures'

export type ReadHtml = ReadStories & {
  readonly source: string
  /** The pictures of its articles, with the number of their page, from 0. */
  readonly pictures: readonly (PlacedPicture & { readonly page: number })[]
}

/** Reads the pages of one issue, in their order. Refused when none of them has an article. */
export function readHtml(pages: readonly string[]): ReadHtml | Fault[] {
  const lines: string[] = []
  const read = pages.map(html => readHtmlPage(html, lines))
  const stories = read.flatMap(one => one.stories)
  if (stories.length === 0) {
    const message =
      '网页里没有找到正文，可能是目录页或要运行脚本才有文字，应打开文章页，另存为“网页，全部”再导入'
    return [{ line: 1, column: 1, rule: 'html-no-article', message }]
  }
  const only = (values: readonly string[]) => {
    const [one = '', other] = new Set(values.filter(Boolean))
    return other === undefined ? one : ''
  }
  return {
    source: lines.join('\n'),
    stories,
    leftOut: read.flatMap(one => one.leftOut),
    facts: {
      date: only(read.map(one => one.date)),
      publication: only(read.map(one => one.publication)),
      pages: read.map(one => one.page),
    },
    inked: new Set(lines.flatMap((line, at) => (line ? [at + 1] : []))),
    guesses: read.flatMap(one => one.guesses),
    faults: [],
    pictures: read.flatMap((one, page) => one.pictures.map(picture => ({ ...picture, page }))),
  }
}

type Numbered = { readonly block: HtmlBlock; readonly line: number }

function readHtmlPage(html: string, lines: string[]) {
  const whole = readBlocks(html)
  const from = lines.length + 1
  lines.push(...whole.blocks.map(({ text }) => text), '')
  const notes = whole.blocks.map(({ text }) => sourceAfter(text))
  const page = { ...whole, blocks: whole.blocks.map((block, at) => withoutNote(block, notes[at] ?? '')) }
  const numbered = page.blocks.map((block, at): Numbered => ({ block, line: from + at }))
  const found = findArticle(html, page)
  const parts = found?.parts ?? page.blocks.map(() => undefined)
  const leftOut = leftOutOf(numbered, parts)
  const head = headOf(page.blocks, notes, parts)
  return {
    stories: found ? storiesOf(numbered, parts) : [],
    leftOut: [...leftOut, ...notesOf(numbered, notes, parts)],
    date: head?.date || found?.date || '',
    publication: head?.papers[0] ?? '',
    page: { from, page: head?.page ?? '', section: head?.section ?? '' },
    pictures: found ? picturesOf(numbered, parts, page.last) : [],
    guesses: found
      ? guessesOf(found, numbered, leftOut, page.pictures).concat(countedGuesses(numbered, parts))
      : [],
  }
}

const withoutNote = (block: HtmlBlock, note: string): HtmlBlock =>
  note ? { ...block, text: block.text.slice(0, block.text.length - note.length).trim() } : block

/** Where the article was printed, behind its author or on a line of its own between title and text. */
function headOf(
  blocks: readonly HtmlBlock[],
  notes: readonly string[],
  parts: readonly (HtmlRole | undefined)[],
): ReturnType<typeof readHead> {
  const [title, text] = [parts.indexOf('title'), parts.indexOf('text')]
  const heads = blocks.slice(Math.max(0, title), text).flatMap(({ text: own }, at) => {
    const note = notes[Math.max(0, title) + at]
    return readHead(plainHead(note || own)) ?? []
  })
  return heads.find(({ strong }) => strong)
}

/** Such notes are left out of their lines, whose author's name stays. */
const notesOf = (
  numbered: readonly Numbered[],
  notes: readonly string[],
  parts: readonly (HtmlRole | undefined)[],
): readonly LeftOut[] =>
  numbered.flatMap(({ line }, at) => {
    const text = parts[at] === undefined ? '' : (notes[at] ?? '').trim()
    return text ? [{ lines: { from: line, to: line }, reason: '来源行', text }] : []
  })

/** The pictures of the article; behind its last block stand those in the element that all its text is in. */
function picturesOf(
  numbered: readonly Numbered[],
  parts: readonly (HtmlRole | undefined)[],
  last: readonly HtmlPicture[],
): readonly PlacedPicture[] {
  const end = parts.findLastIndex(part => part !== undefined)
  const body = numbered.filter((_, at) => parts[at] === 'text').map(({ block }) => block.within)
  const around = body[0]?.findLast(element => body.every(within => within.includes(element)))
  const next = numbered[end + 1]?.block.pictures ?? []
  const inside = next.filter(({ within }) => body.length > 1 && around && within.includes(around))
  const blocks = numbered.map(({ block: { text, pictures, level, path }, line }, at) => ({
    ...{ text, pictures: pictures.map(({ src }) => src), isHeading: level > 0 },
    isMarked: path.some(one => /^figcaption\b/.test(one)),
    line: parts[at] === undefined ? 0 : line,
  }))
  return inside.length > 0
    ? placePictures(
        blocks.slice(0, end + 1),
        inside.map(({ src }) => src),
      )
    : placePictures(
        blocks,
        last.map(({ src }) => src),
      )
}

function blockOf(numbered: readonly Numbered[]): Block {
  const text = normaliseCharacters(numbered.map(({ block }) => block.text).join(' '))
  return { text, folded: foldWidth(text), lines: numbered.map(({ line }) => line), gap: 1 }
}

/** The article, and a photo item for each caption under a picture that ends in a credit. */
function storiesOf(
  numbered: readonly Numbered[],
  parts: readonly (HtmlRole | undefined)[],
): readonly Story[] {
  const of = (part: HtmlRole) => numbered.filter((_, at) => parts[at] === part)
  const text = (list: readonly Numbered[]) => (list.length > 0 ? blockOf(list).text : '')
  const isCaption = ({ block }: Numbered) => block.afterPicture && readTail(block.text)?.byline.photo === true
  const body = numbered.filter((_, at) => parts[at] === 'text' || parts[at] === 'subheading')
  const captions = body.filter(isCaption)
  const rest = body.filter(one => !captions.includes(one))
  const only = captions.length > 0 && rest.length === 0
  const [kicker, title, subtitle] = [of('kicker'), of('title'), of('subtitle')]
  const foot = footOf(only ? captions : rest)
  const article: Story = {
    kind: only ? 'photo' : 'article',
    headings: [kicker, title, subtitle].filter(list => list.length > 0).map(blockOf),
    heads: { kicker: text(kicker), title: text(title), subtitle: text(subtitle), column: '', guesses: [] },
    bylines: of('byline').map(one => blockOf([one])),
    tipLabel: undefined,
    tip: [],
    paragraphs: (only ? captions : rest).slice(0, -foot.length || undefined).map(one => ({
      block: blockOf([one]),
      subheading: parts[numbered.indexOf(one)] === 'subheading',
    })),
    foot: foot.map(one => blockOf([one])),
    guesses: [],
    start: 0,
  }
  return only ? [article] : [article, ...captions.map(photoOf)]
}

/** Bylines and credits on lines of their own at the end. */
function footOf(body: readonly Numbered[]): readonly Numbered[] {
  const last = body.findLastIndex(({ block }) => !readByline(block.text))
  return last < 0 ? [] : body.slice(last + 1)
}

function photoOf(caption: Numbered): Story {
  return {
    ...{
      kind: 'photo',
      headings: [],
      bylines: [],
      tipLabel: undefined,
      tip: [],
      foot: [],
      guesses: [],
      start: 0,
    },
    paragraphs: [{ block: blockOf([caption]), subheading: false }],
  }
}

function leftOutOf(
  numbered: readonly Numbered[],
  parts: readonly (HtmlRole | undefined)[],
): readonly LeftOut[] {
  const left = numbered.filter((_, at) => parts[at] === undefined).map(({ line }) => line)
  return rangesIn(left).map(lines => ({ lines, reason: '网页文字', text: '' }))
}

/** The numbers of a list are counted by the browser: they stand in no text. */
function countedGuesses(
  numbered: readonly Numbered[],
  parts: readonly (HtmlRole | undefined)[],
): readonly Guess[] {
  const counted = numbered.filter(
    ({ block }, at) => parts[at] !== undefined && block.path.some(label => /^ol(?:\.|$)/.test(label)),
  )
  if (counted.length === 0) return []
  const message = `有 ${counted.length} 行在编号的列表里，编号由浏览器加，不是文字，没有收入，应对照网页补上`
  return [{ kind: 'form', risk: 6, lines: counted.map(({ line }) => line), message }]
}

function guessesOf(
  found: FoundArticle,
  numbered: readonly Numbered[],
  leftOut: readonly LeftOut[],
  pictures: number,
): Guess[] {
  const first = numbered[0]?.line ?? 1
  const out = numbered.filter(({ line }) =>
    leftOut.some(({ lines }) => lines.from <= line && line <= lines.to),
  )
  const says = (kind: Guess['kind'], risk: number, message: string): Guess => ({
    kind,
    risk,
    lines: [first],
    message,
  })
  return [
    says('form', found.basis === '方正标签' ? 1 : 5, `按${found.basis}找到正文`),
    ...(out.length > 0
      ? [says('left-out', 4, `网页上另有 ${out.length} 行不属于文章，没有收入，列在 issue.md 的“未收”里`)]
      : []),
    ...(pictures > 0 ? [says('form', 1, `网页里有 ${pictures} 张图片，请看正文里的是否都收在文章旁边`)] : []),
  ]
}
