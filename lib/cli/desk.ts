// npm run desk: the editor's desk on this machine, until it is stopped. PORT changes its port; nothing else can reach it.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { openDesk } from '../desk/desk'
import { pageFiles } from '../desk/page'
import { deskServer } from '../desk/server'
import { recover } from '../issues/issue-folder'
import { readSettings } from '../model/settings'
import { type Command, consoleOf, type Io } from './command'

async function run(_argv: readonly string[], io: Io): Promise<number> {
  const { log, error } = consoleOf(io)
  const { contentDir } = readSettings(io.env)
  const port = Number(io.env.PORT || 3100)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    error(`PORT 写的是“${io.env.PORT}”，应为 0 到 65535 的整数`)
    return 1
  }
  recover(contentDir)
  const key = randomBytes(24).toString('base64url')
  const desk = openDesk(contentDir, join('.cache', 'desk'))
  const server = deskServer({ desk, files: await pageFiles(process.cwd()), key })
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  } catch (fault) {
    const inUse = fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE'
    if (!inUse) throw fault
    error(`端口 ${port} 已被占用（编辑台可能已经开着），换一个：PORT=3101 npm run desk`)
    return 1
  }
  const address = server.address()
  const open = typeof address === 'object' && address ? address.port : port
  log(`编辑台已就绪，请在浏览器里打开：http://localhost:${open}/#${key}`)
  log('只在这台机器上，不联网；按 Ctrl+C 停止，改动都已存好')
  await io.stopped()
  server.closeAllConnections()
  server.close()
  return 0
}

export const command: Command = { usage: '用法：[PORT=3100] npm run desk', run }
