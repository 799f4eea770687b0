// npm run desk: the editor's desk on this machine, until it is stopped. PORT changes its port; nothing else can reach it.
import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { openDesk } from '../desk/desk'
import { openExample } from '../desk/example'
import { pageFiles } from '../desk/page'
import { previewServer } from '../desk/preview-server'
import { deskServer } from '../desk/server'
import { openSite } from '../desk/site'
import { recover } from '../issues/issue-folder'
import { readSettings } from '../model/settings'
import { site as own } from '../model/site'
import { builderIn } from './build-apart'
import { type Command, consoleOf, type Io } from './command'
import { closeAll, listen, portIn, portOf } from './listening'

/** Where the desk keeps what is no content: steps to do again, the site that is looked at. */
const home = join('.cache', 'desk')

async function run(_argv: readonly string[], io: Io): Promise<number> {
  const { log, error } = consoleOf(io)
  const port = portIn(io, 3100)
  if (typeof port !== 'number') {
    error(port.fault)
    return 1
  }
  const { contentDir } = readSettings(io.env)
  recover(contentDir)
  const key = randomBytes(24).toString('base64url')
  const { server, preview } = await serversOf(contentDir, key, io)
  if (!(await listen(server, port))) {
    error(`端口 ${port} 已被占用（编辑台可能已经开着），换一个：PORT=3101 npm run desk`)
    return 1
  }
  await listen(preview, 0)
  log(`编辑台已就绪，请在浏览器里打开：http://localhost:${portOf(server)}/#${key}`)
  log('只在这台机器上，不联网；按 Ctrl+C 停止，改动都已存好')
  await io.stopped()
  closeAll(server, preview)
  return 0
}

/** The desk's server and that of its preview, which know each other's ports. */
async function serversOf(content: string, key: string, { env }: Io) {
  const { publishFolder: folder, publishRemote: remote } = readSettings(env)
  const beside = join(home, 'site')
  const site = openSite({
    ...{ content, folder, remote, built: join(beside, 'out'), uploaded: join(home, 'uploaded') },
    build: builderIn(beside, env),
  })
  const { basePath } = own
  const preview: Server = previewServer({ site, basePath, deskPort: () => portOf(server) })
  const example = openExample(home, join(process.cwd(), 'content', 'gh202411'))
  const server = deskServer({
    ...{ desk: openDesk(content, home, folder), site, key, files: await pageFiles(process.cwd()) },
    previewPort: () => portOf(preview),
    ...(example && { example }),
  })
  return { server, preview }
}

export const command: Command = { usage: '用法：[PORT=3100] npm run desk', run }
