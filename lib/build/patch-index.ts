// A unit of the search index after an edit: patched where the last build made it of nearly the same articles.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Library } from '../library/library'
import type { Summary } from '../library/summary'
import {
  articlesIn,
  filesOfPart,
  type IndexFile,
  type IndexUnit,
  indexPaths,
  patchedPart,
  patchedTexts,
} from '../search/index-files'
import { textRecordOf } from '../search/record-of'
import { inputsOfUnit } from './cache/routes'

/** A unit as the last build left it in out/: the folder of the site, the unit's own folder, its files, and the checksum of its inputs. */
export type LastUnit = {
  readonly out: string
  readonly name: string
  readonly files: number
  readonly inputs: string
}

/** With more changes than this a unit is made whole: a text that is another has its grams in thousands of files of a part. */
const mostChanges = 16

/**
 * The files of a unit, from those of the last build and the articles that have changed since; undefined when it must be made whole.
 * `published`: the content that the site in out/ was made of, which is believed only when the unit's checksum is that of it.
 */
export function patchUnit(
  unit: IndexUnit,
  last: LastUnit,
  library: Library,
  published: Library,
): readonly IndexFile[] | undefined {
  if (inputsOfUnit(published, unit) !== last.inputs) return undefined
  const [before, now] = [articlesIn(published.articles, unit), articlesIn(library.articles, unit)]
  if (!hasSameFiles(unit, before, last.files) || !hasSameFiles(unit, now, last.files)) return undefined
  if (before.length !== now.length || before.some(({ id }, at) => id !== now[at]?.id)) return undefined
  const pairs = now.flatMap((after, article) => {
    const old = before[article]
    return old && !isSame(old, published, after, library) ? [{ article, old, after }] : []
  })
  if (pairs.length > mostChanges) return undefined
  const changes = pairs.map(({ article, old, after }) => ({
    article,
    before: recordIn(published, old),
    after: recordIn(library, after),
  }))
  const files = indexPaths(last.name, last.files).map(path => readFileSync(join(last.out, path)))
  return unit.kind === 'part'
    ? patchedPart(unit, files, now.length, changes)
    : patchedTexts(unit, files, changes)
}

/** Whether a unit of these articles has so many files, and each article of texts its own. */
function hasSameFiles({ kind }: IndexUnit, articles: readonly Summary[], files: number): boolean {
  if (kind === 'texts') return files === articles.length
  return files === filesOfPart(articles.reduce((sum, { characters }) => sum + characters, 0))
}

/** Whether an article has the same record in both contents: it is made of the article and its issue. */
function isSame(before: Summary, published: Library, now: Summary, library: Library): boolean {
  const issueOf = ({ issues }: Library, { issue }: Summary) => JSON.stringify(issues.get(issue))
  return before.checksum === now.checksum && issueOf(published, before) === issueOf(library, now)
}

const recordIn = ({ read, issues }: Library, summary: Summary) =>
  textRecordOf(read(summary), issues.get(summary.issue))
