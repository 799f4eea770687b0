// Asks a server on this machine, byte for byte: what tests of servers have in common.
import { createServer, request } from 'node:http'
import { openServer } from '../open-server'

export type Answer = {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: Buffer
}

/** Asks with the path as it is: fetch() would tidy it first. The body stays compressed; fails when nobody listens. */
export function ask(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    request({ host: '127.0.0.1', port, path, headers }, answer => {
      const pieces: Buffer[] = []
      answer.on('data', piece => pieces.push(piece))
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces) }),
      )
    })
      .on('error', fail)
      .end()
  })
}

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const { port, close } = await openServer(createServer())
  await close()
  return port
}
