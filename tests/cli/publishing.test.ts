// Nothing is published by mistake: a site whose address is of this machine alone, or what an owner has written down wrongly.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { command as build } from '#lib/cli/build'
import { runHere } from './run-here'

const root = new URL('../..', import.meta.url).pathname
const home = mkdtempSync(join(tmpdir(), 'publishing-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** Runs a command as a process of its own, in a folder of its own. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const tsx = join(root, 'node_modules/tsx/dist/loader.mjs')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', tsx, join(root, 'lib/cli/main.ts'), ...args],
    { cwd: home, encoding: 'utf8', env: { ...process.env, SITE_SETTINGS: '', CONTENT_DIR: '', ...env } },
  )
  return { status, said: `${stdout}${stderr}` }
}

function site(address: string) {
  mkdirSync(join(home, 'out'), { recursive: true })
  writeFileSync(join(home, 'out/index.html'), '<h1>首页</h1>')
  writeFileSync(join(home, 'out/robots.txt'), `User-Agent: *\nAllow: /\n\nSitemap: ${address}/sitemap.xml\n`)
}

it.each(['http://localhost:3000', 'http://127.0.0.1:8080/bao', 'http://[::1]:3000'])(
  'upload refuses a site for %s',
  address => {
    site(address)
    const { status, said } = run(['upload', 'remote:bucket'])
    expect(status).toBe(1)
    expect(said).toContain(`没有上传：out/ 里的分享链接、二维码和订阅都指向 ${new URL(address).origin}`)
  },
)

it('upload goes on with a site for others', () => {
  site('https://news.example/bao')
  // No rclone here, or none with that remote: it got as far as asking.
  expect(run(['upload', 'remote:bucket']).said).toContain('传不变的文件')
})

it('build --publish refuses an address of this machine before it does anything', async () => {
  for (const env of [{}, { SITE_URL: 'http://localhost:3000' }, { PORT: '4000' }]) {
    const { status, stdout, stderr } = await runHere(build, ['--publish'], { env })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('不能发布：没有写网址（SITE_URL，或 content/site.md 的 url）')
    expect(stderr).toContain(`http://localhost:${'PORT' in env ? '4000' : '3000'}`)
  }
})

it('no command does anything with what an owner has written down wrongly', () => {
  const content = join(home, 'content')
  mkdirSync(content, { recursive: true })
  writeFileSync(join(content, 'site.md'), '---\nicp: "1"\ntheme: "黑"\n---\n')
  for (const command of ['check', 'build', 'serve']) {
    const { status, said } = run([command])
    expect(status).toBe(1)
    expect(said).toContain('content/site.md:2:6 icp-format')
    expect(said).toContain('content/site.md:3:8 theme-unknown')
    expect(said).toContain('2 处问题，什么都没有做')
  }
})
