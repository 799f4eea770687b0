// The body: what is printed must survive its own reading, and what would print other than the source is refused.
import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { blocks, bounds, printBody, readBody, renderBody } from '#lib/format/markdown'
import { block } from '../articles'

type Node = DefaultTreeAdapterTypes.ChildNode

const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''

/** The elements of the HTML with their text, as a browser sees them. */
const elements = (html: string) =>
  parseFragment(html).childNodes.flatMap(node =>
    'tagName' in node
      ? [{ tag: node.tagName, id: node.attrs.map(({ value }) => value).join(), text: textOf(node) }]
      : [],
  )

describe('what is printed survives its own reading', () => {
  const body = fc.array(block, { minLength: 1, maxLength: 5 })

  it('blocks(printBody(blocks)) equals blocks', () => {
    fc.assert(
      fc.property(body, given => {
        expect(readBody(printBody(given))).toEqual({ blocks: given, faults: [] })
      }),
      { numRuns: 1000 },
    )
  })

  it('the text of the rendered HTML equals the source, block by block, and nothing else is rendered', () => {
    fc.assert(
      fc.property(body, given => {
        const shown = elements(renderBody(printBody(given)))
        expect(shown.map(({ tag, text }) => [tag, text])).toEqual(
          given.map(({ kind, text }) => [kind === 'paragraph' ? 'p' : 'h2', text]),
        )
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the HTML', () => {
  it('carries ids for quote links and contents', () => {
    const html = renderBody('一。\n\n## 二\n\n三。')
    expect(html).toBe('<p id="p1">一。</p>\n<h2 id="s1">二</h2>\n<p id="p2">三。</p>')
    expect(renderBody('一。', '03-')).toBe('<p id="03-p1">一。</p>')
  })

  it('is sanitised even where readBody was not asked', () => {
    const html = renderBody(
      '甲<img src=x onerror=alert(1)>乙\n\n<script>alert(1)</script>\n\n[丙](javascript:alert)',
    )
    expect(html).not.toMatch(/<(?!\/?(p|h2)\b)|alert\(|javascript/)
  })
})

describe('what would print other than it is written is refused, with its place', () => {
  const refused: readonly (readonly [markdown: string, line: number, column: number, rule: string])[] = [
    ['甲\n\n大模型<AI>乙', 3, 4, 'markdown-html'],
    ['<div>甲</div>', 1, 1, 'markdown-html'],
    ['<!-- 甲 -->', 1, 1, 'markdown-html'],
    ['<https://a.cn>', 1, 1, 'markdown-link'],
    ['山西**“四个联动”**构建', 1, 1, 'markdown-mark'],
    ['甲**乙**', 1, 2, 'markdown-emphasis'],
    ['甲*乙*', 1, 2, 'markdown-emphasis'],
    ['1*2*3', 1, 2, 'markdown-emphasis'],
    ['甲_乙', 1, 1, ''],
    ['_甲_', 1, 1, 'markdown-emphasis'],
    ['甲`乙`', 1, 2, 'markdown-code'],
    ['甲`乙', 1, 1, 'markdown-mark'],
    ['11. 13日', 1, 1, 'markdown-list'],
    ['2024. ', 1, 1, 'markdown-list'],
    ['+ 甲', 1, 1, 'markdown-list'],
    ['- 甲', 1, 1, 'markdown-list'],
    ['    甲', 1, 1, 'markdown-code'],
    ['\t甲', 1, 1, 'markdown-code'],
    ['```\n甲\n```', 1, 1, 'markdown-code'],
    ['甲\n---', 1, 1, 'markdown-heading'],
    ['甲\n===', 1, 1, 'markdown-heading'],
    ['---', 1, 1, 'markdown-rule'],
    ['# 甲', 1, 1, 'markdown-heading'],
    ['### 甲', 1, 1, 'markdown-heading'],
    ['##', 1, 1, 'markdown-heading'],
    ['##  甲 ##', 1, 1, ''],
    ['> 甲', 1, 1, 'markdown-quote'],
    ['[^1]: 甲', 1, 1, 'markdown-link'],
    ['[甲]: http://a.cn', 1, 1, 'markdown-link'],
    ['[甲](http://a.cn)', 1, 1, 'markdown-link'],
    ['![甲](http://a.cn)', 1, 1, 'markdown-link'],
    ['甲&amp;乙', 1, 1, 'markdown-entity'],
    ['甲&#x202e;乙', 1, 1, 'markdown-entity'],
    ['甲\n乙', 1, 1, 'markdown-line'],
    ['甲  \n乙', 1, 2, 'markdown-line'],
    ['　　甲', 1, 1, 'markdown-indent'],
    ['甲'.repeat(bounds.line + 1), 1, 1, 'markdown-long'],
    ['甲\n\n'.repeat(bounds.body / 2), 1, 1, 'markdown-long'],
    ['>'.repeat(5000), 1, 1, 'markdown-crowded'],
    ['*'.repeat(20_000), 1, 1, 'markdown-crowded'],
    [
      Array.from({ length: 500 }, (_, deep) => `${'  '.repeat(deep)}- 甲`).join('\n'),
      32,
      1,
      'markdown-crowded',
    ],
  ]

  it.each(refused.map(([markdown, ...rest]) => [markdown.slice(0, 30), markdown, ...rest] as const))(
    '%j',
    (_name, markdown, line, column, rule) => {
      const faults = readBody(markdown).faults.map(fault => [fault.line, fault.column, fault.rule])
      expect(faults).toEqual(rule ? [[line, column, rule]] : [])
      if (rule) expect(() => blocks(markdown)).toThrow(rule)
    },
  )
})
