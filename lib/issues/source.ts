// What an import is given, and what opening it gives.
import type { Decoded } from '../format/decode'
import type { Origins } from '../import/edition/edition'
import type { ImportedPage, Plain } from '../import/pipeline/import-page'
import type { FoundPicture } from './found-pictures'

/** A file as an editor gave it. */
export type GivenFile = {
  readonly file: string
  readonly bytes: Uint8Array
  /** Pictures that were given with it, by their names; undefined where those that it shows lie beside it on the disk. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>
}

export type Source = {
  /** What source.txt holds, line ends `\n`. */
  readonly text: string
  readonly encoding: Decoded['encoding'] | 'PDF' | '网页' | 'Word' | 'Markdown'
  /** The files kept beside issue.md, byte for byte: source.txt, and what it was read from. */
  readonly kept: ReadonlyMap<string, string | Uint8Array>
  /** The pictures of its articles that are there, each beside a line of the source. */
  readonly pictures?: readonly FoundPicture[]
  /** What the text was made of, when it is not the one file that was given. */
  readonly origins?: Origins
  /** The articles, as the issue with this id; those with the numbers `plain` as plain text. */
  readonly read: (issue: string, plain?: Plain) => ImportedPage
}
