// The operations of the desk's buttons and keys: what an editor points at, as what is recorded.
import type { Operation, Role } from '../../format/operation'
import type { ItemView, PartView, PictureView } from '../wire'

/** The opening words of a part. */
export const quoteOf = (part: PartView | undefined): string => part?.segments[0]?.quote ?? ''

export const textOf = (part: PartView): string => part.segments.map(({ text }) => text).join('')

/** A part of an item, as most operations name it. */
export type Target = { readonly item: ItemView; readonly part: PartView }

export const setRole = ({ item, part }: Target, role: Role): Operation => ({
  ...{ do: 'role', item: item.name, text: quoteOf(part), role },
})

export const splitAt = (item: ItemView, before: string): Operation => ({
  do: 'split',
  item: item.name,
  before,
})

export const breakAt = (item: ItemView, before: string): Operation => ({
  do: 'break',
  item: item.name,
  before,
})

export const joinUp = ({ item, part }: Target): Operation => ({
  ...{ do: 'join', item: item.name, text: quoteOf(part) },
})

export const mergeInto = (item: ItemView, other: ItemView): Operation => ({
  ...{ do: 'merge', item: item.name, with: other.name, at: quoteOf(other.parts[0]) },
})

export const leaveOut = ({ item, part }: Target, why: string): Operation => ({
  ...{ do: 'leave-out', item: item.name, text: quoteOf(part), why },
})

/** Where a moved part or a line that is taken back goes: into an item, before its part of that opening, or at its end. */
export type Goal = { readonly item: string; readonly before: string }

export const moveTo = ({ item, part }: Target, { item: to, before }: Goal): Operation => ({
  ...{ do: 'move', item: item.name, text: quoteOf(part), to },
  ...(before && { before }),
})

export const takeBack = (line: string, { item, before }: Goal): Operation => ({
  ...{ do: 'take-back', item, text: line },
  ...(before && { before }),
})

export const setFact = (item: ItemView, field: string, value: string): Operation => ({
  ...{ do: 'set', item: item.name, field, value, at: quoteOf(item.parts[0]) },
})

export const setIssueFact = (field: string, value: string): Operation => ({
  ...{ do: 'set', item: '00', field, value },
})

export const correctWords = (item: ItemView, source: string, print: string, why: string): Operation => ({
  ...{ do: 'correct', item: item.name, source, print, why },
})

/** What is said of a picture now, of what was said before; nothing where it is the same. */
export function sayOfPicture(item: ItemView, was: PictureView, now: Said): readonly Operation[] {
  const said = Object.entries(now).filter(([key, text]) => text !== { ...was, place: '' }[key])
  return said.length === 0 ? [] : [ofPicture(item, was.file, Object.fromEntries(said))]
}
type Said = Partial<Omit<PictureView, 'file'>> & { readonly place?: string }

const ofPicture = (item: ItemView, file: string, said: Readonly<Record<string, string>>): Operation => ({
  ...{ do: 'picture', item: item.name, file, at: quoteOf(item.parts[0]), ...said },
})

export const removePicture = (item: ItemView, file: string): Operation =>
  ofPicture(item, file, { place: 'none' })

/** The item goes, its pictures first; all its text is left out for that reason. */
export const deleteItem = (item: ItemView, why: string): readonly Operation[] => [
  ...item.pictures.map(({ file }) => removePicture(item, file)),
  { do: 'delete', item: item.name, why, at: quoteOf(item.parts[0]) },
]

export const settle = (item: string, doubt: string): Operation => ({ do: 'settle', item, doubt })
