// Nothing is published by mistake: a site whose address is of this machine alone, or what an owner has written down wrongly.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { command as build } from '#lib/cli/build'
import { runLine } from '#lib/cli/run-line'
import { command as upload } from '#lib/cli/upload'
import { lineHere, runHere } from './run-here'

const before = process.cwd()
const home = mkdtempSync(join(tmpdir(), 'publishing-'))

// What is uploaded is out/ in the folder that a command runs in.
beforeAll(() => process.chdir(home))
afterAll(() => {
  process.chdir(before)
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true, force: true })
})

function site(address: string) {
  mkdirSync(join(home, 'out'), { recursive: true })
  writeFileSync(join(home, 'out/index.html'), '<h1>首页</h1>')
  writeFileSync(join(home, 'out/robots.txt'), `User-Agent: *\nAllow: /\n\nSitemap: ${address}/sitemap.xml\n`)
}

it.each(['http://localhost:3000', 'http://127.0.0.1:8080/bao', 'http://[::1]:3000'])(
  'upload refuses a site for %s',
  async address => {
    site(address)
    const { status, stderr } = await runHere(upload, ['remote:bucket'])
    expect(status).toBe(1)
    expect(stderr).toContain(`没有上传：out/ 里的分享链接、二维码和订阅都指向 ${new URL(address).origin}`)
  },
)

it('upload goes on with a site for others', async () => {
  site('https://news.example/bao')
  // A program that only fails stands in for rclone, which may be here or not: it got as far as asking.
  const programs = join(home, 'programs')
  mkdirSync(programs)
  writeFileSync(join(programs, 'rclone'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  vi.stubEnv('PATH', `${programs}${delimiter}${process.env.PATH}`)
  expect((await runHere(upload, ['remote:bucket'])).stdout).toContain('传不变的文件')
})

it('build --publish refuses an address of this machine before it does anything', async () => {
  for (const env of [{}, { SITE_URL: 'http://localhost:3000' }, { PORT: '4000' }]) {
    const { status, stdout, stderr } = await runHere(build, ['--publish'], { env })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('不能发布：没有写网址（SITE_URL，或 content/site.md 的 url）')
    expect(stderr).toContain(`http://localhost:${'PORT' in env ? '4000' : '3000'}`)
  }
})

it('no command does anything with what an owner has written down wrongly', async () => {
  const content = join(home, 'content')
  mkdirSync(content, { recursive: true })
  writeFileSync(join(content, 'site.md'), '---\nicp: "1"\ntheme: "黑"\n---\n')
  vi.stubEnv('SITE_SETTINGS', '')
  vi.stubEnv('CONTENT_DIR', '')
  for (const command of ['check', 'build', 'serve']) {
    const { status, stdout, stderr } = await lineHere(runLine, command)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('content/site.md:2:6 icp-format')
    expect(stderr).toContain('content/site.md:3:8 theme-unknown')
    expect(stderr).toContain('2 处问题，什么都没有做')
  }
})
