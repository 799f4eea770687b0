// The built site on a free port of this machine, as `npm start` serves it.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { siteServer } from '#lib/press/site-server'
import { site } from '#lib/site'
import { outFolder } from '../out-folder'

export type Served = {
  /** Address of the index, with the slash at its end. */
  readonly url: string
  readonly close: () => Promise<void>
}

export async function serve(folder = outFolder): Promise<Served> {
  const server = siteServer({ folder, basePath: site.basePath }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${site.basePath}/`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
