// The HTML of a Word file → source.txt, a paragraph a line, and its articles: by heading styles, or by the wording where there are none.
import type { Fault } from '../../../format/characters'
import type { Guess } from '../../edition/guess'
import type { Page } from '../../normalise/page'
import { type ImportedPage, importBlocks, importStories, type Plain } from '../../pipeline/import-page'
import { type RankedLine, rankedBlock, storiesByHeadings } from '../heading-stories'
import { type HtmlBlock, readBlocks } from '../html/blocks'
import { type PlacedPicture, placePictures } from '../html/place-pictures'
import type { DocxText } from './convert'

export type ReadDocx = {
  readonly source: string
  /** Its pictures, by their place in the list of those of the file. */
  readonly pictures: readonly PlacedPicture[]
  readonly read: (issue: string, plain?: Plain) => ImportedPage
}

type Line = RankedLine & { readonly pictures: readonly string[]; readonly number: number }

/** Reads the converted text; refused when it is empty. */
export function readDocx({ html, ...file }: DocxText): ReadDocx | Fault[] {
  const { blocks, last } = readBlocks(html)
  const lines = linesOf(blocks)
  const placed = placePictures(
    lines.map(({ text, number, level, pictures }) => ({
      text,
      pictures,
      line: number,
      isHeading: level > 0,
    })),
    last.map(({ src }) => src),
  )
  if (lines.length === 0) {
    return [{ line: 1, column: 1, rule: 'page-empty', message: '是空文档，应有标题和正文' }]
  }
  // An empty line between all paragraphs, as in the text that the importer knows best.
  const source = lines.map(({ text }) => text).join('\n\n')
  const rest = {
    leftOut: [],
    facts: { date: '', publication: '' },
    inked: new Set(lines.map(({ number }) => number)),
    guesses: guessesOf(lines, file),
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

/** What the file has beside its text, and what of it is not in the text. */
function guessesOf(
  lines: readonly Line[],
  { pictures, numbered, unread, margins }: Omit<DocxText, 'html'>,
): readonly Guess[] {
  const says = (risk: number, message: string, at: readonly number[] = [1]): Guess => {
    return { kind: 'form', risk, lines: at, message }
  }
  const counted = lines.filter(({ text }) => numbered.some(one => one.trim() === text))
  const numbers = counted.map(({ number }) => number)
  return [
    ...(pictures.length > 0 ? [says(1, `文档里有 ${pictures.length} 张图片，请看是否都收在文章旁边`)] : []),
    ...(numbered.length > 0
      ? [
          says(
            6,
            `有 ${numbered.length} 段的编号由 Word 自动加，不是文字，没有收入，应对照原稿补上`,
            numbers.length > 0 ? numbers : [1],
          ),
        ]
      : []),
    ...(unread.length > 0
      ? [says(6, `文档里有公式之类的内容没有读（${unread.join('、')}），请对照原稿补上文字`)]
      : []),
    ...(margins
      ? [says(4, '文档有页眉或页脚，没有读：其中如有报名、日期、版次，请写进 issue.md 和各篇')]
      : []),
  ]
}

/** Paragraphs as lines; the cells of a row of a table make one. */
function linesOf(blocks: readonly HtmlBlock[]): readonly Line[] {
  const rows: { block: HtmlBlock; row: number; text: string; pictures: readonly string[] }[] = []
  for (const block of blocks) {
    const at = block.path.findIndex(label => label.startsWith('tr'))
    const row = at < 0 ? -1 : (block.within[at] ?? -1)
    const last = rows.at(-1)
    const pictures = block.pictures.map(({ src }) => src)
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
