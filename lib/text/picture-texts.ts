// What is said of a picture where it is not seen.
import type { ShownPicture } from '../model/picture'

/** The alternative text: an editor's; until there is one, that there is a picture and where it is told of. Nothing is guessed. */
export const spokenAlt = (alt: string, hasCaption: boolean): string =>
  alt || (hasCaption ? '图片，说明见下' : '图片，没有说明')

/** Caption and credit in one line, for programs and captions in feeds; '' where neither is printed. */
export const captionLine = ({ caption, credit }: Pick<ShownPicture, 'caption' | 'credit'>): string =>
  [caption, credit].filter(Boolean).join(' ')
