// A part of the search index after an edit: patched where the last build made it of nearly the same articles.
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
} from '../search/index-files'
import { textRecordOf } from '../search/record-of'
import { inputsOfUnit } from './cache/routes'

/** A part as the last build left it in out/: the folder of the site, the part's own folder, its files, and the checksum of its inputs. */
export type LastPart = {
  readonly out: string
  readonly name: string
  readonly files: number
  readonly inputs: string
}

/** With more changes than this a part is made whole: each reads and prints some 1,500 of its files. */
const mostChanges = 16

/**
 * The files of a part, from those of the last build and the articles that have changed since; undefined when it must be made whole.
 * `published`: the content that the site in out/ was made of, which is believed only when the part's checksum is that of it.
 */
export function patchPart(
  unit: IndexUnit,
  last: LastPart,
  library: Library,
  published: Library,
): readonly IndexFile[] | undefined {
  if (inputsOfUnit(published, unit) !== last.inputs) return undefined
  const [before, now] = [published, library].map(({ articles }) => articlesIn(articles, unit))
  if (!before || !now || !isAlike(before, now, last.files)) return undefined
  const changed = now.flatMap((article, at) => (article.checksum === before[at]?.checksum ? [] : [at]))
  if (changed.length > mostChanges) return undefined
  const recordIn = ({ read, issues }: Library, summary: Summary | undefined) => {
    if (!summary) throw new Error(`no article in part ${unit.number}`)
    return textRecordOf(read(summary), issues.get(summary.issue))
  }
  const changes = changed.map(article => ({
    article,
    before: recordIn(published, before[article]),
    after: recordIn(library, now[article]),
  }))
  const files = indexPaths(last.name, last.files).map(path => readFileSync(join(last.out, path)))
  return patchedPart(unit, files, now.length, changes)
}

/** Whether a part has the same articles in the same order, and as many files. */
const isAlike = (before: readonly Summary[], now: readonly Summary[], files: number) =>
  before.length === now.length &&
  before.every(({ id }, at) => id === now[at]?.id) &&
  files === filesOfPart(sumOf(before)) &&
  files === filesOfPart(sumOf(now))

const sumOf = (articles: readonly Summary[]) => articles.reduce((sum, { characters }) => sum + characters, 0)
