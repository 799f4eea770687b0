// The list of issues: how each differs from the published site, and the doubts of all of them in one queue.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { doAct } from '#lib/desk/acts'
import { allDoubts } from '#lib/desk/all-doubts'
import { listIssues } from '#lib/desk/issue-list'
import { inOrder } from '#lib/desk/queue'
import { printArticle } from '#lib/format/article-file'
import { readIssue } from '#lib/format/content-folder'
import { type DeskFolder, deskFolder } from './desk-folder'

let folder: DeskFolder
beforeAll(() => {
  folder = deskFolder()
})
afterAll(() => folder.remove())

const rowOf = (id: string) => listIssues(folder.desk).rows.find(row => row.id === id)

/** The texts of a site that is built of the content as it is. */
function publish(): void {
  const dir = join(folder.desk.folder, 'articles')
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
  for (const article of readIssue(folder.desk.out, 'gh202411').articles)
    writeFileSync(join(dir, `${article.id}.md`), printArticle(article))
}

it('an issue differs from the published site by the articles that are new, other or gone', () => {
  expect(rowOf('gh202411')?.unpublished).toBeUndefined()
  publish()
  const row = rowOf('gh202411')
  expect(row?.unpublished).toBe(0)
  const operations = [
    { do: 'set', item: '03', field: 'topic', value: '民主管理' },
    { do: 'set', item: '02', field: 'status', value: 'draft' },
  ] as const
  const done = doAct(folder.desk, 'gh202411', { do: 'edit', version: row?.version ?? '', operations })
  expect(done?.problems).toEqual([])
  expect(rowOf('gh202411')).toMatchObject({ unpublished: 2, edits: 2 })
  publish()
  rmSync(join(folder.desk.folder, 'articles', 'gh202411-02.md'))
  expect(rowOf('gh202411')?.unpublished).toBe(0)
})

it('the doubts of all issues stand in one queue, the riskiest first, until they are settled', () => {
  const other = join(folder.desk.out, 'gh202410')
  cpSync(folder.dir, other, { recursive: true })
  for (const name of readdirSync(other).filter(one => one.endsWith('.md'))) {
    const text = readFileSync(join(other, name), 'utf8')
    writeFileSync(join(other, name), text.replaceAll('gh202411', 'gh202410').replace('2024-11', '2024-10'))
  }
  let queue = allDoubts(folder.desk)
  while (queue.left > 0) queue = allDoubts(folder.desk)
  const all = inOrder(queue.queues)
  expect(new Set(all.map(({ issue }) => issue)).size).toBe(2)
  expect(all.map(({ risk }) => risk)).toEqual(all.map(({ risk }) => risk).sort((a, b) => b - a))
  expect(all.every(({ routine }) => !routine)).toBe(true)
  const [first, second] = all
  expect([first?.issue, second?.issue]).toEqual(['gh202411', 'gh202411'])
  const version = queue.queues.find(({ issue }) => issue === first?.issue)?.version ?? ''
  const operations = [{ do: 'settle', item: first?.item ?? '', doubt: first?.message ?? '' }] as const
  expect(doAct(folder.desk, 'gh202411', { do: 'edit', version, operations })?.problems).toEqual([])
  const rest = inOrder(allDoubts(folder.desk).queues)
  expect(rest).toHaveLength(all.length - 1)
  expect(rest[0]).toMatchObject({ message: second?.message })
})
