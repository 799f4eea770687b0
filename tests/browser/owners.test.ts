// Sites of others, as an owner sets them up without a change of code (tests/owners): a city with twelve districts, and an industry
// without a map. Built one after the other in one copy of the project, the second into what the first has left.
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesIn } from '#lib/build/files/folder'
import { siteServer } from '#lib/build/hosting/site-server'
import { qrOf } from '#lib/build/pictures/qr'
import { sumsOf } from '../law/folders'
import { type OpenServer, openServer } from '../open-server'
import { copyProject, type ProjectCopy } from '../project-copy'
import { violationsInThemes } from './axe'
import { launchChromium } from './chromium'

const verification = {
  'baidu_verify_codeva-Ab12.html': 'Ab12cd34',
  'MP_verify_Xy98.txt': 'Xy98zw76',
} as const
const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32"><path fill="#0b5cad" d="M0 0h64v32H0z"/></svg>'

/** What this process was given is not for these sites; SITE_URL is not there at all, else it would go before .env. */
const unset = { SITE_SETTINGS: '', SITE_URL: undefined, SITE_NAME: '', __NEXT_PROCESSED_ENV: undefined }

/** The address of the city's site in .env, which goes before that of its site.md. */
const inEnv = 'https://gonghui.jiangcheng.example'

let copy: ProjectCopy
let browser: Browser
const sites = { industry: '', city: '' }

beforeAll(async () => {
  copy = copyProject()
  copy.takeCompiled()
  writeFileSync(join(copy.folder, 'public/owner-logo.svg'), logo)
  for (const [file, text] of Object.entries(verification))
    writeFileSync(join(copy.folder, 'public', file), text)
  for (const name of ['industry', 'city'] as const) {
    cpSync(join('tests/owners', name), join(copy.folder, 'owners', name), { recursive: true })
    if (name === 'city') writeFileSync(join(copy.folder, '.env'), `SITE_URL=${inEnv}\n`)
    copy.build({ CONTENT_DIR: join('owners', name), ...unset })
    sites[name] = join(copy.folder, name)
    cpSync(join(copy.folder, 'out'), sites[name], { recursive: true })
  }
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  copy.remove()
})

describe.each(['city', 'industry'] as const)('%s', name => {
  let server: OpenServer
  const read = (file: string) => readFileSync(join(sites[name], file), 'utf8')
  const pages = async () =>
    (await filesIn(sites[name])).filter(file => file.endsWith('.html') && !(file in verification))

  beforeAll(async () => {
    server = await openServer(siteServer({ folder: sites[name], basePath: '' }))
  })
  afterAll(() => server?.close())

  it('says nowhere whose code it is', async () => {
    const files = (await filesIn(sites[name])).filter(file => !/\.(?:png|ico|br|gz|bin)$/.test(file))
    expect(files.length).toBeGreaterThan(40)
    expect(files.filter(file => read(file).includes('工会简报'))).toEqual([])
    expect(files.filter(file => read(file).includes('localhost'))).toEqual([])
  })

  it('leads only to what is there', async () => {
    const lost: string[] = []
    for (const page of await pages())
      for (const [, link = ''] of read(page).matchAll(/\s(?:href|src|action)="(\/[^"?#]*)/g)) {
        const path = decodeURIComponent(link)
        const file = join(sites[name], path, path.endsWith('/') ? 'index.html' : '')
        if (!existsSync(file)) lost.push(`${page}: ${link}`)
      }
    expect(lost).toEqual([])
  })

  it('breaks no rule of axe, in the themes and sizes that its owner may have chosen', async () => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      serviceWorkers: 'block',
    })
    const page = await context.newPage()
    const found: string[] = []
    for (const path of [
      '',
      'about/',
      'search/',
      `articles/${name === 'city' ? 'jc202601-02' : 'jw1-01'}/`,
      'nowhere/',
    ]) {
      await page.goto(`${server.origin}/${path}`)
      found.push(...(await violationsInThemes(page)).map(text => `${path} ${text}`))
    }
    await context.close()
    expect(found).toEqual([])
  })

  it('publishes verification files as they are', async () => {
    for (const [file, text] of Object.entries(verification)) {
      const answer = await fetch(`${server.origin}/${file}`)
      expect([answer.status, await answer.text()]).toEqual([200, text])
    }
  })
})

describe('the city', () => {
  const page = (path: string) => readFileSync(join(sites.city, path, 'index.html'), 'utf8')

  it('has its districts, its topics, its numbers', () => {
    const home = page('')
    for (const says of [
      '江城工会',
      '按区县',
      '东湖区',
      '全市',
      '权益维护',
      '职工生活',
      '鄂ICP备12345678号-1',
      '鄂公网安备42010102001234号',
    ])
      expect(home).toContain(says)
    expect(home).not.toContain('北京')
    expect(home).toContain('https://beian.miit.gov.cn/')
    expect(home).toContain('https://beian.mps.gov.cn/#/query/webSearch?code=42010102001234')
    expect(home).toContain('data-theme="sepia"')
    expect(page('about')).toContain('收录全市十二个区的报道')
    expect(page('regions/jiangbei')).toContain('北岸的书屋冬天不关门')
    expect(page('topics/bargaining')).toContain('一纸集体合同谈了七个月')
    const opml = readFileSync(join(sites.city, 'feeds.opml'), 'utf8')
    for (const says of ['主城', '近郊', '远郊', '云台区']) expect(opml).toContain(says)
  })

  it('has one address everywhere, that of .env: pages, pictures of links, QR codes, feeds, data, sitemap', async () => {
    const article = page('articles/jc202601-01')
    const address = `${inEnv}/articles/jc202601-01/`
    expect(article).toContain(`<link rel="canonical" href="${address}"`)
    expect(/property="og:image" content="([^"]*)"/.exec(article)?.[1]).toBe(`${address}card.png`)
    const file = (name: string) => readFileSync(join(sites.city, name))
    expect(file('articles/jc202601-01/qr.png').equals(qrOf(address))).toBe(true)
    for (const name of ['feed.xml', 'articles.json', 'sitemap.xml', 'feeds.opml'])
      expect(file(name).toString(), name).toContain(`${inEnv}/`)
    const texts = (await filesIn(sites.city)).filter(name => /\.(?:html|xml|json|opml|txt|md)$/.test(name))
    expect(texts.filter(name => file(name).includes('https://jiangcheng.example'))).toEqual([])
  })

  it('shows WeChat its own picture before the logo', async () => {
    for (const path of [
      '',
      'about',
      'search',
      'all',
      'articles/jc202601-01',
      'topics/life',
      'issues/jc202601',
    ])
      expect(/<img [^>]*src="([^"]*)"/.exec(page(path))?.[1], path).toMatch(/^\/cards\//)
  })

  it('keeps the addresses of what moved, was renamed, merged or withdrawn', async () => {
    const out = sites.city
    const server = await openServer(siteServer({ folder: out, basePath: '' }))
    const get = (path: string) => fetch(`${server.origin}${path}`, { redirect: 'manual' })
    const moves = {
      '/topics/welfare/': '/topics/life/',
      '/topics/women/feed.xml': '/topics/life/feed.xml',
      '/regions/beian/': '/regions/jiangbei/',
      '/regions/jiangbei/culture/': '/regions/jiangbei/life/',
      '/issues/jc1/': '/issues/jc202601/',
      '/articles/jc1-03/': '/articles/jc202601-03/',
      '/articles/tk-07/': '/articles/jc202601-02/',
    }
    for (const [from, to] of Object.entries(moves)) {
      const answer = await get(from)
      expect([from, answer.status, answer.headers.get('location')]).toEqual([from, 301, to])
      expect(existsSync(join(out, from, from.endsWith('/') ? 'index.html' : '')), from).toBe(true)
    }
    // A host that knows no redirects serves the page, which leads on.
    expect(page('topics/women')).toContain(`content="0; url=/topics/life/"`)
    const gone = await get('/articles/jc202601-05/')
    expect([gone.status, (await gone.text()).includes('当事人要求撤下')]).toEqual([410, true])
    await server.close()
  })

  it('is the same when it is built anew: it was built into what another site had left', () => {
    const out = join(copy.folder, 'out')
    const before = sumsOf(out)
    for (const kept of ['.cache/manifest', '.cache/content', '.cache/last-build'])
      rmSync(join(copy.folder, kept), { recursive: true, force: true })
    rmSync(out, { recursive: true })
    copy.build({ CONTENT_DIR: 'owners/city', ...unset })
    expect(sumsOf(out)).toEqual(before)
  })
})

describe('the industry', () => {
  const page = (path: string) => readFileSync(join(sites.industry, path, 'index.html'), 'utf8')

  it('lists its units without a map, and has nothing that was turned off', () => {
    const home = page('')
    expect(home).toContain('按单位')
    expect(home).toContain('一机务段')
    expect(home).not.toContain('class="map"')
    expect(home).not.toContain('feed.xml')
    const article = page('articles/jw1-01')
    expect(article).toContain('data-off="system text qr weibo"')
    for (const off of ['service.weibo.com', 'qr.png']) expect(article).not.toContain(off)
    for (const file of ['feeds.opml', 'feed.xml', 'regions/jiwu-1/atom.xml', 'articles/jw1-01/qr.png'])
      expect(existsSync(join(sites.industry, file)), file).toBe(false)
  })
})
