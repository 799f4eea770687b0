// Rendering by entry points: what is asked for, under which names the answers lie, and that a fault stops the build. The entry points
// are stand-ins that answer with what they were asked; those of Next are tried by the law and by pixels.test.ts.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { filesIn, writeWhole } from '#lib/build/files/folder'
import { renderHere } from '#lib/build/next/render-jobs'
import { jobsOf } from '#lib/build/next/render-pages'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'render-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const echo = `exports.handler = async (request, response) => {
  response.write('asked for ')
  response.end(request.url)
}`
const answers = `${echo}
exports.routeModule = { userland: { generateStaticParams: () => [{ region: 'a', feed: 'x.xml' }, { region: 'b', feed: 'y.xml' }] } }`

/** What Next would have compiled: a file of code for each name in its manifest. */
async function compiled(code: Readonly<Record<string, string>>): Promise<void> {
  const names = Object.keys(code)
  const manifest = Object.fromEntries(names.map(name => [name, `app${name}.js`]))
  await writeWhole(join(folder, '.next/server/app-paths-manifest.json'), JSON.stringify(manifest))
  for (const name of names) await writeWhole(join(folder, `.next/server/app${name}.js`), code[name] ?? '')
  await writeWhole(join(folder, '.next/package.json'), '{"type":"commonjs"}')
}

async function render(plan: Readonly<Record<string, readonly string[]>>, basePath = '') {
  const places = { compiled: join(folder, '.next'), rendered: join(folder, 'rendered'), basePath }
  await renderHere(await jobsOf(plan, places))
}

const read = (file: string) => readFileSync(join(folder, 'rendered', file), 'utf8')

it('asks for what is planned and for all that no plan names', async () => {
  await compiled({
    '/page': echo,
    '/about/page': echo,
    '/_not-found/page': echo,
    '/_global-error/page': 'throw new Error("nobody asks for it")',
    '/articles/[id]/page': echo,
    '/all/[[...rest]]/page': echo,
    '/issues/[issue]/[[...rest]]/page': echo,
    '/feeds.opml/route': echo,
    '/regions/[region]/[feed]/route': answers,
  })
  await render(
    {
      '/articles/[id]': ['x-1-02'],
      '/all/[[...rest]]': ['all', 'all/2'],
      '/issues/[issue]/[[...rest]]': ['x-1', 'x-1/2'],
    },
    '/jianbao',
  )
  expect(await filesIn(join(folder, 'rendered'))).toEqual(
    [
      ...['404.html', 'index.html', 'about/index.html', 'articles/x-1-02/index.html', 'all/index.html'],
      ...['all/2/index.html', 'issues/x-1/index.html', 'issues/x-1/2/index.html', 'feeds.opml'],
      ...['regions/a/x.xml', 'regions/b/y.xml'],
    ].sort(),
  )
  expect(read('articles/x-1-02/index.html')).toBe('asked for /jianbao/articles/x-1-02/')
  expect(read('regions/b/y.xml')).toBe('asked for /jianbao/regions/b/y.xml')
})

it.each([
  [
    'another status',
    `exports.handler = async (_, response) => { response.statusCode = 500; response.end() }`,
  ],
  ['a fault', `exports.handler = async () => { throw new Error('/about/: a fault') }`],
])('stops at %s, with the address', async (_what, code) => {
  await compiled({ '/about/page': code })
  await expect(render({})).rejects.toThrow('/about/')
  expect(existsSync(join(folder, 'rendered/about'))).toBe(false)
})

it('says so when what was compiled is no entry point, or has pages that no plan knows', async () => {
  await compiled({ '/about/page': 'exports.render = 1' })
  await expect(render({})).rejects.toThrow('has no handler')
  await compiled({ '/people/[name]/page': echo })
  await expect(render({})).rejects.toThrow('no pages of /people/[name]')
})
