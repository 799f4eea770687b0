// The pictures of an issue when it is imported again or edited: none is lost, and none is named that is not there.
import { join } from 'node:path'
import { printRenames, renamesOf } from '../edits/merged-pictures'
import type { Operation } from '../format/operation'
import { pictureName } from '../format/picture-fields'
import type { Article } from '../model/article'
import type { Problem } from '../model/problem'

/**
 * The files of pictures, of those given, that the folder `dir` is to hold: those that its articles name, and those that nobody names yet but whose number
 * is an article's. Problems: pictures that an article names and that are not there.
 */
export function keepPictures(
  articles: readonly Article[],
  pictures: ReadonlyMap<string, Uint8Array>,
  dir: string,
): { readonly files: ReadonlyMap<string, Uint8Array>; readonly problems: readonly Problem[] } {
  const numbers = new Set(articles.map(({ number }) => number))
  const files = new Map([...pictures].filter(([name]) => numbers.has(Number(pictureName.exec(name)?.[1]))))
  const problems = articles.flatMap(({ id, issue, pictures: named }) =>
    named
      .filter(({ file }) => !files.has(file))
      .map(({ file }): Problem => {
        const message = `${id} 写了图片“${file}”，旁边没有这个文件，应先把它放进 ${dir}`
        return {
          file: join(dir, `${id.slice(issue.length + 1)}.md`),
          line: 1,
          rule: 'picture-missing',
          message,
        }
      }),
  )
  return { files, problems }
}

type Files = ReadonlyMap<string, Uint8Array>

/**
 * The files under the names that merged items gave them: one that an article names and that is not there is the one that had the name
 * before the merge, and that no article names.
 */
export function underNewNames(
  files: Files,
  articles: readonly Article[],
  operations: readonly Operation[],
): Files {
  const named = new Set(articles.flatMap(({ pictures }) => pictures.map(({ file }) => file)))
  return operations.reduce(
    (now, operation) => moved(now, [...renamesOf(operation)], ([from]) => !named.has(from)),
    files,
  )
}

/** The files as if an operation had never renamed them. */
export const underOldNames = (files: Files, operation: Operation): Files =>
  moved(
    files,
    [...renamesOf(operation)].map(([from, to]) => [to, from]),
    () => true,
  )

type Move = readonly [from: string, to: string]

function moved(files: Files, moves: readonly Move[], isMeant: (move: Move) => boolean): Files {
  const wanted = moves.filter(move => files.has(move[0]) && !files.has(move[1]) && isMeant(move))
  const to = new Map(wanted)
  return wanted.length === 0
    ? files
    : new Map([...files].map(([name, bytes]) => [to.get(name) ?? name, bytes]))
}

/** What a `merge` calls the pictures of the item that it takes in: the next free names of the other; '' where there are none. */
export function renamesFor(item: string, pictures: readonly string[], names: readonly string[]): string {
  const used = [...names]
  const renames = pictures.map((from): Move => {
    const to = `${freeName(item, used)}${/\.\w+$/.exec(from)?.[0] ?? ''}`
    used.push(to)
    return [from, to]
  })
  return printRenames(new Map(renames))
}

/** 05, or where that is taken 05-2 … */
export function freeName(item: string, names: readonly string[]): string {
  const used = new Set(names.map(name => name.replace(/\.\w+$/, '')))
  for (let count = 2; used.has(item); count += 1) if (!used.has(`${item}-${count}`)) return `${item}-${count}`
  return item
}
