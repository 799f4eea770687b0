// The HTML of a Word file → source.txt, a paragraph a line, and its articles: by heading styles, or by the wording where there are none.
import type { Fault } from '../../../format/characters'
import { fold } from '../../language/sentence'
import { normaliseCharacters } from '../../normalise/characters'
import type { Page } from '../../normalise/page'
import type { Block } from '../../pipeline/blocks'
import { type ImportedPage, importBlocks, importStories, type Plain } from '../../pipeline/import-page'
import type { Story } from '../../pipeline/stitch'
import { type HtmlBlock, readBlocks } from '../html/blocks'
import { type PlacedPicture, placePictures } from '../html/place-pictures'
import { isByline } from '../is-byline'

export type ReadDocx = {
  readonly source: string
  /** Its pictures, by their place in the list of those of the file. */
  readonly pictures: readonly PlacedPicture[]
  readonly read: (issue: string, plain?: Plain) => ImportedPage
}

type Line = {
  readonly text: string
  readonly level: number
  readonly subheading: boolean
  readonly row: boolean
  readonly pictures: readonly string[]
  readonly number: number
}

/** Reads the converted text; refused when it is empty. `pictures` is how many pictures the file has. */
export function readDocx(html: string, pictures: number): ReadDocx | Fault[] {
  const { blocks, last } = readBlocks(html)
  const lines = linesOf(blocks)
  const placed = placePictures(
    lines.map(({ text, number, level, pictures }) => ({
      text,
      pictures,
      line: number,
      isHeading: level > 0,
    })),
    last,
  )
  if (lines.length === 0) {
    return [{ line: 1, column: 1, rule: 'page-empty', message: '是空文档，应有标题和正文' }]
  }
  // An empty line between all paragraphs, as in the text that the importer knows best.
  const source = lines.map(({ text }) => text).join('\n\n')
  const message = `文档里有 ${pictures} 张图片，请看是否都收在文章旁边`
  const rest = {
    leftOut: [],
    facts: { date: '', publication: '' },
    inked: new Set(lines.map(({ number }) => number)),
    guesses: pictures > 0 ? [{ kind: 'form' as const, risk: 1, lines: [1], message }] : [],
    faults: [],
  }
  const levels = lines.map(({ level }) => level).filter(level => level > 0)
  if (levels.length === 0)
    return {
      source,
      pictures: placed,
      read: (issue, plain) => importBlocks({ ...plainPage(lines), ...rest }, issue, plain),
    }
  const stories = storiesOf(lines, Math.min(...levels))
  return {
    source,
    pictures: placed,
    read: (issue, plain) => importStories({ stories, ...rest }, issue, plain),
  }
}

/** Paragraphs as lines; the cells of a row of a table make one. */
function linesOf(blocks: readonly HtmlBlock[]): readonly Line[] {
  const rows: { block: HtmlBlock; row: number; text: string; pictures: readonly string[] }[] = []
  for (const block of blocks) {
    const at = block.path.findIndex(label => label.startsWith('tr'))
    const row = at < 0 ? -1 : (block.within[at] ?? -1)
    const last = rows.at(-1)
    const { pictures } = block
    if (last && row >= 0 && last.row === row) {
      last.text += `　${block.text}`
      last.pictures = [...last.pictures, ...pictures]
    } else rows.push({ block, row, text: block.text, pictures })
  }
  return rows.map(({ block: { level, bold }, row, text, pictures }, at) => ({
    ...{ text, pictures, level, row: row >= 0, number: 2 * at + 1 },
    subheading: level === 0 && bold && row < 0 && text.length <= 26 && !/[。；，：]$/u.test(text),
  }))
}

function blockOf(lines: readonly Line[], hint?: Block['hint']): Block {
  const text = normaliseCharacters(lines.map(line => line.text).join(' '))
  return { text, folded: fold(text), lines: lines.map(({ number }) => number), gap: 1, ...(hint && { hint }) }
}

function plainPage(lines: readonly Line[]): Pick<Page, 'form' | 'blocks'> {
  return { form: 'blocks', blocks: lines.map(line => blockOf([line], line.row ? 'line' : undefined)) }
}

/** An article at each heading of the highest rank; lines before the first belong to it: a kicker. */
function storiesOf(lines: readonly Line[], top: number): readonly Story[] {
  const starts = lines.flatMap((line, at) => (line.level === top && lines[at - 1]?.level !== top ? [at] : []))
  const cuts = starts.map((start, at) => (at === 0 ? 0 : start))
  return cuts.map((from, at) => storyOf(lines.slice(from, cuts[at + 1]), top))
}

function storyOf(lines: readonly Line[], top: number): Story {
  const at = lines.findIndex(({ level }) => level === top)
  const kicker = lines.slice(0, at)
  const rest = lines.slice(at)
  const first = rest.findIndex(({ level }) => level !== top)
  const [title, after] = first < 0 ? [rest, []] : [rest.slice(0, first), rest.slice(first)]
  const deck = after[0]?.level && !isByline(after[0].text) && after[1]?.level === 0 ? after.slice(0, 1) : []
  const text = after.slice(deck.length)
  const start = text.findIndex(({ text: words }) => !isByline(words))
  const bylines = start < 0 ? [] : text.slice(0, start)
  const end = text.findLastIndex(({ text: words }) => !isByline(words))
  const words = (list: readonly Line[]) => (list.length > 0 ? blockOf(list).text : '')
  return {
    kind: 'article',
    headings: [kicker, title, deck].filter(list => list.length > 0).map(list => blockOf(list)),
    heads: { kicker: words(kicker), title: words(title), subtitle: words(deck), column: '', guesses: [] },
    bylines: bylines.map(line => blockOf([line])),
    tipLabel: undefined,
    tip: [],
    paragraphs: text.slice(Math.max(0, start), end + 1).map(line => ({
      block: blockOf([line], line.row ? 'line' : undefined),
      subheading: line.level > 0 || line.subheading,
    })),
    foot: text.slice(end + 1).map(line => blockOf([line])),
    guesses: [],
    start: 0,
  }
}
