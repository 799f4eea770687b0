// npm start: serves the finished site from out/ on http://localhost:3000. PORT and HOST change that.
import { existsSync } from 'node:fs'
import { siteServer } from '../build/hosting/site-server'
import { site } from '../model/site'

const folder = 'out'
if (!existsSync(`${folder}/index.html`)) {
  console.error('还没有 out/：请先运行 npm run build')
  process.exit(1)
}

const port = Number(process.env.PORT || 3000)
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT 写的是“${process.env.PORT}”，应为 0 到 65535 的整数`)
  process.exit(1)
}

const host = process.env.HOST || '127.0.0.1'
const server = siteServer({ folder, basePath: site.basePath })
server.on('error', error => {
  const inUse = 'code' in error && error.code === 'EADDRINUSE'
  console.error(inUse ? `端口 ${port} 已被占用，换一个：PORT=3001 npm start` : `无法启动：${error.message}`)
  process.exit(1)
})
server.listen(port, host, () => {
  const address = server.address()
  const shown = typeof address === 'object' && address ? address.port : port
  console.log(
    `${site.name}已就绪：http://${host === '127.0.0.1' ? 'localhost' : host}:${shown}${site.basePath}/`,
  )
  console.log('按 Ctrl+C 停止')
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0))
