// The articles of an issue and the files of their pictures, put together: each knows the other, or says so.
import { join } from 'node:path'
import type { Article } from '../model/article'
import { groupBy } from '../model/order'
import type { Measured } from '../model/picture'
import type { Problem } from '../model/problem'

/** What each file of a picture is, by its name; undefined where it is no picture. */
type PictureFiles = ReadonlyMap<string, Measured | undefined>

type Faults = {
  /** Those that stand in the way of the whole site, and those of drafts alone. */
  readonly problems: Problem[]
  readonly drafts: Problem[]
}

/**
 * The articles of an issue with what their pictures are. Problems: a picture that is not there, one that no article has, one whose
 * number no article has. `names`: all files of the folder `path`.
 */
export function withPictures(
  path: string,
  articles: readonly Article[],
  files: PictureFiles,
  names: readonly string[],
  { problems, drafts }: Faults,
): readonly Article[] {
  if (files.size === 0 && articles.every(({ pictures }) => pictures.length === 0)) return articles
  problems.push(...strayProblems(path, articles, files, names))
  const owned = groupBy([...files.keys()], name => [Number.parseInt(name, 10)])
  return articles.map(article =>
    article.pictures.length === 0
      ? article
      : {
          ...article,
          pictures: article.pictures.map(picture => {
            const { file } = picture
            const into = article.status === 'draft' ? drafts : problems
            if (!files.has(file)) into.push(missing(path, article, file, owned.get(article.number) ?? []))
            const measured = files.get(file)
            return measured ? { ...picture, measured } : picture
          }),
        },
  )
}

const inFolder = (path: string, name: string) => join(/* turbopackIgnore: true */ path, name)
const articleFile = (picture: string) => `${/^\d+/.exec(picture)?.[0] ?? ''}.md`

function strayProblems(
  path: string,
  articles: readonly Article[],
  files: PictureFiles,
  names: readonly string[],
): readonly Problem[] {
  const used = new Set(articles.flatMap(({ pictures }) => pictures.map(({ file }) => file)))
  const read = new Set(articles.map(({ number }) => number))
  return [...files.keys()].flatMap((name): Problem[] => {
    const article = articleFile(name)
    const problem = (rule: string, message: string) => [
      { file: inFolder(path, name), line: 1, rule, message },
    ]
    if (!names.includes(article))
      return problem('picture-alone', `没有 ${article} 这一篇，图片应与文章同号，应改名或移走`)
    // An article that could not be read names its own faults.
    if (used.has(name) || !read.has(Number.parseInt(name, 10))) return []
    const line = `pictures: [{ file: "${name}" }]`
    const message = `${article} 里没有写这张图片，应在它的开头写上 ${line}，或移走图片`
    return problem('picture-unused', message)
  })
}

function missing(path: string, { id, issue }: Article, name: string, near: readonly string[]): Problem {
  const there = near.length > 0 ? `，旁边有的是 ${near.join('、')}` : ''
  const message = `写了图片“${name}”，旁边没有这个文件${there}，应把图片放进 ${path}，或改正名字`
  return {
    file: inFolder(path, `${id.slice(issue.length + 1)}.md`),
    line: 1,
    rule: 'picture-missing',
    message,
  }
}
