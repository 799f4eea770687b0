// Operation picture: a picture of an item, and what is said of it. Said again, it changes what it names and leaves the rest.
import type { Operation } from '../format/operation'
import { pictureName } from '../format/picture-fields'
import type { Article } from '../model/article'
import type { Picture } from '../model/picture'
import { type Applied, type Draft, done, fault, isItem, itemAt, replaceItems } from './draft'

/** What the operation may say of a picture besides its file. */
const texts = ['mark', 'caption', 'credit', 'alt'] as const

export function setPicture(draft: Draft, operation: Operation): Applied {
  const { item: name, at, file = '' } = operation
  const item = itemAt(draft, name, at)
  if (!isItem(item)) return item
  const { number, pictures } = item.article
  if (Number(pictureName.exec(file)?.[1]) !== number) {
    const own = String(number).padStart(2, '0')
    return fault('picture-name', `图片写的是“${file}”，应与文章同号，如 ${own}.jpg、${own}-2.jpg`)
  }
  const known = pictures.find(picture => picture.file === file)
  const picture = saidOf(operation, known ?? { file, ...nothingSaid })
  const all = known ? pictures.map(one => (one === known ? picture : one)) : [...pictures, picture]
  return done(replaceItems(draft, { ...item, article: { ...item.article, pictures: all } }))
}

const nothingSaid: Omit<Picture, 'file'> = { mark: '', caption: '', credit: '', names: [], alt: '' }

function saidOf(operation: Operation, picture: Picture): Picture {
  const said = texts.flatMap(key => (operation[key] === undefined ? [] : [[key, operation[key]] as const]))
  const names = operation.names?.split('、').filter(Boolean)
  return { ...picture, ...Object.fromEntries(said), ...(names && { names }) }
}

/** The operations that make the pictures of `now` of those of `was`. One that is gone, or stands elsewhere, cannot be said so. */
export function picturesBetween(was: Article, now: Article, at: string): readonly Operation[] {
  return now.pictures.flatMap((picture): Operation[] => {
    const known = was.pictures.find(({ file }) => file === picture.file)
    const said = texts.flatMap(key =>
      picture[key] === (known?.[key] ?? '') ? [] : [[key, picture[key]] as const],
    )
    const names = picture.names.join('、')
    const changed = [
      ...said,
      ...(names === (known?.names.join('、') ?? '') ? [] : [['names', names] as const]),
    ]
    if (known && changed.length === 0) return []
    const item = String(now.number).padStart(2, '0')
    return [{ do: 'picture', item, file: picture.file, at, ...Object.fromEntries(changed) }]
  })
}
