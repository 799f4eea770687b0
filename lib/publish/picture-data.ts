// What programs are told of an article's pictures: addresses, sizes, and what is printed with them.
import type { ArticleFacts } from '../model/article'
import { copyPath, largestSide, shownPictures, sizeWithin } from '../model/picture'
import { absolute, articlePath } from '../model/site'
import { captionLine } from '../text/picture-texts'
import { cardPath, photoCardPath } from './paths'

export type PictureData = {
  /** The address of a JPEG, at most `largestSide` pixels on either side. */
  readonly url: string
  readonly width: number
  readonly height: number
  readonly mark: string
  readonly caption: string
  readonly credit: string
  readonly names: readonly string[]
  readonly alt: string
}

/** The pictures of an article, in their order; the file's own name, place and camera are nobody's business. */
export const pictureData = (article: ArticleFacts): readonly PictureData[] =>
  shownPictures(article).map(picture => {
    const { measured, mark, caption, credit, names, alt } = picture
    const size = sizeWithin(measured, { width: largestSide, height: largestSide })
    return { url: absolute(copyPath(picture, { kind: 'large' })), ...size, mark, caption, credit, names, alt }
  })

/** The card of an article, with its photograph where it has one. */
export const cardOfArticle = (article: ArticleFacts) =>
  article.pictures.some(({ measured }) => measured)
    ? photoCardPath(article.id)
    : cardPath(articlePath(article.id))

/** What is printed under a picture: its own caption and credit; of a photo item's first picture the item's credit. */
export function printedUnder(
  article: ArticleFacts,
  at: number,
): { readonly caption: string; readonly credit: string } {
  const { caption = '', credit = '' } = article.pictures[at] ?? {}
  const ofItem = at === 0 && article.kind === 'photo' && !caption
  return { caption, credit: credit || (ofItem ? article.byline : '') }
}

/** The same in one line. */
export const lineUnder = (article: ArticleFacts, at: number) => captionLine(printedUnder(article, at))
