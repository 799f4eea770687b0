// A server of a command, and the port that it listens on.
import { once } from 'node:events'
import type { Server } from 'node:http'
import { isPort } from '../model/addresses'
import type { Io } from './command'

/** PORT, or the usual port; what is wrong with it, in Chinese. */
export function portIn({ env }: Io, usual: number): number | { readonly fault: string } {
  const port = Number(env.PORT || usual)
  return isPort(port) ? port : { fault: `PORT 写的是“${env.PORT}”，应为 0 到 65535 的整数` }
}

/** Opens a server; false where the port is taken. Throws what else the system throws. */
export async function listen(server: Server, port: number, host = '127.0.0.1'): Promise<boolean> {
  try {
    server.listen(port, host)
    await once(server, 'listening')
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false
    throw error
  }
}

/** The port that a server got, which PORT=0 leaves to the system; 0 until it listens. */
export function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** Stops a server, whoever is connected to it. */
export function closeAll(...servers: readonly Server[]): void {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
}
