// Beside which line of source.txt each photograph of a PDF stands: the nearest caption, else the nearest text of an article.
import { pictureKind, readPictureFile } from '../../../format/picture-file'
import type { Guess } from '../../edition/guess'
import type { ReadStories } from '../../pipeline/import-page'
import type { Box, Missed, PdfPage, PdfPhotograph } from './page'
import type { PlacedLine } from './pieces'

export type PlacedPhotograph = { readonly line: number; readonly data: string }

/** A caption stands at most so far from its photograph, in points: three lines of small print. */
const farthestCaption = 40

type Placed = Pick<ReadStories, 'stories'> & { readonly placed: readonly PlacedLine[] }

/** The photographs of all pages, each with the line of an article that it stands beside. */
export function locatePhotographs(pages: readonly PdfPage[], read: Placed): readonly PlacedPhotograph[] {
  return besideLines(pages, read).flatMap(({ line, photograph }) =>
    'data' in photograph ? [{ line, data: photograph.data }] : [],
  )
}

const reasons: Readonly<Record<Missed, string>> = {
  leaning: '斜放在版面上',
  unreadable: '解不开',
  beyond: '之前的图片已经太多',
}

/**
 * The pictures that an editor has to bring by hand, since they stay in the PDF or the door of content/ would refuse them; and those that the
 * page shows a part of, which come whole.
 */
export function photographGuesses(pages: readonly PdfPage[], read: Placed): readonly Guess[] {
  return besideLines(pages, read).flatMap(({ page, line, photograph }): Guess[] => {
    const { x0, y0, x1, y1 } = photograph
    const [left, top, width, height] = [x0, y0, x1 - x0, y1 - y0].map(Math.round)
    const place = `第${page}页（距左 ${left} 点、距上 ${top} 点，${width} × ${height} 点）`
    const why = whyMissed(photograph)
    const guess = (message: string): Guess[] => [{ kind: 'left-out', risk: 5, lines: [line], message }]
    if (why)
      return guess(
        `${place}有一张图片没有取出：${why}；应另存一份放在文章旁边，再运行 npm run edit -- 期号 picture`,
      )
    return 'cropped' in photograph && photograph.cropped
      ? guess(`${place}的图片在版面上只印了一部分，取出的是整张，请看多出的部分能不能登`)
      : []
  })
}

function whyMissed(photograph: PdfPhotograph): string | undefined {
  if ('missed' in photograph) return reasons[photograph.missed]
  const bytes = Buffer.from(photograph.data, 'base64')
  const read = readPictureFile(bytes, `.${pictureKind(bytes)}`)
  return Array.isArray(read) ? read.map(({ message }) => message).join('；') : undefined
}

type BesideLine = { readonly page: number; readonly line: number; readonly photograph: PdfPhotograph }

function besideLines(pages: readonly PdfPage[], read: Placed): readonly BesideLine[] {
  const kinds = kindsOf(read)
  return pages.flatMap(({ number, photographs = [] }) => {
    const lines = read.placed.filter(({ page, line }) => page === number && kinds.has(line))
    return photographs.flatMap(photograph => {
      const near = lines
        .map(placed => ({ placed, far: distance(photograph, placed.piece), kind: kinds.get(placed.line) }))
        .sort((a, b) => a.far - b.far)
      const caption = near.find(({ kind, far }) => kind === 'photo' && far <= farthestCaption)
      const owner = caption ?? near[0]
      return owner ? [{ page: number, line: owner.placed.line, photograph }] : []
    })
  })
}

/** What sort of item each line of an article belongs to. */
function kindsOf({
  stories,
}: Pick<ReadStories, 'stories'>): ReadonlyMap<PlacedLine['line'], 'photo' | 'article'> {
  return new Map(
    stories.flatMap(story => {
      const blocks = [
        ...story.headings,
        ...story.bylines,
        ...story.tip,
        ...story.paragraphs.map(({ block }) => block),
        ...story.foot,
      ]
      return blocks.flatMap(({ lines }) => lines.map(line => [line, story.kind] as const))
    }),
  )
}

/** How far apart two boxes are, in points: 0 where they overlap. */
function distance(a: Box, b: Box): number {
  const gap = (from: number, to: number, start: number, end: number) => Math.max(0, start - to, from - end)
  return Math.hypot(gap(a.x0, a.x1, b.x0, b.x1), gap(a.y0, a.y1, b.y0, b.y1))
}
