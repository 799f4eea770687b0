// The content folder of the site, read whole.
import { type Content, readContent } from '../format/content-folder'
import { formatProblems } from '../model/problem'
import { settings } from '../model/settings'
import { liveContent } from './live-content'

let memo: { readonly content: Content; readonly until: number } | undefined

/** Milliseconds for which content is not looked at again while developing: less than a saved file takes to be told of. */
export const freshFor = 50

/**
 * The content of the site, read once a process; while developing as it is now, with its faults shown.
 * Throws one message that lists all problems: a site with a fault in it is not built.
 */
export function content(): Content {
  if (memo && Date.now() < memo.until) return memo.content
  memo = settings.developing
    ? { content: liveContent(settings.contentDir), until: Date.now() + freshFor }
    : { content: soundContent(), until: Infinity }
  return memo.content
}

function soundContent(): Content {
  const { problems, ...read } = readContent(settings.contentDir)
  if (problems.length > 0)
    throw new Error(`content 里有 ${problems.length} 处问题：\n${formatProblems(problems)}`)
  return read
}
