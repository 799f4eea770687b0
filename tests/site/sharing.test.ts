// What a shared link shows: every page of out/ as open-graph-scraper, chat apps, search engines and Reader View see it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import scrape from 'open-graph-scraper'
import { describe, expect, it } from 'vitest'
import { content } from '#lib/library/content'
import { absolute, articlePath, site } from '#lib/model/site'
import { displayTitle } from '#lib/text/reading'
import { debianTool } from './debian-tool'
import { attribute, out, type Page, pages, textOf } from './pages'

const meta = (page: Page, key: 'itemprop' | 'name' | 'property', value: string) => {
  const found = page.elements.find(e => e.tagName === 'meta' && attribute(e, key) === value)
  return found ? (attribute(found, 'content') ?? '') : ''
}

const isNoindex = (page: Page) => /\bnoindex\b/.test(meta(page, 'name', 'robots'))
const canonicalOf = ({ elements }: Page) => {
  const link = elements.find(e => attribute(e, 'rel') === 'canonical')
  return link && attribute(link, 'href')
}
/** Every page that may be found and passed on, and those that stand for a page that is not there. */
const [shared, unshared] = [pages().filter(page => !isNoindex(page)), pages().filter(isNoindex)]
/** Articles and lists; the others are the search, what is saved and what is said about the site. */
const isStory = ({ path }: Page) => !['/about/', '/offline/', '/search/'].includes(path)
const articleOfPage = ({ path }: Page) => content().articles.find(({ id }) => articlePath(id) === path)
const inOut = (url: string) => join(out, url.slice(`${site.origin}${site.basePath}`.length))
/** Width and height as the header of a PNG has them. */
const sizeOf = (file: string) => [readFileSync(file).readUInt32BE(16), readFileSync(file).readUInt32BE(20)]
const dateline = /本报讯|（记者|（通讯员|新华社.{0,12}电/

it('has pages of every kind', () => {
  const paths = shared.map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['/', '/all/', '/about/', '/search/']))
  for (const kind of ['articles', 'regions', 'topics', 'issues'])
    expect(paths.filter(path => path.startsWith(`/${kind}/`)).length).toBeGreaterThan(0)
  expect(unshared.map(({ path }) => path).sort()).toEqual(['/404.html'])
})

describe.each(unshared.map(page => [page.path, page] as const))('%s', (_, page) => {
  it('has a title, and nothing by which it could be passed on', async () => {
    const { result } = await scrape({ html: page.html })
    expect(result.ogTitle).toMatch(/^没有这一页/)
    expect([result.ogUrl, result.ogImage, canonicalOf(page)]).toEqual([undefined, undefined, undefined])
  })
})

describe.each(shared.map(page => [page.path, page] as const))('%s', (path, page) => {
  it('shows open-graph-scraper a title with its place, a description and a picture of the right size', async () => {
    const { result } = await scrape({ html: page.html })
    const article = articleOfPage(page)
    expect(result.ogTitle).toBeTruthy()
    if (article?.provinces[0]) expect(result.ogTitle).toContain(article.provinces[0])
    if (article) expect(result.ogTitle).toContain(displayTitle(article))
    if (article?.kicker) expect(result.ogTitle).toContain(article.kicker.replace(/—+$/u, ''))
    const description = result.ogDescription ?? ''
    expect([...description].length).toBeGreaterThanOrEqual(40)
    expect([...description].length).toBeLessThanOrEqual(120)
    expect(description).not.toMatch(dateline)
    if (article?.provinces[0])
      expect(`${displayTitle(article)}${description}`).toContain(article.provinces[0])
    expect(result.ogType).toBe(article ? 'article' : 'website')
    expect(result.twitterCard).toBe('summary_large_image')
    const [image] = result.ogImage ?? []
    expect(image).toMatchObject({ width: '1200', height: '630' })
    expect(image?.url).toMatch(article ? absolute(`${path}card.png`) : /card\.png$/)
    const file = inOut(image?.url ?? '')
    expect(sizeOf(file)).toEqual([1200, 630])
    expect(readFileSync(file).length).toBeLessThanOrEqual(300_000)
  })

  it('has one address: canonical, og:url', () => {
    expect(canonicalOf(page)).toBe(absolute(path))
    expect(meta(page, 'property', 'og:url')).toBe(absolute(path))
  })
})

describe.each(shared.filter(isStory).map(page => [page.path, page] as const))('%s', (path, page) => {
  it('gives a chat app a square picture first, with name and description', () => {
    const image = page.elements.find(e => e.tagName === 'img')
    const file = join(out, (image && attribute(image, 'src')?.slice(site.basePath.length)) ?? '')
    expect(sizeOf(file)[0]).toBeGreaterThanOrEqual(300)
    expect(new Set(sizeOf(file)).size).toBe(1)
    expect(readFileSync(file).length).toBeLessThanOrEqual(32_000)
    expect(meta(page, 'itemprop', 'name')).toBeTruthy()
    expect(meta(page, 'itemprop', 'description')).toBe(meta(page, 'name', 'description'))
    expect(existsSync(inOut(meta(page, 'itemprop', 'image')))).toBe(true)
  })

  it('has structured data that stands on schema.org and names no date that is not printed', () => {
    const scripts = page.elements.filter(e => attribute(e, 'type') === 'application/ld+json')
    expect(scripts).toHaveLength(1)
    const data = JSON.parse(scripts.map(textOf).join(''))
    expect(data['@context']).toBe('https://schema.org')
    expect(JSON.stringify(data)).toContain(`"${absolute(path)}"`)
    const nodes: readonly Record<string, unknown>[] = data['@graph'] ?? [data]
    const article = articleOfPage(page)
    expect(nodes.map(node => node['@type'])).toEqual(
      article ? ['NewsArticle', 'BreadcrumbList'] : ['BreadcrumbList'],
    )
    const issue = article && content().issues.get(article.issue)
    if (article && !article.date && (!issue?.date || issue.dateBasis))
      expect(JSON.stringify(data)).not.toContain('datePublished')
  })
})

const zbarimg = debianTool('zbarimg', 'zbar-tools')

describe.skipIf(zbarimg.missing)(`zbarimg ${zbarimg.missing}`, () => {
  it('reads the canonical address from every QR code', () => {
    const { articles } = content()
    const files = articles.map(({ id }) => join(out, `${articlePath(id)}qr.png`))
    const read = zbarimg
      .run(['-q', '--raw', ...files], { DBUS_SYSTEM_BUS_ADDRESS: '' })
      .trim()
      .split('\n')
    expect(read).toEqual(articles.map(({ id }) => absolute(articlePath(id))))
  })
})

describe('files beside the pages', () => {
  it('say the same as the pages', () => {
    const list: readonly { id: string; url: string; json: string; markdown: string }[] = JSON.parse(
      readFileSync(join(out, 'articles.json'), 'utf8'),
    )
    expect(list.map(({ id }) => id)).toEqual(content().articles.map(({ id }) => id))
    for (const article of content().articles) {
      const entry = list.find(({ id }) => id === article.id)
      expect(entry?.url).toBe(absolute(articlePath(article.id)))
      expect(JSON.parse(readFileSync(inOut(entry?.json ?? ''), 'utf8')).blocks).toEqual(article.blocks)
      expect(readFileSync(inOut(entry?.markdown ?? ''), 'utf8')).toContain(article.body.trim())
      const issue = readFileSync(join(out, `issues/${article.issue}.txt`), 'utf8')
      for (const { text } of article.blocks) expect(issue).toContain(text)
    }
  })

  it('name only what is there', () => {
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.webmanifest'), 'utf8'))
    for (const { src, sizes } of manifest.icons) {
      const file = join(out, src.slice(site.basePath.length))
      expect(sizeOf(file).join('x')).toBe(sizes)
    }
    const listed = [...readFileSync(join(out, 'sitemap.xml'), 'utf8').matchAll(/<loc>([^<]*)/g)].map(
      match => match[1] ?? '',
    )
    expect([...listed].sort()).toEqual(shared.map(canonicalOf).sort())
    expect(readFileSync(join(out, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${absolute('/sitemap.xml')}`)
  })
})
