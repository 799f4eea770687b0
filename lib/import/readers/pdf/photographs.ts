// Beside which line of source.txt each photograph of a PDF stands: the nearest caption, else the nearest text of an article.
import type { ReadStories } from '../../pipeline/import-page'
import type { Box, PdfPage } from './page'
import type { PlacedLine, ReadPdf } from './read-pages'

export type PlacedPhotograph = { readonly line: number; readonly data: string }

/** A caption stands at most so far from its photograph, in points: three lines of small print. */
const farthestCaption = 40

/** The photographs of all pages that stand beside a line of an article, with that line. */
export function placePhotographs(pages: readonly PdfPage[], read: ReadPdf): readonly PlacedPhotograph[] {
  const kinds = kindsOf(read)
  return pages.flatMap(({ number, photographs = [] }) => {
    const lines = read.placed.filter(({ page, line }) => page === number && kinds.has(line))
    return photographs.flatMap(({ data, ...box }) => {
      const near = lines
        .map(placed => ({ placed, far: distance(box, placed.piece), kind: kinds.get(placed.line) }))
        .sort((a, b) => a.far - b.far)
      const caption = near.find(({ kind, far }) => kind === 'photo' && far <= farthestCaption)
      const owner = caption ?? near[0]
      return owner ? [{ line: owner.placed.line, data }] : []
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
