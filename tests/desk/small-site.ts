// A site of a few pages made without a build, of what the content says: for tests of what is done with a site, not of what is in it.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SitePlaces } from '#lib/desk/site'

/** Builds a page for each article and one for all; an article with “构建失败” in it fails the build. */
export const smallSite =
  (place: string, content: string): SitePlaces['build'] =>
  async hear => {
    const out = join(place, 'out')
    const names = readdirSync(join(content, 'gh202411')).filter(name => /^\d+\.md$/.test(name))
    const texts = names.map(name => readFileSync(join(content, 'gh202411', name), 'utf8'))
    if (texts.some(text => text.includes('构建失败'))) return { problems: [], failed: '没有建成' }
    rmSync(out, { recursive: true, force: true })
    const page = (title: string, body: string) =>
      `<html><head><title>${title} - 简报</title></head><body><p>${body.split('\n').join('</p><p>')}</p></body></html>`
    const files = new Map([
      ['index.html', page('首页', names.join('\n'))],
      ['404.html', page('没有', '没有这一页')],
      ['articles.json', '[]'],
      ['robots.txt', 'Sitemap: http://localhost:3000/sitemap.xml\n'],
      ['_headers', "/*\n  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\n"],
      ...names.map((name, at): [string, string] => [
        `articles/gh202411-${name.slice(0, -3)}/index.html`,
        page(name, texts[at] ?? ''),
      ]),
    ])
    for (const [name, text] of files) {
      hear({ step: '写', done: 1, all: files.size })
      mkdirSync(dirname(join(out, name)), { recursive: true })
      writeFileSync(join(out, name), text)
    }
    return { problems: [], failed: '' }
  }
