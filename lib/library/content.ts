// The content that this process works on, read once.
import { type Content, readContent } from '../format/content-folder'
import { formatProblems } from '../model/problem'
import { openStore } from './article-store'

let memo: { readonly content: Content; readonly until: number } | undefined

/** Where the content is: CONTENT_DIR, or content/ below the folder that the command runs in. */
export const contentDir = () => process.env.CONTENT_DIR || 'content'

/**
 * The content of the site, read once a process (while developing: once a second, so that an edit shows).
 * Throws one message that lists all problems: a site with a fault in it is not built.
 */
export function content(): Content {
  if (memo && Date.now() < memo.until) return memo.content
  const store = process.env.CONTENT_STORE
  const { problems, ...read } = store ? { ...openStore(store), problems: [] } : readContent(contentDir())
  if (problems.length > 0)
    throw new Error(`content 里有 ${problems.length} 处问题：\n${formatProblems(problems)}`)
  memo = { content: read, until: process.env.NODE_ENV === 'development' ? Date.now() + 1000 : Infinity }
  return memo.content
}
