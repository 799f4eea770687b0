// `npm run dev` is the site: of each kind of file that a build writes it serves the same bytes, and every kind of page.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { filesIn } from '#lib/build/files/folder'
import { site } from '#lib/model/site'
import { copyProject, type ProjectCopy } from '../project-copy'

/** What only a build has: compressed copies, Next's own files, headers, and saved pages, which would hide what is being changed. */
const ofBuilds = /\.(br|gz)$|^_next\/|^_headers$|^_servers\/|^offline\/newest\.json$|^sw\.js$/

/** Files of one kind differ in what stands for an issue, a region, a topic, a number, a hash. */
const kindOf = (file: string) =>
  file
    .replace(/(?<=^(articles|issues|regions|topics|cards|hashed-search)\/)[^/.]+/, '*')
    .replace(/(?<=^regions\/\*\/)[^/.]+(?=\/)/, '*')
    .replace(/(?<=[/-])\w*\d\w*(?=[/.])/g, '0')
    .replace(/-[0-9A-Z]{8}\.js$/, '.js')

const files = (await filesIn('out')).filter(file => !ofBuilds.test(file)).sort()
const firsts = [...new Map([...files].reverse().map(file => [kindOf(file), file])).values()].sort()
const isPage = (file: string) => file.endsWith('.html')

let copy: ProjectCopy
let server: ChildProcess
let origin = ''

/** Starts `next dev` on a free port; resolves when it says where it listens. */
beforeAll(async () => {
  copy = copyProject()
  const next = join(copy.folder, 'node_modules/next/dist/bin/next')
  const own = {
    ...{ NODE_ENV: 'development' as const, NEXT_TELEMETRY_DISABLED: '1', CONTENT_DIR: copy.content },
    SITE_URL: `${site.origin}${site.basePath}`, // the address that out/ was built for, not that of the free port
  }
  const env = { ...process.env, ...own }
  const args = [next, 'dev', '-p', '0', '-H', '127.0.0.1']
  server = spawn(process.execPath, args, { cwd: copy.folder, env, stdio: ['ignore', 'pipe', 'inherit'] })
  origin = await new Promise<string>((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', data => {
      said += data
      const port = /http:\/\/[\w.]+:(\d+)/.exec(said)?.[1]
      if (port) resolve(`http://127.0.0.1:${port}`)
    })
    server.once('exit', () => reject(new Error(said)))
  })
})

afterAll(async () => {
  const gone = once(server, 'exit')
  server.kill()
  await gone
  copy.remove()
})

const ask = (path: string) => fetch(`${origin}${site.basePath}/${path}`)

it.each(firsts.filter(file => !isPage(file)))('serves %s as a build writes it', async file => {
  const answer = await ask(file)
  expect(answer.status).toBe(200)
  expect(Buffer.from(await answer.arrayBuffer()).equals(readFileSync(join('out', file)))).toBe(true)
})

it.each(firsts.filter(file => isPage(file) && file !== '404.html'))('serves the page %s', async file => {
  const answer = await ask(file.replace(/index\.html$/, ''))
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('<main id="main"')
})

it('serves an offline worker that removes itself', async () => {
  const worker = await (await ask('sw.js')).text()
  expect(worker).toContain('unregister')
  expect(worker).not.toContain('newest.json')
})

it.each(['issues/x.txt', 'articles/x.md', 'articles/x.json', 'articles/x/qr.png', 'regions/x/', 'x/'])(
  'says 404 of %s',
  async path => expect((await ask(path)).status).toBe(404),
)

it('shows what is wrong with a file on its page, serves the others, and tells open pages of a save', async () => {
  const [id = '', other = ''] = files.flatMap(
    file => /^articles\/([^/]+)\/index\.html$/.exec(file)?.[1] ?? [],
  )
  const name = join(copy.content, id.replace(/-\d+$/, ''), `${id.replace(/^.*-/, '')}.md`)
  const text = readFileSync(name, 'utf8')
  const saved = (await ask('dev-files/saved/')).body?.getReader()
  const heard = async () => new TextDecoder().decode((await saved?.read())?.value)
  expect(await heard()).toBe(': watching\n\n')
  writeFileSync(name, text.replace('kind: "', 'kind: "没有的'))
  expect(await heard()).toBe('data: saved\n\n')
  expect(await (await ask(`articles/${id}/`)).text()).toContain('应为“article”或“photo”')
  expect((await ask(`articles/${other}/`)).status).toBe(200)
  expect(await (await ask('')).text()).toContain('有问题：')
  writeFileSync(name, text)
  expect(await heard()).toBe('data: saved\n\n')
  expect(await (await ask(`articles/${id}/`)).text()).not.toContain('有问题：')
  await saved?.cancel()
})
