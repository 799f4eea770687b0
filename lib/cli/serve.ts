// npm start: serves the finished site from out/ on http://localhost:3000 until it is stopped. PORT and HOST change that.
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { siteServer } from '../build/hosting/site-server'
import { site } from '../model/site'
import { type Command, consoleOf, type Io } from './command'
import { closeAll, listen, portIn, portOf } from './listening'

const folder = 'out'

async function run(_argv: readonly string[], io: Io): Promise<number> {
  const { log, error } = consoleOf(io)
  const fail = (says: string) => {
    error(says)
    return 1
  }
  if (!existsSync(`${folder}/index.html`)) return fail('还没有 out/：请先运行 npm run build')
  const port = portIn(io, 3000)
  if (typeof port !== 'number') return fail(port.fault)
  const host = io.env.HOST || '127.0.0.1'
  const server = siteServer({ folder, basePath: site.basePath })
  const fault = await open(server, port, host)
  if (fault) return fail(fault)
  log(
    `${site.name}已就绪：http://${host === '127.0.0.1' ? 'localhost' : host}:${portOf(server)}${site.basePath}/`,
  )
  log('按 Ctrl+C 停止')
  await io.stopped()
  closeAll(server)
  return 0
}

/** Opens the server; what stands against it, in Chinese, or ''. */
async function open(server: Server, port: number, host: string): Promise<string> {
  try {
    return (await listen(server, port, host)) ? '' : `端口 ${port} 已被占用，换一个：PORT=3001 npm start`
  } catch (error) {
    return `无法启动：${error instanceof Error ? error.message : error}`
  }
}

export const command: Command = { usage: '用法：[PORT=3000] [HOST=127.0.0.1] npm start', run }
