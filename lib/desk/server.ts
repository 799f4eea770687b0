// The desk's server: the one door through which a browser may change content. Everything it lets in is here; refusals are in guard.ts.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { issueRule } from '../format/article-file'
import { site as own } from '../model/site'
import { doAct, readAct } from './acts'
import { allDoubts } from './all-doubts'
import { checkIssueAt } from './checklist'
import { cleanText } from './clean'
import type { Desk } from './desk'
import { type Example, makeExample, pathInExample } from './example'
import {
  cleanPath,
  examplePath,
  headersOfAll,
  importPath,
  mostBytes,
  picturePath,
  refusalOf,
  sheetPath,
  writingPath,
} from './guard'
import { readIncoming, takeIn } from './incoming'
import { listIssues } from './issue-list'
import { viewIssue } from './issue-view'
import type { PageFile } from './page'
import { pagePicture } from './page-picture'
import { pictureFile, readGivenPicture, takePicture } from './pictures'
import type { DeskSite } from './site'
import { readWish, sitePath } from './site-wish'
import { type SiteAnswer, ways } from './wire'
import { doWriting } from './writing'
import { readWriting } from './written-text'

export type DeskServer = {
  readonly desk: Desk
  /** What an editor may play with. */
  readonly example?: Example
  /** The site as it would be published, and where its preview is served from. */
  readonly site: DeskSite
  readonly previewPort: () => number
  /** What the page is made of, by path. */
  readonly files: ReadonlyMap<string, PageFile>
  /** What every request below /api/ must bring. */
  readonly key: string
}

/** A server that has not begun to listen; it must, on a loopback address. */
export function deskServer(given: DeskServer): Server {
  const server = createServer((request, response) => {
    const headers = headersOfAll(given.previewPort())
    answer(request, given)
      .catch((error: unknown) =>
        refuse(500, `程序出错，请报告：${error instanceof Error ? error.message : error}`),
      )
      .then(reply => send(response, reply, headers))
  })
  server.headersTimeout = 10_000
  server.requestTimeout = 60_000
  return server
}

type Reply = { readonly status: number; readonly type: string; readonly body: string | Uint8Array }

const json = (status: number, value: unknown): Reply => ({
  ...{ status, type: 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
})

const refuse = (status: number, refused: string): Reply => json(status, { refused })

const unruly = refuse(400, '这个请求不合规矩，没有照做')

function send(
  response: ServerResponse,
  { status, type, body }: Reply,
  headers: Record<string, string>,
): void {
  // A body that was not read is not waited for.
  if (status >= 400) response.setHeader('Connection', 'close')
  response.writeHead(status, { ...headers, 'Content-Type': type }).end(body)
}

async function answer(request: IncomingMessage, given: DeskServer): Promise<Reply> {
  const { files, key, example } = given
  const { method = '', url = '/', headers, socket } = request
  const [asked = '/'] = url.split('?')
  const played = example && pathInExample(asked)
  const path = played ?? asked
  const desk = played === undefined ? given.desk : (example?.desk ?? given.desk)
  const refused = refusalOf({ method, path, headers }, socket.localPort ?? 0, key)
  if (refused !== undefined) return refuse(refused, '这个请求不是从编辑台的页面来的，没有照做')
  const file = files.get(path)
  if (file) return { status: 200, ...file }
  if (example && (played !== undefined || path === examplePath)) {
    const again = path === examplePath && method === 'POST'
    if (path === examplePath && !again) return refuse(404, '没有这一页')
    if (again && (await readJson(request, path)) === undefined) return unruly
    makeExample(example, again)
    if (again) return json(200, {})
    // The example is not published.
    if (path.startsWith(sitePath)) return refuse(404, '练习用的一份不能发布')
  }
  if (path === '/api/issues' && method === 'GET')
    return json(200, { ...listIssues(desk), example: played === undefined && example !== undefined })
  if (path === '/api/doubts' && method === 'GET') return json(200, allDoubts(desk))
  if (path === importPath && method === 'POST') {
    const incoming = readIncoming(await readJson(request, path))
    return incoming ? json(200, takeIn(desk, incoming)) : unruly
  }
  if (path.startsWith(sitePath)) return answerSite(request, path, given)
  const checked = /^\/api\/checks\/([a-z0-9-]+)$/.exec(path)?.[1]
  if (checked !== undefined && method === 'GET') return found(checkIssueAt(desk, checked))
  if (path === cleanPath && method === 'POST') {
    const [file] = readIncoming(await readJson(request, path))?.files ?? []
    return file
      ? json(200, cleanText({ file: file.name, bytes: Buffer.from(file.base64, 'base64') }))
      : unruly
  }
  const written = writingPath.exec(path)?.[1]
  if (written !== undefined && !issueRule(written) && method === 'POST') {
    const writing = readWriting(await readJson(request, path))
    return writing ? json(200, doWriting(desk, written, writing)) : unruly
  }
  const [, issue, picture] = picturePath.exec(path) ?? []
  if (issue !== undefined && !issueRule(issue)) return answerPicture(request, desk, issue, picture)
  const [, pdf, page, width] = sheetPath.exec(path) ?? []
  if (pdf !== undefined && method === 'GET' && !issueRule(pdf)) {
    const body = await pagePicture(desk, pdf, Number(page), Number(width))
    return body ? { status: 200, type: 'image/png', body } : refuse(404, '这一页画不出来，请看文字')
  }
  const id = /^\/api\/issues\/([a-z0-9-]+)$/.exec(path)?.[1]
  if (id === undefined || issueRule(id)) return refuse(404, '没有这一页')
  if (method === 'GET') return found(viewIssue(desk, id))
  const act = readAct(await readJson(request, path))
  return 'wrong' in act ? unruly : found(doAct(desk, id, act))
}

/** A picture of an issue is shown, or one more taken in. */
async function answerPicture(
  request: IncomingMessage,
  desk: Desk,
  issue: string,
  name: string | undefined,
): Promise<Reply> {
  if (request.method === 'GET') {
    const file = name === undefined ? undefined : pictureFile(desk, issue, name)
    return file ? { status: 200, ...file } : refuse(404, '没有这张图片')
  }
  const given = readGivenPicture(await readJson(request, `/api/issues/${issue}/pictures`))
  return given && name === undefined ? found(takePicture(desk, issue, given)) : unruly
}

/** The site: how far it is, what changes in it by a way of publishing; a wish begins what is then asked after. */
async function answerSite(request: IncomingMessage, path: string, given: DeskServer): Promise<Reply> {
  const { site, previewPort } = given
  const way = ways.find(one => path === `/api/site/${one}`)
  if (way && request.method === 'GET') return found(await site.changes(way))
  if (path !== sitePath) return refuse(404, '没有这一页')
  if (request.method === 'POST') {
    const wish = readWish(await readJson(request, path))
    if (!wish) return unruly
    const refused = site.ask(wish)
    if (refused) return refuse(409, refused)
  }
  const answered: SiteAnswer = { ...site.state(), port: previewPort(), basePath: own.basePath }
  return json(200, answered)
}

const found = (value: unknown): Reply => (value === undefined ? refuse(404, '没有这一期') : json(200, value))

/** The body as JSON; undefined when it is none or longer than it said. */
async function readJson(request: IncomingMessage, path: string): Promise<unknown> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk))
    length += chunk.length
    if (length > mostBytes(path)) return undefined
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch {
    return undefined
  }
}
