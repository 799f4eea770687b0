// A server on a free port of this machine: what the tests and the benchmarks talk to.
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export type OpenServer = {
  readonly port: number
  /** Its address, without a slash at the end. */
  readonly origin: string
  /** Ends it with all its connections; resolves when it is gone. */
  readonly close: () => Promise<void>
}

/** Makes a server listen where nobody does, for this machine alone. */
export async function openServer(server: Server): Promise<OpenServer> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { port, origin: `http://127.0.0.1:${port}`, close }
}
