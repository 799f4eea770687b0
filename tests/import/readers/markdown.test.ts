// Markdown of crawlers: front matter, ranks of headings, marks and pictures; every character proved against the file itself.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { type Imported, importBytes } from '#lib/issues/import-file'
import { photo } from '../../photographs'

let out = ''
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'markdown-'))
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

let count = 0
function take(...texts: readonly string[]): Imported {
  const issue = `md-${++count}`
  const parts = texts.map((text, at) => ({
    file: join(out, `${at}.md`),
    bytes: new TextEncoder().encode(text),
  }))
  return importBytes(parts, { file: 'page', issue }, { out, replace: false, allow: [] }, new Map())
}

const head = `---
title: "夜校开到江边"
date: 2031-05-12
section: "第04版"
section_name: "要闻"
author: "沈一舟"
keywords: [夜校, 焊工]
source_url: "https://paper.example/20310512/4.html"
---
`
const body = `
11月3日晚，安徽省安庆市一家船厂的食堂里亮起了灯，四十多名焊工围坐在长桌旁，听**省级劳模**讲解立焊的手法。

船厂工会主席柏青说，明年夜校还要开到下游的两个修船点，让住在船上的工人也能听课。
`
const crawled = `${head}
### 安徽安庆船厂工会办学

# 夜校开到江边

> 本报记者  沈一舟《山海工报》（2031年05月12日第 04 版）
${body}`

describe('the Markdown of a crawler', () => {
  it('gives its article, with what its front matter and its note of print say', () => {
    const done = take(crawled)
    expect(done.problems).toEqual([])
    expect(done.edition?.articles).toHaveLength(1)
    expect(done.edition?.articles[0]).toMatchObject({
      kicker: '安徽安庆船厂工会办学',
      title: '夜校开到江边',
      byline: '本报记者  沈一舟',
      authors: ['沈一舟'],
      provinces: ['安徽'],
      page: '4',
      pageTitle: '要闻',
    })
    const texts = done.edition?.articles[0]?.blocks.map(({ text }) => text) ?? []
    expect(texts[0]).toContain('听省级劳模讲解')
    const issue = done.edition?.files.get('issue.md') ?? ''
    expect(issue).toContain('date: "2031-05-12"')
    expect(issue).toContain('publication: "山海工报"')
    expect(issue).toContain('"1-9 文件头"')
  })

  it('is its own source, proved by the audit', () => {
    const done = take(crawled, `${head}\n# 夜校开到江边\n\n甘肃省平凉市建成18个热水房。\n`)
    expect(done.problems).toEqual([])
    const checked = checkContent(out)
    expect(checked.problems).toEqual([])
  })

  it('takes the title from the front matter where the text has none', () => {
    const done = take(`${head}${body}`)
    expect(done.problems).toEqual([])
    expect(done.edition?.articles[0]?.title).toBe('夜校开到江边')
    const doubts = done.edition?.doubts.map(({ message }) => message) ?? []
    expect(doubts.some(message => message.includes('文件头写作者“沈一舟”'))).toBe(true)
  })

  it('keeps sub-headings below the title, whatever their rank', () => {
    const done = take(`${head}\n# 夜校开到江边\n${body}\n# 灯亮到九点\n\n食堂的灯是工会换的。\n`)
    const blocks = done.edition?.articles.flatMap(one => one.blocks) ?? []
    expect(done.edition?.articles).toHaveLength(1)
    expect(blocks.find(({ kind }) => kind === 'subheading')?.text).toBe('灯亮到九点')
  })

  it('without front matter begins an article at each heading of the highest rank', () => {
    const text = `# 夜校开到江边\n${body}\n### 两本账\n\n- 一本记钱。\n- 一本记课。\n\n## 山城续篇\n\n# 热水房开到街口\n\n甘肃省平凉市建成18个热水房。\n`
    const [first, second, ...more] = take(text).edition?.articles ?? []
    expect(more).toEqual([])
    expect(first?.blocks.map(({ text }) => text).slice(-3)).toEqual(['两本账', '一本记钱。', '一本记课。'])
    expect(second).toMatchObject({ title: '热水房开到街口', kicker: '山城续篇' })
  })

  it('says that text above the title was read as its kicker', () => {
    const done = take('网友推荐的一篇\n\n# 热水房开到街口\n\n甘肃省平凉市建成18个热水房。\n')
    expect(done.edition?.articles[0]?.kicker).toBe('网友推荐的一篇')
    const doubts = done.edition?.doubts.map(({ message }) => message).join('\n') ?? ''
    expect(doubts).toContain('题上的“网友推荐的一篇”按引题读')
  })

  it('says that a subtitle is a guess, and that lines were joined', () => {
    const done = take(
      '# 热水房开到街口\n\n## 早晚都有热水\n\n甘肃省平凉市建成18个热水房，\n环卫工人早晚都能喝上热水。\n',
    )
    expect(done.edition?.articles[0]?.subtitle).toBe('早晚都有热水')
    expect(done.edition?.articles[0]?.blocks).toHaveLength(1)
    const doubts = done.edition?.doubts.map(({ message }) => message).join('\n') ?? ''
    expect(doubts).toContain('按副题读')
    expect(doubts).toContain('由几行接成')
  })

  it('keeps marks that it cannot tell from text', () => {
    const done = take('# 热水房开到街口\n\n甘肃省平凉市建成18个热水房 * 每天有热水，**早晚都能喝。\n')
    expect(done.problems).toEqual([])
    expect(done.edition?.articles[0]?.blocks[0]?.text).toContain('* 每天有热水，**早晚都能喝')
  })

  it('brings along the pictures that lie beside it, and none from elsewhere', async () => {
    mkdirSync(join(out, 'images'), { recursive: true })
    writeFileSync(join(out, 'images', 'a.jpg'), await photo(640, 480))
    const text = `# 热水房开到街口\n\n甘肃省平凉市建成18个热水房。\n\n![](images/a.jpg)\n\n![x](../../etc/a.jpg)\n\n![y](https://a.example/b.jpg)\n\n早晚都能喝上热水。\n`
    const done = take(text)
    expect(done.problems).toEqual([])
    expect(done.edition?.articles[0]?.pictures.map(({ file }) => file)).toEqual(['01.jpg'])
  })

  it('whose front matter is no YAML, or hostile, is read all the same', () => {
    for (const yaml of [
      'title: 他说：“夜校: 好” : x',
      'a: &a [x]\nb: [*a, *a]',
      'title: !!js/function "x"',
      '__proto__: {title: x}',
    ]) {
      const done = take(`---\n${yaml}\n---\n\n# 夜校开到江边\n${body}`)
      expect(done.problems).toEqual([])
      expect(done.edition?.articles[0]?.title).toBe('夜校开到江边')
    }
  })
})
