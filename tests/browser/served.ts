// The built site on a free port of this machine, as `npm start` serves it.
import { siteServer } from '#lib/build/hosting/site-server'
import { site } from '#lib/model/site'
import { openServer } from '../open-server'
import { outFolder } from '../out-folder'

export type Served = {
  /** Address of the index, with the slash at its end. */
  readonly url: string
  readonly close: () => Promise<void>
}

export async function serve(folder = outFolder): Promise<Served> {
  const { origin, close } = await openServer(siteServer({ folder, basePath: site.basePath }))
  return { url: `${origin}${site.basePath}/`, close }
}
