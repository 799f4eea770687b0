// The pictures of an item that becomes part of another one: their new names, and what becomes of a photo item's text.
import type { Operation } from '../format/operation'
import { pictureName } from '../format/picture-fields'
import type { Picture } from '../model/picture'
import type { DraftItem } from './draft'
import type { Part } from './parts'

/** Former and new name of each picture. */
export type Renames = ReadonlyMap<string, string>

/** As the operation `merge` says it: 06.jpg→05-2.jpg、06-2.png→05-3.png. */
export const printRenames = (renames: Renames): string =>
  [...renames].map(([from, to]) => `${from}→${to}`).join('、')

/** The renames of a `merge`; none of any other operation. Whether they are names of pictures is not known here. */
export const renamesOf = ({ do: kind, pictures = '' }: Operation): Renames =>
  new Map(
    (kind === 'merge' ? pictures.split('、') : []).flatMap(one => {
      const [from, to] = one.split('→')
      return from && to ? [[from, to] as const] : []
    }),
  )

/** Pictures under the names that they get in `item`; undefined where one of them gets none that it can have. */
export function renamed(
  { article }: DraftItem,
  given: readonly Picture[],
  renames: Renames,
): readonly Picture[] | undefined {
  const taken = new Set(article.pictures.map(({ file }) => file))
  const pictures = given.flatMap(picture => {
    const file = renames.get(picture.file) ?? ''
    const isOwn = Number(pictureName.exec(file)?.[1]) === article.number
    if (!isOwn || taken.has(file)) return []
    taken.add(file)
    return [{ ...picture, file }]
  })
  return pictures.length === given.length ? pictures : undefined
}

/**
 * A photo item as a picture within an article: its one paragraph is the caption of its first picture, its byline the credit. As it is where
 * it has a heading, more text, or a caption already.
 */
export function asCaption({ article, parts }: DraftItem): {
  readonly parts: readonly Part[]
  readonly picture?: Picture
} {
  const [picture] = article.pictures
  const [text, credit, more] = parts
  const fits =
    article.kind === 'photo' &&
    picture &&
    !picture.caption &&
    !picture.credit &&
    text?.role === 'paragraph' &&
    !more
  if (!fits || (credit && credit.role !== 'byline' && credit.role !== 'signature')) return { parts }
  return {
    parts: parts.map(part => ({ ...part, role: 'picture' })),
    picture: {
      ...picture,
      caption: text.text,
      credit: credit?.text ?? '',
      names: credit ? article.photographers : picture.names,
    },
  }
}
