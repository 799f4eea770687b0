// The pictures in the front matter of an article: a list of maps, read and printed.
import { ownSettings } from '../model/owner'
import { type Picture, unmeasured } from '../model/picture'
import type { Reader } from './field-reader'

const most = ownSettings.pictureLimits.count

const optional = ['mark', 'caption', 'credit', 'names', 'alt'] as const

/** NN.jpg or NN-2.png, NN being the number of the article. */
export const pictureName = /^(\d\d|[1-9]\d{2,3})(?:-(?:[2-9]|[1-9]\d))?\.(?:jpg|png|webp)$/

/** Reads `pictures`; what is wrong with a name is noted. Whether the file is there is not known here. */
export function readPictures(reader: Reader, number: string): readonly Picture[] {
  const seen = new Set<string>()
  const note = (rule: string, message: string) => reader.note(reader.place('pictures'), rule, message)
  const pictures = reader.maps('pictures', ['file'], optional).map((map): Picture => {
    const text = (key: string) => map.get(key) ?? ''
    const file = text('file')
    const own = pictureName.exec(file)?.[1]
    if (file && own === undefined)
      note('picture-name', `图片写的是“${file.slice(0, 60)}”，${nameRule(number)}`)
    else if (own && number && Number(own) !== Number(number))
      note('picture-name', `图片写的是“${file}”，是第 ${Number(own)} 篇的名字，${nameRule(number)}`)
    if (file && seen.has(file)) note('picture-double', `图片“${file}”写了两次，应只留一次`)
    seen.add(file)
    const names = text('names').split('、').filter(Boolean)
    return {
      file,
      mark: text('mark'),
      caption: text('caption'),
      credit: text('credit'),
      names,
      alt: text('alt'),
    }
  })
  if (pictures.length > most) note('picture-many', `有 ${pictures.length} 张图片，一篇最多 ${most} 张`)
  return pictures
}

const nameRule = (number: string) =>
  `应与文章同号：${number || '05'}.jpg，第二张起 ${number || '05'}-2.jpg，结尾是 .jpg、.png 或 .webp`

/** A picture as a map of front matter; what is empty is left out. */
export function printPicture(picture: Picture): Readonly<Record<string, string>> {
  const { file, mark, caption, credit, names, alt } = unmeasured(picture)
  const said = { mark, caption, credit, names: names.join('、'), alt }
  return { file, ...Object.fromEntries(Object.entries(said).filter(([, text]) => text !== '')) }
}

/** The marks of pictures that no text of their article has: a reader would look for them in vain. */
export function strayMarks(pictures: readonly Picture[], texts: readonly string[]): readonly string[] {
  const all = [...texts, ...pictures.map(({ caption }) => caption)].join('\n')
  return pictures.flatMap(({ mark }) => (mark && !all.includes(mark) ? [mark] : []))
}
