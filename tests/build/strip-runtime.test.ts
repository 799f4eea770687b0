// Plain pages: what is cut, what stays byte for byte, what is refused.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cspHash, metaPolicy, speculation } from '#lib/build/pages/csp'
import { plainPage } from '#lib/build/pages/strip-runtime'
import { css, exportedPage, type Parts, sheets } from './exported-page'

const print = (parts?: Parts) => plainPage(exportedPage(parts), 'x/index.html', sheets)
const rules = (parts: Parts) => print(parts).problems.map(problem => problem.rule)

describe('a plain page', () => {
  it('keeps Next’s bytes and loses Next’s runtime', () => {
    const { html, hashes, problems } = print()
    expect(problems).toEqual([])
    expect(html).toBe(
      '<!DOCTYPE html><html lang="zh-CN"><head><meta charSet="utf-8"/>' +
        `<meta http-equiv="Content-Security-Policy" content="${metaPolicy(hashes)}"/>` +
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>' +
        `<style>${css}</style><title>工会简报</title>${speculation.html}</head>` +
        '<body><h1>工会简报</h1></body></html>',
    )
  })

  it('names the hash of each inline style and script, and of nothing else', () => {
    const theme = 'document.documentElement.dataset.theme="night"'
    const { html, hashes } = print({
      head: `<script data-keep="">${theme}</script><script type="application/ld+json">{"a":1}</script>`,
    })
    expect(hashes.styles).toEqual([cspHash(css)])
    expect(hashes.scripts).toEqual([cspHash(theme), speculation.hash])
    expect(html).toContain(theme)
    expect(html).toContain('{"a":1}')
  })

  it('keeps the comments that hold text nodes apart', () => {
    expect(print({ body: '<p>第<!-- -->3<!-- -->篇</p>' }).html).toContain('<p>第<!-- -->3<!-- -->篇</p>')
  })

  it('drops those that part nothing, which are there in one build and not in the next', () => {
    const { html } = print({ body: '<h2><!-- -->产业<wbr/>工人<!-- --></h2><!-- --><p>第<!-- -->3</p>' })
    expect(html).toContain('<h2>产业<wbr/>工人</h2><p>第<!-- -->3</p>')
  })

  it('keeps our own module and the files it may load', () => {
    const own = '<script type="module" src="/scripts/main-ABCDEFGH.js"></script>'
    expect(print({ head: own }).html).toContain(own)
  })

  it('finds the sheet of a site in a sub-folder', () => {
    const page = exportedPage().replaceAll('/_next/', '/folder/_next/')
    const moved = new Map([...sheets].map(([path, text]) => [`/folder${path}`, text]))
    expect(plainPage(page, 'x', moved).html).toContain(`<style>${css}</style>`)
  })

  it('prints any text unchanged', () => {
    const text = fc.string({ unit: 'grapheme' }).map(s => s.replace(/[&<>\r\0]/g, ''))
    fc.assert(
      fc.property(text, body => {
        expect(print({ body: `<p>${body}</p>` }).html).toContain(`<body><p>${body}</p></body>`)
      }),
    )
  })
})

describe('what a plain page refuses', () => {
  it.each<readonly [string, Parts]>([
    ['script-unknown', { body: '<script>alert(1)</script>' }],
    ['script-unknown', { head: '<script type="importmap">{}</script>' }],
    ['suspense-pending', { body: '<!--$?--><template id="B:0"></template><p>等等</p><!--/$-->' }],
    ['suspense-pending', { body: '<div hidden="" id="S:0"><p>later</p></div>' }],
    ['suspense-pending', { body: '<!--$!--><p>等等</p><!--/$-->' }],
    ['style-missing', { head: '<link rel="stylesheet" href="/_next/static/chunks/other.css"/>' }],
    ['style-attribute', { body: '<p style="color:red">红</p>' }],
    ['handler-attribute', { body: '<p onclick="x()">点</p>' }],
    ['third-party', { body: '<img src="https://other.example/a.png" alt=""/>' }],
    ['third-party', { body: '<img src="//other.example/a.png" alt=""/>' }],
    ['third-party', { body: '<img srcset="/a.png 1x, https://other.example/a.png 2x" alt=""/>' }],
    ['third-party', { body: '<img src="data:image/png;base64,AA" alt=""/>' }],
    ['third-party', { head: '<link rel="preconnect" href="https://other.example"/>' }],
    ['link-unsafe', { body: '<a href="javascript:alert(1)">x</a>' }],
    ['link-unsafe', { body: '<a href=" java&#9;script:alert(1)">x</a>' }],
    ['link-unsafe', { body: '<a href="data:text/html,x">x</a>' }],
    ['element-forbidden', { body: '<iframe src="/x/"></iframe>' }],
    ['element-forbidden', { head: '<meta http-equiv="refresh" content="0"/>' }],
    ['element-forbidden', { head: '<base href="/x/"/>' }],
  ])('%s: %o', (rule, parts) => {
    expect(rules(parts)).toContain(rule)
  })

  it('says where', () => {
    const [problem] = print({ body: '\n<p>一</p>\n <p style="color:red">红</p>' }).problems
    expect(problem).toMatchObject({ file: 'x/index.html', line: 3, column: 2 })
    expect(problem?.message).toContain('color:red')
  })

  it('refuses a style sheet whose addresses would break when it is inlined', () => {
    const relative = new Map([...sheets].map(([path]) => [path, '.a{background:url(../media/x.png)}']))
    expect(plainPage(exportedPage(), 'x', relative).problems.map(problem => problem.rule)).toEqual([
      'style-relative',
    ])
  })

  it('takes the links a bulletin has', () => {
    const links = ['https://a.example/', 'mailto:a@b.example', '/regions/shanxi/', '#p3', '?q=x', 'x/y', 'a']
    expect(rules({ body: links.map(link => `<a href="${link}">x</a>`).join('') })).toEqual([])
  })
})
