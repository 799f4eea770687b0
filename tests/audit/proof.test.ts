// The proof sheet of the real page: every line has its item, every join and move is marked on both sides.
import { describe, expect, it } from 'vitest'
import { checkIssue } from '#lib/audit/check'
import { proofOf } from '#lib/audit/proof'
import { readIssue, readSource } from '#lib/format/content-folder'
import { readBody } from '#lib/format/markdown'

const read = readIssue('tests/content', 'gh202411')
const source = readSource('tests/content', 'gh202411')
if (!source || Array.isArray(source)) throw new Error('the real page is in content')
const file = read.issueFiles.get('gh202411')
if (!file) throw new Error('the real page has an issue.md')
const items = checkIssue('tests/content', file, read.articles).issue?.items ?? []
const doubts = readBody(file.doubts).blocks
const proof = proofOf(items, source.text, doubts)

const inked = proof.lines.filter(({ text }) => text.trim() !== '')

describe('a proof sheet', () => {
  it('gives every line with text to one item and to what was printed of it', () => {
    expect(inked.length).toBeGreaterThan(60)
    for (const { item, anchors } of inked) {
      expect(item).toBeGreaterThan(0)
      expect(anchors.length).toBeGreaterThan(0)
    }
  })

  it('shows the text of every printed, whole', () => {
    for (const { article, texts } of proof.items) {
      const shown = texts.map(({ parts }) => parts.map(({ text }) => text).join(''))
      for (const { text } of article.blocks) expect(shown).toContain(text)
      expect(shown).toContain(article.title)
    }
  })

  it('marks the eight joins of the page on both sides, the one against the order of the page as a move', () => {
    const joins = proof.items.flatMap(({ texts }) =>
      texts.flatMap(({ parts }) => parts.flatMap(part => part.join ?? [])),
    )
    expect(joins.map(({ from, to, moved }) => `${from}→${to}${moved ? ' moved' : ''}`)).toEqual([
      ...['11→13', '17→19', '23→25', '87→89', '93→95', '135→109 moved', '113→115', '117→119'],
    ])
    const marked = proof.lines.filter(line => line.joins.length > 0).map(({ number }) => number)
    expect(marked).toEqual([...new Set(joins.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b))
  })

  it('links every doubt to its lines, and the lines back', () => {
    const all = proof.items.flatMap(item => item.doubts)
    expect(all.length).toBeGreaterThan(8)
    for (const { anchor, lines } of all) {
      const line = proof.lines.find(({ number }) => number === lines[0]?.from)
      expect(line?.doubts).toContain(anchor)
    }
  })
})
