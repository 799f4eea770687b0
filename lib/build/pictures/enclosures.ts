// The lengths of enclosures in RSS: how many bytes a picture has is known once its copies are made, which is after feeds are printed.
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pictureFolder } from '../../model/picture'

/** Alone on its line: texts stand in CDATA behind its mark, and have no line of their own. */
const enclosure = new RegExp(
  `^( *<enclosure url="[^"]*(/${pictureFolder}/[^"/]+)" length=")0"(?=[^<>]*>$)`,
  'gmu',
)

/** A feed with the lengths that it does not know yet; `sizeOf`: the bytes of a picture by its path below the site. */
export const withLengths = (feed: string, sizeOf: (path: string) => number): string =>
  feed.replace(enclosure, (_, before: string, path: string) => `${before}${sizeOf(path)}"`)

/** The pictures whose lengths a feed does not know yet, as paths below the site. */
export const enclosuresIn = (feed: string): readonly string[] =>
  [...feed.matchAll(enclosure)].flatMap(([, , path]) => path ?? [])

/** Fills in the lengths in those of the files that are RSS, from the pictures in the folder of the site. Throws where one is missing. */
export function fillLengths(folder: string, files: readonly string[]): void {
  for (const file of files.filter(name => name.endsWith('.xml'))) {
    const feed = readFileSync(join(folder, file), 'utf8')
    const filled = withLengths(feed, path => statSync(join(folder, path)).size)
    if (filled !== feed) writeFileSync(join(folder, file), filled)
  }
}
