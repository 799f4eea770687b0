// npm start: serves the finished site from out/ on http://localhost:3000 until it is stopped. PORT and HOST change that.
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { siteServer } from '../build/hosting/site-server'
import { site } from '../model/site'
import { type Command, consoleOf, type Io } from './command'

const folder = 'out'

async function run(_argv: readonly string[], io: Io): Promise<number> {
  const { log, error } = consoleOf(io)
  const port = Number(io.env.PORT || 3000)
  const wrong = existsSync(`${folder}/index.html`)
    ? portFault(port, io)
    : '还没有 out/：请先运行 npm run build'
  if (wrong) {
    error(wrong)
    return 1
  }
  const host = io.env.HOST || '127.0.0.1'
  const server = siteServer({ folder, basePath: site.basePath })
  const fault = await listen(server, port, host)
  if (fault) {
    error(fault)
    return 1
  }
  log(
    `${site.name}已就绪：http://${host === '127.0.0.1' ? 'localhost' : host}:${portOf(server)}${site.basePath}/`,
  )
  log('按 Ctrl+C 停止')
  await io.stopped()
  server.closeAllConnections()
  server.close()
  return 0
}

const portFault = (port: number, { env }: Io) =>
  Number.isInteger(port) && port >= 0 && port <= 65535
    ? ''
    : `PORT 写的是“${env.PORT}”，应为 0 到 65535 的整数`

/** Opens the server; gives what stands against it, in Chinese, or nothing. */
async function listen(server: Server, port: number, host: string): Promise<string> {
  try {
    server.listen(port, host)
    await once(server, 'listening')
    return ''
  } catch (error) {
    const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (inUse) return `端口 ${port} 已被占用，换一个：PORT=3001 npm start`
    return `无法启动：${error instanceof Error ? error.message : error}`
  }
}

/** The port that the server got, which PORT=0 leaves to the system. */
function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

export const command: Command = { usage: '用法：[PORT=3000] [HOST=127.0.0.1] npm start', run }
