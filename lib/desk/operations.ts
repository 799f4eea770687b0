// The operations of the desk's buttons and keys: what an editor points at, as what is recorded.
import type { Operation, Role } from '../format/operation'
import type { ItemView, PartView, PictureView } from './wire'

/** The opening words of a part. */
export const partQuote = (part: PartView | undefined): string => part?.segments[0]?.quote ?? ''

export const partText = (part: PartView): string => part.segments.map(({ text }) => text).join('')

/** A part of an item, as most operations name it. */
export type PartOfItem = { readonly item: ItemView; readonly part: PartView }

export const roleOperation = ({ item, part }: PartOfItem, role: Role): Operation => ({
  ...{ do: 'role', item: item.name, text: partQuote(part), role },
})

export const splitOperation = (item: ItemView, before: string): Operation => ({
  do: 'split',
  item: item.name,
  before,
})

export const breakOperation = (item: ItemView, before: string): Operation => ({
  do: 'break',
  item: item.name,
  before,
})

export const joinOperation = ({ item, part }: PartOfItem): Operation => ({
  ...{ do: 'join', item: item.name, text: partQuote(part) },
})

export const mergeOperation = (item: ItemView, other: ItemView): Operation => ({
  ...{ do: 'merge', item: item.name, with: other.name, at: partQuote(other.parts[0]) },
})

export const leaveOutOperation = ({ item, part }: PartOfItem, why: string): Operation => ({
  ...{ do: 'leave-out', item: item.name, text: partQuote(part), why },
})

/** Where a moved part or a line that is taken back goes: into an item, before its part of that opening, or at its end. */
export type Destination = { readonly item: string; readonly before: string }

export const moveOperation = ({ item, part }: PartOfItem, { item: to, before }: Destination): Operation => ({
  ...{ do: 'move', item: item.name, text: partQuote(part), to },
  ...(before && { before }),
})

export const takeBackOperation = (line: string, { item, before }: Destination): Operation => ({
  ...{ do: 'take-back', item, text: line },
  ...(before && { before }),
})

export const factOperation = (item: ItemView, field: string, value: string): Operation => ({
  ...{ do: 'set', item: item.name, field, value, at: partQuote(item.parts[0]) },
})

export const issueFactOperation = (field: string, value: string): Operation => ({
  ...{ do: 'set', item: '00', field, value },
})

export const correctOperation = (item: ItemView, source: string, print: string, why: string): Operation => ({
  ...{ do: 'correct', item: item.name, source, print, why },
})

/** What is said of a picture now, of what was said before; nothing where it is the same. */
export function pictureOperations(item: ItemView, was: PictureView, now: PictureTexts): readonly Operation[] {
  const said = Object.entries(now).filter(([key, text]) => text !== { ...was, place: '' }[key])
  return said.length === 0 ? [] : [pictureOperation(item, was.file, Object.fromEntries(said))]
}
type PictureTexts = Partial<Omit<PictureView, 'file'>> & { readonly place?: string }

const pictureOperation = (
  item: ItemView,
  file: string,
  said: Readonly<Record<string, string>>,
): Operation => ({
  ...{ do: 'picture', item: item.name, file, at: partQuote(item.parts[0]), ...said },
})

export const removePictureOperation = (item: ItemView, file: string): Operation =>
  pictureOperation(item, file, { place: 'none' })

/** The item goes, its pictures first; all its text is left out for that reason. */
export const deleteOperations = (item: ItemView, why: string): readonly Operation[] => [
  ...item.pictures.map(({ file }) => removePictureOperation(item, file)),
  { do: 'delete', item: item.name, why, at: partQuote(item.parts[0]) },
]

export const settleOperation = (item: string, doubt: string): Operation => ({ do: 'settle', item, doubt })
