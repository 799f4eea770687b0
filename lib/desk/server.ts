// The desk's server: the one door through which a browser may change content. Who may ask is in guard.ts, what is answered in routes.ts.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Desk } from './desk'
import { type Example, makeExample, pathInExample } from './example'
import { examplePath, headersOfAll, mostBytes, refusalOf } from './guard'
import type { PageFile } from './page'
import { answerRoute, json, noPage, type Reply, refuse, unruly } from './routes'
import type { DeskSite } from './site'
import { sitePath } from './site-wish'

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
  const inExample = example && pathInExample(asked)
  const path = inExample ?? asked
  const refused = refusalOf({ method, path, headers }, socket.localPort ?? 0, key)
  if (refused !== undefined) return refuse(refused, '这个请求不是从编辑台的页面来的，没有照做')
  const file = files.get(path)
  if (file) return { status: 200, ...file }
  const body = () => readJson(request, path)
  if (example && path === examplePath) return method === 'POST' ? resetExample(example, body) : noPage
  if (!example || inExample === undefined)
    return answerRoute(method, path, { ...given, hasExample: example !== undefined, body })
  makeExample(example, false)
  // The example is not published.
  if (path.startsWith(sitePath)) return refuse(404, '练习用的一份不能发布')
  return answerRoute(method, path, { ...given, desk: example.desk, hasExample: false, body })
}

async function resetExample(example: Example, body: () => Promise<unknown>): Promise<Reply> {
  if ((await body()) === undefined) return unruly
  makeExample(example, true)
  return json(200, {})
}

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
