// What Next compiled of a route, called as its documentation for build adapters says (“Invoking Entrypoints”): a request in, the answer
// out, without a server. Works only where NODE_ENV is production, in a process that renders nothing else.
import { IncomingMessage, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { Socket } from 'node:net'
import { relative, resolve } from 'node:path'

type Params = Readonly<Record<string, string | readonly string[]>>

type EntryPoint = {
  readonly handler: (request: IncomingMessage, response: ServerResponse, context: object) => Promise<void>
  /** Of a route handler: the module that was written for it. */
  readonly routeModule: {
    readonly userland: {
      readonly generateStaticParams?: () => readonly Params[] | Promise<readonly Params[]>
    }
  }
}

export type RenderedAnswer = { readonly status: number; readonly body: Buffer }

const require = createRequire(import.meta.url)

/** Lets React and Next be found as they are in Next's own processes; before the first entry point is loaded. */
function prepare(): void {
  require('next/dist/server/node-environment.js')
  require('next/dist/server/require-hook.js')
}

/** Loads an entry point; `file` as the manifest of Next's app paths has it. Throws when it is none. */
export function loadEntryPoint(compiled: string, file: string): EntryPoint {
  prepare()
  const loaded: EntryPoint = require(resolve(compiled, 'server', file))
  if (typeof loaded?.handler !== 'function') throw new Error(`${file} has no handler: is this another Next?`)
  return loaded
}

/** The params of all answers of a route handler with params. */
export async function paramsOfEntryPoint({ routeModule }: EntryPoint): Promise<readonly Params[]> {
  const { generateStaticParams } = routeModule.userland
  if (!generateStaticParams) throw new Error('a route handler with params has no generateStaticParams')
  return generateStaticParams()
}

/** Asks for an address; `status` is what the answer has unless the code says otherwise. Throws what rendering throws. */
export async function ask(
  { handler }: EntryPoint,
  compiled: string,
  address: string,
  status: number,
): Promise<RenderedAnswer> {
  const request = new IncomingMessage(new Socket())
  // For such a reader Next waits with the head of a page until all of it is known, as it does when it exports.
  Object.assign(request, {
    method: 'GET',
    url: address,
    headers: { host: 'localhost', 'user-agent': reader },
  })
  const response = new ServerResponse(request)
  response.statusCode = status
  const body = bodyOf(response)
  // Next looks for its manifests in .next below this folder.
  const relativeProjectDir = relative(process.cwd(), resolve(compiled, '..')) || '.'
  await handler(request, response, { waitUntil: () => {}, requestMeta: { relativeProjectDir } })
  return { body: await body, status: response.statusCode }
}

/** One of the names of Next's `htmlLimitedBots`. */
const reader = 'Twitterbot'

/** What is written to a response without a socket, when it has ended. */
function bodyOf(response: ServerResponse): Promise<Buffer> {
  const chunks: Buffer[] = []
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  return new Promise(done => {
    response.write = (chunk: unknown, ...rest: unknown[]) => {
      keep(chunk)
      for (const called of rest) if (typeof called === 'function') called()
      return true
    }
    response.end = (chunk?: unknown) => {
      keep(chunk)
      response.emit('finish')
      response.emit('close')
      done(Buffer.concat(chunks))
      return response
    }
  })
}
