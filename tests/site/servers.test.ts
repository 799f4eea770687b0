// The built site behind nginx and Caddy themselves, with the include files that lie in it: one file of every sort.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serverFiles } from '#lib/build/hosting/server-files'
import { otherServers } from '../build/other-servers'
import { faultsOf, sortsOf } from '../build/served-files'
import { outFolder } from '../out-folder'

describe.each(otherServers())('$name', ({ name, installed, brotli, start }) => {
  it.skipIf(!installed)(
    'sends every sort of file with its bytes, type, headers and compressed copies',
    async () => {
      expect((await sortsOf(outFolder)).length).toBeGreaterThan(20)
      const include = readFileSync(join(outFolder, serverFiles[name]), 'utf8')
      const { port, close } = await start({ root: outFolder, include })
      expect(await faultsOf({ port, out: outFolder, basePath: '', brotli })).toEqual([])
      await close()
    },
  )
})
