// Operation picture: a picture of an item, and what is said of it. Said again, it changes what it names and leaves the rest.
import { inkOf, narrowText } from '../audit/ink'
import type { Operation } from '../format/operation'
import { pictureName } from '../format/picture-fields'
import { type Article, printNumber } from '../model/article'
import type { Picture } from '../model/picture'
import { type Applied, type Draft, type DraftItem, done, fault, isItem, itemAt, replaceItems } from './draft'
import { inkLength, joinParts, type Part, splitPart } from './parts'

/** What the operation may say of a picture besides its file. */
const texts = ['mark', 'caption', 'credit', 'alt'] as const
/** Those of them that the page prints. */
const printed = ['caption', 'credit'] as const

/** The place of a picture that is taken away. */
export const noPlace = 'none'

/** Operation picture: adds a picture to an item, changes what is said of it, moves it, or takes it away. */
export function setPicture(draft: Draft, operation: Operation): Applied {
  const { item: name, at, file = '', place } = operation
  const item = itemAt(draft, name, at)
  if (!isItem(item)) return item
  const { number, pictures } = item.article
  const wrong = pictureFault(operation, number)
  if (wrong) return fault(wrong.rule, wrong.message)
  const known = pictures.find(picture => picture.file === file)
  if (place === noPlace) return known ? done(withoutPicture(draft, item, known)) : done(draft)
  const { parts, said } = taken(item.parts, known ?? { file, ...nothingSaid }, operation)
  const article = { ...item.article, pictures: picturesAfter(pictures, { ...operation, ...said }) }
  return done(replaceItems(draft, { ...item, parts, article }))
}

/** What is wrong with the name or the place of a picture, for the item of that number. */
export function pictureFault(
  { file = '', place }: Operation,
  number: number,
): { readonly rule: string; readonly message: string } | undefined {
  if (Number(pictureName.exec(file)?.[1]) !== number) {
    const own = printNumber(number)
    const message = `图片写的是“${file}”，应与文章同号，如 ${own}.jpg、${own}-2.jpg`
    return { rule: 'picture-name', message }
  }
  if (place === undefined || place === noPlace || /^[1-9]\d?$/.test(place)) return undefined
  const message = `图片的位置写的是“${place}”，应是第几张，如 1，或 ${noPlace}（撤去）`
  return { rule: 'picture-place', message }
}

/** The pictures of an item after an operation on one of them: one more, one less, another order, or more said of it. */
export function picturesAfter(pictures: readonly Picture[], operation: Operation): readonly Picture[] {
  const { file = '', place } = operation
  const known = pictures.find(picture => picture.file === file)
  if (place === noPlace) return pictures.filter(one => one !== known)
  const picture = saidOf(operation, known ?? { file, ...nothingSaid })
  const all = known ? pictures.map(one => (one === known ? picture : one)) : [...pictures, picture]
  return placed(all, picture, place)
}

const nothingSaid: Omit<Picture, 'file'> = { mark: '', caption: '', credit: '', names: [], alt: '' }

/** The pictures with one of them in its place, from 1. */
function placed(all: readonly Picture[], picture: Picture, place: string | undefined): readonly Picture[] {
  if (place === undefined) return all
  const rest = all.filter(one => one !== picture)
  const at = Math.min(Number(place) - 1, rest.length)
  return [...rest.slice(0, at), picture, ...rest.slice(at)]
}

/** Without a picture; its caption and its credit are text again. */
function withoutPicture(draft: Draft, item: DraftItem, picture: Picture): Draft {
  const pictures = item.article.pictures.filter(one => one !== picture)
  const { parts } = taken(item.parts, picture, { do: 'picture', item: '', caption: '', credit: '' })
  return replaceItems(draft, { ...item, parts, article: { ...item.article, pictures } })
}

const folded = (text: string) => narrowText(inkOf(text, 1))

/**
 * The parts once a picture has the caption and the credit of an operation: a part with these words belongs to the picture, one that
 * belonged to it is a paragraph. `said`: the words as the page has them.
 */
function taken(parts: readonly Part[], picture: Picture, operation: Operation) {
  let now = parted(parts, operation)
  const said: Partial<Record<(typeof printed)[number], string>> = {}
  for (const key of printed) {
    const text = operation[key]
    if (text === undefined || text === picture[key]) continue
    const old = now.findIndex(one => one.role === 'picture' && folded(one.text) === folded(picture[key]))
    now = now.map((one, at) => (at === old ? { ...one, role: 'paragraph' as const } : one))
    const found =
      text === '' ? -1 : now.findIndex(one => one.role !== 'picture' && folded(one.text) === folded(text))
    now = now.map((one, at) => (at === found ? { ...one, role: 'picture' as const } : one))
    const words = now[found]?.text
    if (words !== undefined) said[key] = words
  }
  return { parts: rejoined(now), said }
}

/** With a paragraph that is the caption and the credit of an operation, one behind the other, as two parts. */
function parted(parts: readonly Part[], { caption = '', credit = '' }: Operation): readonly Part[] {
  if (caption === '' || credit === '') return parts
  const at = parts.findIndex(
    one => one.role === 'paragraph' && folded(one.text) === folded(caption) + folded(credit),
  )
  return parts.flatMap((one, index) => (index === at ? (splitPart(one, inkLength(caption)) ?? one) : one))
}

/** Two paragraphs that stand in one line of the source are one: a caption and its credit that belong to no picture any more. */
function rejoined(parts: readonly Part[]): readonly Part[] {
  const made: Part[] = []
  for (const part of parts) {
    const last = made.at(-1)
    const isTorn =
      last?.role === 'paragraph' && part.role === 'paragraph' && last.lines.at(-1) === part.lines[0]
    if (isTorn) made[made.length - 1] = joinParts(last, part)
    else made.push(part)
  }
  return made
}

function saidOf(operation: Operation, picture: Picture): Picture {
  const said = texts.flatMap(key => (operation[key] === undefined ? [] : [[key, operation[key]] as const]))
  const names = operation.names?.split('、').filter(Boolean)
  return { ...picture, ...Object.fromEntries(said), ...(names && { names }) }
}

/** The operations that make the pictures of `now` of those of `was`. */
export function picturesBetween(was: Article, now: Article, at: string): readonly Operation[] {
  const item = printNumber(now.number)
  const operation = (file: string, said: Readonly<Record<string, string>>): Operation => ({
    ...{ do: 'picture', item, file, at, ...said },
  })
  const files = now.pictures.map(({ file }) => file)
  const stays = was.pictures.map(({ file }) => file).filter(file => files.includes(file))
  const come = files.filter(file => !stays.includes(file))
  const order = [...stays, ...come]
  return [
    ...was.pictures.flatMap(({ file }) =>
      files.includes(file) ? [] : [operation(file, { place: noPlace })],
    ),
    ...now.pictures.flatMap(picture => {
      const said = saidBetween(
        was.pictures.find(({ file }) => file === picture.file),
        picture,
      )
      return said ? [operation(picture.file, said)] : []
    }),
    ...(order.join() === files.join()
      ? []
      : files.map((file, index) => operation(file, { place: String(index + 1) }))),
  ]
}

/** What is said of a picture and was not said before; undefined where there is nothing of it to do. */
function saidBetween(
  known: Picture | undefined,
  picture: Picture,
): Readonly<Record<string, string>> | undefined {
  const said = texts.flatMap(key =>
    picture[key] === (known?.[key] ?? '') ? [] : [[key, picture[key]] as const],
  )
  const names = picture.names.join('、')
  const changed = [...said, ...(names === (known?.names.join('、') ?? '') ? [] : [['names', names] as const])]
  return known && changed.length === 0 ? undefined : Object.fromEntries(changed)
}
