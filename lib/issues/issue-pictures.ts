// The pictures of an issue when it is imported again: none is lost, and none is named that is not there.
import { join } from 'node:path'
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
