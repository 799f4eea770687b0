// The content folder of the site, read whole.
import { type Content, readContent } from '../format/content-folder'
import { formatProblems } from '../model/problem'
import { settings } from '../model/settings'

let memo: { readonly content: Content; readonly until: number } | undefined

/**
 * The content of the site, read once a process (while developing: once a second, so that an edit shows).
 * Throws one message that lists all problems: a site with a fault in it is not built.
 */
export function content(): Content {
  if (memo && Date.now() < memo.until) return memo.content
  const { problems, ...read } = readContent(settings.contentDir)
  if (problems.length > 0)
    throw new Error(`content 里有 ${problems.length} 处问题：\n${formatProblems(problems)}`)
  memo = { content: read, until: settings.developing ? Date.now() + 1000 : Infinity }
  return memo.content
}
