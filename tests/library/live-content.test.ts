// Content while it is being edited: one bad file takes nothing down, its page and the lists say what is wrong with it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readContent } from '#lib/format/content-folder'
import { contentSource, libraryOf } from '#lib/library/library'
import { liveContent } from '#lib/library/live-content'

let out = ''
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'live-'))
  cpSync('tests/content/gh202411', join(out, 'gh202411'), { recursive: true })
})
afterEach(() => rmSync(out, { recursive: true, force: true }))

const fileOf = (name: string) => join(out, 'gh202411', name)
const change = (name: string, make: (text: string) => string) =>
  writeFileSync(fileOf(name), make(readFileSync(fileOf(name), 'utf8')))
const shown = () => {
  const library = libraryOf(contentSource(liveContent(out)))
  return library.articles.map(library.read)
}
const titled = (id: string) => shown().find(article => article.id === id)

it('is what a build reads where nothing is wrong, and the same object until a file changes', () => {
  const { articles, issues } = readContent(out)
  expect(liveContent(out)).toEqual({ articles, issues })
  expect(liveContent(out)).toBe(liveContent(out))
  change('03.md', text => text.replace('topic:', 'column: "栏目"\ntopic:'))
  expect(liveContent(out)).not.toEqual({ articles, issues })
})

describe('a file with', () => {
  const faults: readonly (readonly [string, string, string, (text: string) => string, RegExp])[] = [
    ['an unknown province', '03.md', '03', t => t.replace('["四川"]', '["四山"]'), /是不是“四川”/],
    ['YAML that cannot be read', '03.md', '03', t => t.replace('title: "', 'title: '), /第 \d+ 行/],
    ['words of its own', '04.md', '04', t => `${t}\n又及，另有消息。\n`, /在源文件里没有/],
    ['a word less', '04.md', '04', t => t.replace('职工', ''), /里没有.*应补上/],
    ['a wrong date', 'issue.md', '00', t => t.replace('"2024-11"', '"2024年11月"'), /是不是“2024-11”/],
    ['an order of nothing', 'issue.md', '00', t => t.replace('date:', 'order: ["42"]\ndate:'), /没有 42.md/],
  ]
  it.each(faults)('%s', (_, name, number, spoil, says) => {
    const before = shown()
    change(name, spoil)
    const bad = titled(`gh202411-${number}`)
    expect(bad?.title).toMatch(/^有问题：/)
    expect(bad?.blocks.map(({ text }) => text).join('\n')).toMatch(says)
    for (const article of before.filter(({ id }) => id !== bad?.id))
      expect(titled(article.id)).toEqual(article)
  })
})

it('shows drafts as drafts, and what is wrong with them', () => {
  change('05.md', text => text.replace('kind:', 'status: "draft"\nkind:'))
  expect(titled('gh202411-05')?.title).toBe('草稿：千年匠心 守护盐田')
  change('05.md', text => `${text}\n还没写完。\n`)
  expect(titled('gh202411-05')?.title).toBe('有问题：草稿：千年匠心 守护盐田')
  change('05.md', text => text.replace('topic: "', 'topic: "没有的'))
  expect(titled('gh202411-05')?.title).toMatch(/^有问题：.*05\.md$/)
})

it('tells of files that do not belong there', () => {
  writeFileSync(join(out, 'notes.txt'), '备忘')
  expect(titled('content-00')?.blocks[0]?.text).toMatch(/notes\.txt 第 1 行：这里只放各期的文件夹/)
  expect(shown()).toHaveLength(9)
})
