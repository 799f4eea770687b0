// The HTML of a Word file → source.txt, a paragraph a line, and its articles: by heading styles, or by the wording where there are none.
import type { Fault } from '../../../format/characters'
import type { Page } from '../../normalise/page'
import { type ImportedPage, importBlocks, importStories, type Plain } from '../../pipeline/import-page'
import { type RankedLine, rankedBlock, storiesByHeadings } from '../heading-stories'
import { type HtmlBlock, readBlocks } from '../html/blocks'
import { type PlacedPicture, placePictures } from '../html/place-pictures'

export type ReadDocx = {
  readonly source: string
  /** Its pictures, by their place in the list of those of the file. */
  readonly pictures: readonly PlacedPicture[]
  readonly read: (issue: string, plain?: Plain) => ImportedPage
}

type Line = RankedLine & { readonly pictures: readonly string[]; readonly number: number }

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
  const stories = storiesByHeadings(lines, Math.min(...levels))
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
  return rows.map(({ block: { level, bold, path }, row, text, pictures }, at) => ({
    ...{ text, pictures, level, row: row >= 0, number: 2 * at + 1, lines: [2 * at + 1] },
    deck: path.includes('h2.subtitle'),
    subheading: level === 0 && bold && row < 0 && text.length <= 26 && !/[。；，：]$/u.test(text),
  }))
}

function plainPage(lines: readonly Line[]): Pick<Page, 'form' | 'blocks'> {
  return { form: 'blocks', blocks: lines.map(line => rankedBlock([line], line.row ? 'line' : undefined)) }
}
