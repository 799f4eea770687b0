// Prints articles through a template: a page of HTML that a browser sets and saves as PDF, and what a correct import gives.
import type { Browser } from 'playwright-core'
import type { Invented } from '../../import/invented'
import type { Cell, Template } from './templates'

export type Expected = {
  readonly kind: 'article' | 'photo'
  readonly kicker: string
  readonly title: string
  readonly subtitle: string
  readonly paragraphs: readonly string[]
}

export type Printed = {
  readonly name: string
  readonly pdf: Uint8Array
  readonly expected: readonly Expected[]
  /** Texts of the running head, the foot and jump lines, which may stand in no article. */
  readonly furniture: readonly string[]
}

type Deal = { readonly cell: Cell; readonly item: Invented; readonly inset: Invented | undefined }

/** In points. */
const page = { width: 790, margin: 34 } as const

/** Deals articles to cells in their order, from the `from`-th on. */
function deal(template: Template, items: readonly Invented[], from: number): readonly (readonly Deal[])[] {
  const stories = items.filter(item => !item.photo)
  const photos = items.filter(item => item.photo)
  let [nextStory, nextPhoto] = [from, from]
  const take = (list: readonly Invented[], at: number) => {
    const item = list[at % list.length]
    if (!item) throw new Error('no articles to print')
    return item
  }
  return template.rows.map(row =>
    row.map(cell => ({
      cell,
      item: cell.kind === 'photo' ? take(photos, nextPhoto++) : take(stories, nextStory++),
      inset: cell.inset ? take(stories, nextStory++) : undefined,
    })),
  )
}

const expectedOf = (item: Invented, kind: Cell['kind']): Expected => ({
  kind: kind === 'photo' ? 'photo' : 'article',
  kicker: item.kicker ?? '',
  title: item.title,
  subtitle: item.subtitle ?? '',
  paragraphs: item.paragraphs.map(text => text.replace(/^## /, '')),
})

const head = ['3', '综合', '山海工报', '2031年5月12日　星期一'] as const
const foot = '本版责任编辑：方舟　版式：岳眠　电话：（0351）5550123'
export const jump = { to: '（下转第2版）', from: '（上接第1版）' } as const

/** Prints one page, or two when an article goes on; `from` chooses the articles. */
export async function printPage(
  browser: Browser,
  template: Template,
  items: readonly Invented[],
  from: number,
): Promise<Printed> {
  const rows = deal(template, items, from)
  const context = await browser.newContext()
  try {
    const tab = await context.newPage()
    await tab.setContent(htmlOf(template))
    const height = await tab.evaluate(`layOut(${JSON.stringify({ template, rows, page, head, foot, jump })})`)
    const pdf = await tab.pdf({
      // A CSS inch is 72 points.
      width: `${page.width / 72}in`,
      height: `${Math.ceil(Number(height)) / 72}in`,
      printBackground: true,
    })
    const dealt = rows
      .flat()
      .flatMap(({ cell, item, inset }) => [
        expectedOf(item, cell.kind),
        ...(inset ? [expectedOf(inset, 'story')] : []),
      ])
    const jumps = rows.flat().some(({ cell }) => cell.jump) ? [jump.to, jump.from] : []
    return { name: template.name, pdf, expected: dealt, furniture: [head[2], head[3], foot, ...jumps] }
  } finally {
    await context.close()
  }
}

function htmlOf({ size, leading, sans }: Template): string {
  const body = sans ? 'Noto Sans CJK SC' : 'Noto Serif CJK SC'
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
@page { margin: 0 }
body { margin: 0; font: ${size}pt/${leading}pt "${body}"; text-spacing-trim: space-all }
.sheet { position: relative; width: ${page.width}pt; overflow: hidden; break-after: page }
.sheet:last-of-type { break-after: auto }
.sheet > * { position: absolute }
p { margin: 0; text-indent: 2em; text-align: justify }
p.cont { text-indent: 0 }
p.cut { text-align-last: justify }
p.sub { text-indent: 0; font-weight: 700; font-family: "Noto Sans CJK SC" }
.kicker, .subtitle { font: 600 12pt/17pt "Noto Serif CJK SC" }
.subtitle { font-family: "Noto Sans CJK SC"; font-weight: 400 }
.title { font: 900 21pt/28pt "Noto Serif CJK SC" }
.caption-title { font: 700 13pt/20pt "Noto Serif CJK SC"; text-align: center }
.byline, .credit { font-family: "Noto Sans CJK SC"; text-indent: 0 }
.credit { text-align: right }
.upright { writing-mode: vertical-rl; white-space: nowrap; font: 900 19pt/26pt "Noto Serif CJK SC" }
.picture { background: #bbb }
.rule { background: #000 }
</style><script>${script}</script><body></body></html>`
}

/** Runs in the page: sets the rows one under the other, and lets texts flow through their columns. */
const script = String.raw`
function layOut({ template, rows, page, head, foot, jump }) {
  const inner = page.width - 2 * page.margin
  const measure = (inner - (template.columns - 1) * template.gutter) / template.columns
  const widthOf = count => count * measure + (count - 1) * template.gutter
  let sheet
  let bottom = 0
  const sheets = []
  const open = number => {
    sheet = add(document.body, 'div', 'sheet', {})
    sheets.push(sheet)
    put(head[0].replace(/\d+/, number), 'head', page.margin, 20)
    put(head[1], 'head', page.margin + 60, 20)
    put(head[2], 'head', page.width / 2 - 30, 20, { fontSize: '14pt', fontWeight: 700 })
    put(head[3], 'head', page.width - page.margin - 140, 20)
    box('rule', page.margin, 42, inner, 1)
    return 54
  }
  function add(parent, tag, cls, style, text) {
    const node = document.createElement(tag)
    node.className = cls
    Object.assign(node.style, style)
    if (text !== undefined) node.textContent = text
    parent.append(node)
    return node
  }
  const at = (x, y, w, more) => ({ left: x + 'pt', top: y + 'pt', ...(w ? { width: w + 'pt' } : {}), ...more })
  function put(text, cls, x, y, more = {}) { return add(sheet, 'div', cls, { whiteSpace: 'nowrap', ...at(x, y, 0), ...more }, text) }
  function box(cls, x, y, w, h, more = {}) { return add(sheet, 'div', cls, { ...at(x, y, w), height: h + 'pt', ...more }) }
  const points = px => px * 0.75
  const heightOf = node => points(node.getBoundingClientRect().height)

  function headline(item, x, y, w, align) {
    let top = y
    for (const [cls, text] of [['kicker', item.kicker], ['title', item.title], ['subtitle', item.subtitle]]) {
      if (!text) continue
      const node = add(sheet, 'div', cls, at(x, top, w, { textAlign: align }), text)
      top += heightOf(node)
    }
    return top + 4
  }

  /** Fills boxes with paragraphs; gives false when they do not hold them. */
  function flow(paragraphs, boxes) {
    for (const one of boxes) one.node.textContent = ''
    let index = 0
    const fits = () => boxes[index].node.scrollHeight <= boxes[index].node.clientHeight + 1
    for (const { text, cls } of paragraphs) {
      let rest = text
      let first = true
      while (rest) {
        if (!boxes[index]) return false
        const p = add(boxes[index].node, 'p', cls + (first ? '' : ' cont'), {}, rest)
        if (fits()) break
        let [low, high] = [0, rest.length]
        while (low < high) {
          const middle = Math.ceil((low + high) / 2)
          p.textContent = rest.slice(0, middle)
          if (fits()) low = middle
          else high = middle - 1
        }
        while (low > 0 && /[、。，；：！？”’）》]/.test(rest[low] || '')) low--
        while (low > 0 && /[“‘（《]/.test(rest[low - 1] || '')) low--
        while (low > 0 && /[A-Za-z\d.,:%]/.test(rest[low - 1] || '') && /[A-Za-z\d.,:%]/.test(rest[low] || '')) low--
        if (low > 0 && (cls === 'sub' || cls === 'byline')) low = 0
        if (low === 0) p.remove()
        else {
          p.textContent = rest.slice(0, low)
          p.classList.add('cut')
          first = false
        }
        rest = rest.slice(low)
        index++
      }
    }
    return true
  }

  /** Where the line ends that the middle of a paragraph stands in: columns are full where an article goes on elsewhere. */
  function lineEnd(text, cls, w) {
    const p = add(box('', 0, 0, w, 1), 'p', cls, {}, text)
    const heightTo = length => {
      p.textContent = text.slice(0, length)
      return heightOf(p)
    }
    let cut = Math.floor(text.length / 2)
    while (cut < text.length && heightTo(cut + 1) === heightTo(cut)) cut++
    p.parentNode.remove()
    return cut
  }

  const bodyOf = item => [
    ...(item.byline && !item.foot ? [{ text: item.byline, cls: 'byline' }] : []),
    ...item.paragraphs.map(text => (text.startsWith('## ') ? { text: text.slice(3), cls: 'sub' } : { text, cls: '' })),
    ...(item.foot && item.byline ? [{ text: item.byline, cls: 'credit' }] : []),
    ...(item.credit ? [{ text: item.credit, cls: 'credit' }] : []),
  ]

  /** Sets text in columns of the heights base + k lines, with the smallest k that holds it. */
  function columns(paragraphs, places) {
    const boxes = places.map(place => ({ place, node: box('', place.x, place.y, place.w, 1, { overflow: 'hidden' }) }))
    for (let lines = 2; lines < 400; lines++) {
      for (const one of boxes) one.node.style.height = Math.max(0, lines * template.leading + 0.4 + (one.place.more || 0)) + 'pt'
      if (flow(paragraphs, boxes)) {
        for (const one of boxes) one.node.style.overflow = 'visible'
        return Math.max(...boxes.map(({ place, node }) => place.y + heightOf(node)))
      }
    }
    throw new Error('text without an end')
  }

  const row = (count, x, y, w, gutter, skip = () => 0) => {
    const width = (w - (count - 1) * gutter) / count
    return Array.from({ length: count }, (_, i) => ({ x: x + i * (width + gutter), y: y + skip(i), w: width, more: -skip(i) }))
  }

  function story({ cell, item, inset }, x, y, w) {
    const pad = cell.frame ? 9 : 0
    const [left, width] = [x + pad, w - 2 * pad]
    const count = cell.columns || cell.span
    const align = template.align === 'left' ? 'left' : 'center'
    const frame = cell.frame ? box('', x, y, w, 1, cell.frame === 'line' ? { border: '0.7pt solid #000', boxSizing: 'border-box' } : { background: '#e8e8e8' }) : undefined
    let top = y + pad
    let end
    if (cell.head === 'upright') {
      const title = add(sheet, 'div', 'upright', at(left, top, 26), item.title)
      const used = 36
      let start = top
      for (const [cls, text] of [['kicker', item.kicker], ['subtitle', item.subtitle]])
        if (text) start += heightOf(add(sheet, 'div', cls, at(left + used, start, width - used, { textAlign: 'center' }), text)) + 4
      end = Math.max(top + heightOf(title), columns(bodyOf(item), row(Math.max(1, count - 1), left + used, start, width - used, template.gutter)))
    } else if (cell.head === 'beside') {
      const side = widthOf(2) - 10
      const under = headline(item, left, top, side, 'left')
      end = Math.max(under, columns(bodyOf(item), row(count - 2, left + side + 10 + template.gutter, top, width - side - 10 - template.gutter, template.gutter)))
    } else if (cell.head === 'between') {
      const middle = left + measure + template.gutter
      const under = headline(item, middle, top, widthOf(count - 2), 'center')
      end = columns(bodyOf(item), row(count, left, top, width, template.gutter, i => (i > 0 && i < count - 1 ? under - top : 0)))
    } else if (inset) {
      top = headline(item, left, top, width, align)
      const [ix, iw] = [left + 2 * (measure + template.gutter), widthOf(2)]
      const iframe = box('', ix - 4, top, iw + 8, 1, { border: '0.7pt solid #000', boxSizing: 'border-box' })
      const ihead = headline(inset, ix + 4, top + 6, iw - 8, 'center')
      const iend = columns(bodyOf(inset), row(2, ix + 4, ihead, iw - 8, 10)) + 8
      iframe.style.height = iend - top + 'pt'
      end = columns(bodyOf(item), row(count, left, top, width, template.gutter, i => (i === 2 || i === 3 ? iend - top + 6 : 0)))
    } else {
      top = headline(item, left, top, width, align)
      const high = 90
      const wide = cell.picture || 0
      if (wide) box('picture', left + (count - wide) * (measure + template.gutter), top + 3, widthOf(wide), high)
      const places = row(count, left, top, width, template.gutter, i => (i >= count - wide ? high + 9 : 0))
      if (cell.jump) {
        const paragraphs = bodyOf(item)
        let half = Math.ceil(paragraphs.length / 2)
        while (paragraphs[half - 1].cls === 'sub') half++
        const text = paragraphs[half - 1].text
        const cut = lineEnd(text, paragraphs[half - 1].cls, places[0].w)
        const mark = text.slice(0, cut)
        end = columns([...paragraphs.slice(0, half - 1), { text: mark, cls: paragraphs[half - 1].cls + ' cut' }], places)
        put(jump.to, '', left + width - 80, end)
        end += template.leading
        later.push({ item, paragraphs: [{ text: text.slice(cut), cls: 'cont' }, ...paragraphs.slice(half)] })
      } else end = columns(bodyOf(item), places)
      if (template.rules) for (const place of places.slice(1)) box('rule', place.x - template.gutter / 2, top + 2, 0.5, end - top - 4)
    }
    if (frame) frame.style.height = end + pad - y + 'pt'
    return end + pad
  }

  function photo({ item }, x, y, w) {
    const high = Math.min(0.62 * w, 150)
    box('picture', x, y + 4, w, high)
    let top = y + 4 + high + 3
    if (item.title) top += heightOf(add(sheet, 'div', 'caption-title', at(x, top, w), item.title))
    const paragraphs = item.paragraphs.map(text => ({ text, cls: '' }))
    return columns([...paragraphs, ...(item.credit ? [{ text: item.credit, cls: 'credit' }] : [])], [{ x, y: top, w }])
  }

  const later = []
  let y = open(1)
  for (const cells of rows) {
    let x = page.margin
    const ends = []
    for (const one of cells) {
      const w = widthOf(one.cell.span)
      ends.push((one.cell.kind === 'photo' ? photo : story)(one, x, y, w))
      x += w + template.gutter
    }
    y = Math.max(...ends) + 26
  }
  const close = () => {
    box('rule', page.margin, y, inner, 1)
    put(foot, '', page.margin, y + 4, { fontSize: '8pt' })
    bottom = Math.max(bottom, y + 30)
  }
  close()
  if (later.length > 0) {
    y = open(2)
    for (const { item, paragraphs } of later) {
      put(jump.from, '', page.margin, y)
      y += template.leading + 4
      y = headline({ title: item.title }, page.margin, y, inner, 'center')
      y = columns(paragraphs, row(template.columns, page.margin, y, inner, template.gutter)) + 26
    }
    close()
  }
  for (const one of sheets) one.style.height = bottom + 'pt'
  return bottom + 1
}
`
