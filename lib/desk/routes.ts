// What the desk's server answers, by method and path.
import { issueRule } from '../format/article-file'
import { site as own } from '../model/site'
import { doAct, readAct } from './acts'
import { allDoubts } from './all-doubts'
import { checkIssueAt } from './checklist'
import { cleanText } from './clean'
import type { Desk } from './desk'
import { cleanPath, importPath, picturePath, sheetPath, writingPath } from './guard'
import { readIncoming, takeIn } from './incoming'
import { listIssues } from './issue-list'
import { viewIssue } from './issue-view'
import { pagePicture } from './page-picture'
import { pictureFile, readGivenPicture, takePicture } from './pictures'
import type { DeskSite } from './site'
import { readWish, sitePath } from './site-wish'
import { type SiteAnswer, ways } from './wire'
import { doWriting } from './writing'
import { readWriting } from './written-text'

export type Reply = { readonly status: number; readonly type: string; readonly body: string | Uint8Array }

export const json = (status: number, value: unknown): Reply => ({
  ...{ status, type: 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
})

export const refuse = (status: number, refused: string): Reply => json(status, { refused })

export const unruly = refuse(400, '这个请求不合规矩，没有照做')

export const noPage = refuse(404, '没有这一页')

const found = (value: unknown): Reply => (value === undefined ? refuse(404, '没有这一期') : json(200, value))

/** What an answer is made from. */
type Asking = {
  readonly desk: Desk
  readonly site: DeskSite
  readonly previewPort: () => number
  /** Whether the page may offer an example. */
  readonly hasExample: boolean
  /** The body as JSON; undefined when it is none. */
  readonly body: () => Promise<unknown>
}

/** `parts`: what the path has in the places of its pattern. */
type Handler = (asking: Asking, ...parts: readonly (string | undefined)[]) => Reply | Promise<Reply>
type Route = readonly [method: 'GET' | 'POST', path: string | RegExp, handle: Handler]

/** A route about an issue, the first part of its path: what cannot be the id of one is no page. */
const ofIssue =
  (
    answer: (asking: Asking, issue: string, ...parts: readonly (string | undefined)[]) => ReturnType<Handler>,
  ): Handler =>
  (asking, issue = '', ...parts) =>
    issueRule(issue) ? noPage : answer(asking, issue, ...parts)

const issuePath = /^\/api\/issues\/([a-z0-9-]+)$/

const routes: readonly Route[] = [
  ['GET', '/api/issues', ({ desk, hasExample }) => json(200, { ...listIssues(desk), example: hasExample })],
  ['GET', '/api/doubts', ({ desk }) => json(200, allDoubts(desk))],
  [
    'POST',
    importPath,
    async ({ desk, body }) => replyTo(readIncoming(await body()), one => takeIn(desk, one)),
  ],
  ['GET', sitePath, siteNow],
  ['POST', sitePath, askSite],
  ['GET', /^\/api\/site\/([a-z]+)$/, changesBy],
  ['GET', /^\/api\/checks\/([a-z0-9-]+)$/, ({ desk }, issue = '') => found(checkIssueAt(desk, issue))],
  ['POST', cleanPath, cleanGiven],
  [
    'POST',
    writingPath,
    ofIssue(async ({ desk, body }, issue) =>
      replyTo(readWriting(await body()), one => doWriting(desk, issue, one)),
    ),
  ],
  ['GET', picturePath, ofIssue(({ desk }, issue, name) => showPicture(desk, issue, name))],
  ['POST', picturePath, ofIssue(addPicture)],
  ['GET', sheetPath, ofIssue(drawSheet)],
  ['GET', issuePath, ofIssue(({ desk }, issue) => found(viewIssue(desk, issue)))],
  ['POST', issuePath, ofIssue(act)],
]

/** Answers a request that guard.ts has let in. */
export async function answerRoute(method: string, path: string, asking: Asking): Promise<Reply> {
  for (const [ofMethod, pattern, handle] of routes) {
    if (ofMethod !== method) continue
    const parts = typeof pattern === 'string' ? path === pattern && [] : pattern.exec(path)?.slice(1)
    if (parts) return handle(asking, ...parts)
  }
  return noPage
}

/** What was read of a body is done; what could not be read is not. */
const replyTo = <Given>(given: Given | undefined, act: (given: Given) => unknown): Reply =>
  given === undefined ? unruly : json(200, act(given))

async function cleanGiven({ body }: Asking): Promise<Reply> {
  const [file] = readIncoming(await body())?.files ?? []
  return replyTo(file, ({ name, base64 }) => cleanText({ file: name, bytes: Buffer.from(base64, 'base64') }))
}

async function act({ desk, body }: Asking, issue: string): Promise<Reply> {
  const wanted = readAct(await body())
  return 'wrong' in wanted ? unruly : found(doAct(desk, issue, wanted))
}

function showPicture(desk: Desk, issue: string, name: string | undefined): Reply {
  const file = name === undefined ? undefined : pictureFile(desk, issue, name)
  return file ? { status: 200, ...file } : refuse(404, '没有这张图片')
}

async function addPicture({ desk, body }: Asking, issue: string, name?: string): Promise<Reply> {
  const given = readGivenPicture(await body())
  return given && name === undefined ? found(takePicture(desk, issue, given)) : unruly
}

async function drawSheet({ desk }: Asking, issue: string, page?: string, width?: string): Promise<Reply> {
  const body = await pagePicture(desk, issue, Number(page), Number(width))
  return body ? { status: 200, type: 'image/png', body } : refuse(404, '这一页画不出来，请看文字')
}

/** How far the site is, and where its preview is. */
function siteNow({ site, previewPort }: Asking): Reply {
  const answered: SiteAnswer = { ...site.state(), port: previewPort(), basePath: own.basePath }
  return json(200, answered)
}

/** A wish begins what is then asked after. */
async function askSite(asking: Asking): Promise<Reply> {
  const wish = readWish(await asking.body())
  if (!wish) return unruly
  const refused = asking.site.ask(wish)
  return refused ? refuse(409, refused) : siteNow(asking)
}

/** What changes in the site by a way of publishing. */
async function changesBy({ site }: Asking, name?: string): Promise<Reply> {
  const way = ways.find(one => one === name)
  return way ? found(await site.changes(way)) : noPage
}
