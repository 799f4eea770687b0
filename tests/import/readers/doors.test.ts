// Web pages and Word files: the same articles as from a text, what is no article named, everything proved.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { type Imported, importBytes } from '#lib/issues/import-file'
import type { Article } from '#lib/model/article'
import { articles } from '../invented'
import { writeDocx } from './docx-writer'

const story = articles[0]
if (!story) throw new Error('no article')
const text = story.paragraphs

let out = ''
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'doors-'))
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

let count = 0
function take(...files: readonly Uint8Array[]): Imported {
  const issue = `door-${++count}`
  const parts = files.map((bytes, at) => ({ file: `${at}.page`, bytes }))
  return importBytes(parts, { file: 'page', issue }, { out, replace: false, allow: [] }, new Map())
}
const article = (done: Imported): Article => {
  expect(done.problems).toEqual([])
  const first = done.edition?.articles[0]
  if (!first) throw new Error('no article')
  return first
}
const facts = ({ kicker, title, authors, provinces, blocks }: Article) => ({
  ...{ kicker, title, authors, provinces },
  body: blocks.map(one => one.text),
})
const wanted = {
  kicker: story.kicker ?? '',
  title: story.title,
  authors: story.authors,
  provinces: story.provinces,
  body: text,
}

const utf8 = (html: string) => new TextEncoder().encode(html)
const around = '<ul class="nav"><li><a href="/">首页</a></li><li><a href="/b">版面导航</a></li></ul>'
const foot = '<div class="footer"><p>版权所有 山海工报社 未经许可不得转载</p></div>'
const paragraphs = text.map(one => `<p>　　${one}</p>`).join('\n')
const founder =
  `<!DOCTYPE html><html><head><title>山海工报</title></head><body>${around}` +
  `<!--enpproperty <date>2031-05-12 00:00:00.0</date><author></author><title>${story.title}</title>` +
  `<subtitle></subtitle><introtitle>${story.kicker}</introtitle>/enpproperty-->` +
  `<div>${story.kicker}</div><founder-title>${story.title}</founder-title>` +
  `<div id="ozoom"><founder-content>${paragraphs}</founder-content></div>${foot}</body></html>`
const enp =
  `<html><body>${around}<!--enpproperty <title>${story.title}</title><introtitle>${story.kicker}</introtitle>/enpproperty-->` +
  `<table><tr><td>${story.kicker}</td></tr><tr><td><strong>${story.title}</strong></td></tr></table>` +
  `<div><!--enpcontent-->${paragraphs}<!--/enpcontent--></div>${foot}</body></html>`
const plain =
  `<html><head><title>${story.title}_山海工报</title></head><body>${around}<div class="article"><h3>${story.kicker}</h3>` +
  `<h1>${story.title}</h1><div class="content">${paragraphs}</div></div>${foot}</body></html>`
/** The comment names the fields with tags inside, the author stands above the text with the paper, the day and the page. */
const printed =
  `<html><body>${around}<div class="article"><h3>${story.kicker}</h3><h1>${story.title}</h1><h2></h2>` +
  `<p class="sec">本报记者　林　溪<span>《山海工报》（2031年05月12日 <a>第 03 版</a>）</span></p>` +
  `<div id="ozoom"><!--enpproperty <date>2031-05-12 00:00:00.0</date><title><p>${story.title}</p></title>` +
  `<introtitle><p>${story.kicker}</p></introtitle>/enpproperty--><!--enpcontent-->${paragraphs}<!--/enpcontent-->` +
  `</div></div>${foot}</body></html>`
const bare =
  `<html><head><title>${story.title}</title></head><body><div>${around}</div><div><span>${story.title}</span><br>` +
  `${text.join('<br><br>　　')}</div>${foot}</body></html>`

describe('a saved web page', () => {
  it.each([
    ['by the tags of 方正', founder],
    ['by its comments', enp],
    ['by headings and paragraphs', plain],
  ])('gives its article %s', (_name, html) => {
    const done = take(utf8(html))
    expect(facts(article(done))).toEqual(wanted)
    expect(done.edition?.leftOut.length).toBeGreaterThan(0)
  })

  it('gives its article by where the text is, when nothing else tells', () => {
    expect(facts(article(take(utf8(bare))))).toEqual({ ...wanted, kicker: '' })
  })

  it.each([
    ['named in its comment', printed],
    ['named by its headings alone', printed.replace(/<!--enpproperty[\s\S]*?-->/, '')],
  ])('gives its author and where it was printed, %s', (_name, html) => {
    const done = take(utf8(html))
    expect(facts(article(done))).toEqual({ ...wanted, authors: ['林溪', ...(story.authors ?? [])] })
    expect(article(done)).toMatchObject({ byline: '本报记者 林 溪', page: '3' })
    const issue = done.edition?.files.get('issue.md') ?? ''
    expect(issue).toContain('date: "2031-05-12"')
    expect(issue).toContain('publication: "山海工报"')
  })

  it('says that the numbers of a list are in no text', () => {
    const listed = plain.replace(
      '</p>',
      '</p><ol><li>第一件，修好更衣室的灯。</li><li>第二件，换掉漏水的龙头。</li></ol>',
    )
    const said =
      take(utf8(listed))
        .edition?.doubts.map(({ message }) => message)
        .join() ?? ''
    expect(said).toContain('有 2 行在编号的列表里')
  })

  it('is read in the encoding that it says, or that fits', () => {
    const gb = gb18030(plain.replace('<head>', '<head><meta charset="gb2312">'))
    expect(facts(article(take(gb)))).toEqual(wanted)
    const wrong = utf8(plain.replace('<head>', '<head><meta charset="us-ascii-x">'))
    expect(facts(article(take(wrong)))).toEqual(wanted)
    const wide = Buffer.from(`\ufeff${plain}`, 'utf16le')
    expect(facts(article(take(wide)))).toEqual(wanted)
  })

  it('makes one issue with others', () => {
    const other = `<html><body><founder-title>夜校里的灯</founder-title><founder-content><p>本报讯（记者方舟）山西省长治市的夜校开到了深夜。</p></founder-content></body></html>`
    const done = take(utf8(founder), utf8(other))
    expect(done.edition?.articles.map(({ title }) => title)).toEqual([story.title, '夜校里的灯'])
  })

  it('without an article is refused', () => {
    const done = take(utf8(`<html><body>${around}${foot}</body></html>`))
    expect(done.problems.map(({ rule }) => rule)).toEqual(['html-no-article'])
  })
})

/** GB18030 of a text, by asking the decoder for every two-byte code. */
function gb18030(html: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
    }
  }
  return Uint8Array.from(
    [...html].flatMap(one => (one.charCodeAt(0) < 128 ? [one.charCodeAt(0)] : (codes.get(one) ?? [63]))),
  )
}

describe('a Word file', () => {
  const body = text.map(one => ({ text: one }))

  it('gives its articles by heading styles', () => {
    const done = take(
      writeDocx(
        [
          { text: story.kicker ?? '' },
          { text: story.title, style: 'Heading1' },
          ...body,
          { text: '夜校里的灯', style: 'Heading1' },
          { text: '本报记者 方舟' },
          { text: '山西省长治市的夜校开到了深夜。“师傅”们说，灯要一直亮着。' },
          { text: '从一盏灯说起', style: 'Heading2' },
          { text: '灯是工会安的。' },
        ],
        [
          ['班次', '人数'],
          ['早班', '30'],
        ],
      ),
    )
    expect(facts(article(done))).toEqual(wanted)
    const second = done.edition?.articles[1]
    expect(second).toMatchObject({ title: '夜校里的灯', byline: '本报记者 方舟', authors: ['方舟'] })
    expect(second?.blocks.map(({ kind, text: words }) => [kind, words])).toEqual([
      ['paragraph', '山西省长治市的夜校开到了深夜。“师傅”们说，灯要一直亮着。'],
      ['subheading', '从一盏灯说起'],
      ['paragraph', '灯是工会安的。'],
      ['paragraph', '班次　人数'],
      ['paragraph', '早班　30'],
    ])
  })

  it('says that its headers and footers are not read', () => {
    const header = ['word/header1.xml', '<w:hdr/>'] as const
    const said = (bytes: Uint8Array) =>
      take(bytes)
        .edition?.doubts.map(({ message }) => message)
        .join() ?? ''
    expect(said(writeDocx([{ text: story.title, style: 'Heading1' }, ...body], [], [header]))).toContain(
      '页眉或页脚',
    )
    expect(said(writeDocx([{ text: '又一篇', style: 'Heading1' }, ...body]))).not.toContain('页眉或页脚')
  })

  it('says what of it is no text: numbers that Word counts, formulas', () => {
    const done = take(
      writeDocx([
        { text: story.title, style: 'Heading1' },
        ...body,
        { text: '摊位费不收。', numbered: true },
        { text: '暖气费由工会出。', numbered: true },
        { text: '灯数是', formula: 'x=3' },
      ]),
    )
    expect(article(done).blocks.map(one => one.text)).toEqual([
      ...text,
      '摊位费不收。',
      '暖气费由工会出。',
      '灯数是',
    ])
    const said = (done.edition?.doubts ?? []).filter(({ risk }) => risk === 6)
    expect(said.map(({ message, lines }) => [message.slice(0, 14), lines])).toEqual([
      ['文档里有公式之类的内容没有读', [{ from: 1, to: 1 }]],
      ['有 2 段的编号由 Word', [{ from: 11, to: 13 }]],
    ])
  })

  it('gives its articles by their wording, when nothing is styled', () => {
    expect(
      facts(article(take(writeDocx([{ text: story.kicker ?? '' }, { text: story.title }, ...body])))),
    ).toEqual(wanted)
  })
})

it('proves all of them', () => {
  const { problems, articles: all } = checkContent(out)
  expect(problems).toEqual([])
  expect(all.length).toBeGreaterThan(8)
})
