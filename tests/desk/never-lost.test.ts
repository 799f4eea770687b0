// Nothing is lost at the desk: killed between any two changes of the disk, on a full or read-only one, with somebody else writing meanwhile.
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { doAct } from '#lib/desk/acts'
import { type Desk, openDesk } from '#lib/desk/desk'
import { viewIssue } from '#lib/desk/issue-view'
import { correctOperation, partQuote, roleOperation, splitOperation } from '#lib/desk/operations'
import { recoverFolder } from '#lib/desk/publish-folder'
import type { IssueView } from '#lib/desk/wire'
import type { Operation } from '#lib/format/operation'
import { recover } from '#lib/issues/issue-folder'
import { type DeskFolder, deskFolder } from './desk-folder'
import { onDisk } from './faulty-disk'
import { smallSite } from './small-site'

const issue = 'gh202411'
let folder: DeskFolder
beforeEach(() => {
  folder = deskFolder(smallSite)
})
afterEach(() => folder.remove())

const viewOf = (desk: Desk): IssueView => {
  const view = viewIssue(desk, issue)
  if (!view) throw new Error('no issue')
  return view
}
const edit = (desk: Desk, { version }: IssueView, ...operations: readonly Operation[]) =>
  doAct(desk, issue, { do: 'edit', version, operations })

/** Changes two files, makes a third. */
function split({ items }: IssueView): Operation {
  const [item] = items
  const last = item?.parts.at(-1)
  if (!item || !last) throw new Error('no item')
  return splitOperation(item, partQuote(last))
}

/** What is in the content folder beside the issue. */
const beside = () => readdirSync(folder.desk.out).filter(name => name !== issue)

describe('an act that is killed between any two changes of the disk', () => {
  it('is done or not done, and what was done before can be undone', async () => {
    const { desk } = folder
    const first = viewOf(desk)
    const before = folder.files()
    const done = edit(desk, first, split(first))
    const after = folder.files()
    expect(done?.problems).toEqual([])
    expect(after.size).toBe(before.size + 2)
    if (done) doAct(desk, issue, { do: 'undo', version: done.view.version })
    expect(folder.files()).toEqual(before)
    const seen = { before: 0, after: 0 }
    for (let at = 0, over = false; !over; at += 1) {
      const view = viewOf(desk)
      const { killed } = await onDisk({ kind: 'killed', at }, () => edit(desk, view, split(view)))
      over = !killed
      // The desk is started again: nothing of what it knew of the folder is there, only how the page is read.
      recover(desk.out)
      const again = { ...openDesk(desk.out, desk.cache), reader: desk.reader }
      const files = folder.files()
      const isDone = files.size === after.size
      seen[isDone ? 'after' : 'before'] += 1
      expect(files).toEqual(isDone ? after : before)
      expect(beside()).toEqual([])
      const now = viewOf(again)
      expect(now.problems).toEqual([])
      if (isDone) doAct(again, issue, { do: 'undo', version: now.version })
      expect(folder.files()).toEqual(before)
    }
    expect(seen.before).toBeGreaterThan(5)
    expect(seen.after).toBeGreaterThan(1)
  })
})

describe('a disk that does not take it', () => {
  it.each([
    ['ENOSPC', '磁盘已满'],
    ['EDQUOT', '配额'],
    ['EACCES', '没有权限'],
    ['EROFS', '只读'],
  ])('%s: is said, and no file is other', async (code, says) => {
    const { desk } = folder
    const before = folder.files()
    for (const at of [0, 1, 4, 10]) {
      const view = viewOf(desk)
      const { result } = await onDisk({ kind: 'refused', at, code }, () => edit(desk, view, split(view)))
      expect(result?.problems[0]?.message).toContain(says)
      expect(result?.view.items).toEqual(view.items)
      expect(folder.files()).toEqual(before)
      expect(beside()).toEqual([])
    }
  })
})

describe('somebody else who writes meanwhile', () => {
  const path = () => join(folder.dir, '05.md')
  const other = () => readFileSync(path(), 'utf8').replace('cities: ["泉州"]', 'cities: ["晋江"]')
  const ways: readonly (readonly [string, () => void])[] = [
    ['in place', () => writeFileSync(path(), other())],
    [
      'by another file in its place',
      () => {
        writeFileSync(`${path()}~`, other())
        renameSync(`${path()}~`, path())
      },
    ],
  ]

  it.each(ways)('%s, at any moment before the folder is put in place: both are kept', async (_, does) => {
    const { desk } = folder
    const original = readFileSync(path(), 'utf8')
    const before = folder.files()
    for (const at of [0, 1, 6, 12]) {
      const view = viewOf(desk)
      const { result } = await onDisk({ kind: 'between', at, does }, () => edit(desk, view, split(view)))
      expect(result?.problems[0]?.rule).toBe('edit-changed')
      expect(readFileSync(path(), 'utf8')).toContain('晋江')
      writeFileSync(path(), original)
      expect(folder.files()).toEqual(before)
      expect(beside()).toEqual([])
    }
  })
})

describe('two desks over one folder', () => {
  it('the second is told, is shown what there is now, and does it again', () => {
    const second = openDesk(folder.desk.out, `${folder.desk.cache}-2`)
    const [one, two] = [viewOf(folder.desk), viewOf(second)]
    const [item, , third] = two.items
    const words = [...(item?.parts[2]?.segments[0]?.text ?? '')].slice(0, 6).join('')
    if (!item || !third?.parts[0]) throw new Error('no item')
    expect(edit(folder.desk, one, correctOperation(item, words, `${words}了`, '漏字'))?.problems).toEqual([])
    const role = roleOperation({ item: third, part: third.parts[0] }, 'column')
    const late = edit(second, two, role)
    expect(late?.problems[0]?.rule).toBe('edit-changed')
    expect(late?.view.items[0]?.corrections).toHaveLength(1)
    if (!late) return
    const again = edit(second, late.view, role)
    expect(again?.problems).toEqual([])
    expect(again?.view.items[0]?.corrections).toHaveLength(1)
    expect(again?.view.items[2]?.parts[0]?.role).toBe('column')
  })
})

describe('a publication that is killed between any two changes of the disk', () => {
  const page = (name: string) => {
    try {
      return readFileSync(join(folder.published, name), 'utf8')
    } catch {
      return ''
    }
  }
  /** Builds and publishes; with a kill, what stands there then. */
  async function publish(at = Number.POSITIVE_INFINITY): Promise<boolean> {
    folder.site.ask({ do: 'build' })
    await folder.site.idle()
    const { build } = folder.site.state()
    const { killed } = await onDisk({ kind: 'killed', at }, async () => {
      folder.site.ask({ do: 'publish', way: 'folder', build, issue })
      await folder.site.idle()
    })
    return killed
  }

  it('leaves the old site or the new one, whole', async () => {
    await publish()
    const old = page('articles/gh202411-07/index.html')
    const path = join(folder.dir, '07.md')
    writeFileSync(path, readFileSync(path, 'utf8').replace('促进行行业', '促进行业'))
    const outcomes = new Set<string>()
    for (let at = 0, over = false; !over; at += 1) {
      over = !(await publish(at))
      recoverFolder(folder.published)
      const now = page('articles/gh202411-07/index.html')
      outcomes.add(now === old ? 'old' : now.includes('促进行业') ? 'new' : 'neither')
      expect(page('index.html')).not.toBe('')
      expect(readdirSync(join(folder.published, 'articles'))).toHaveLength(8)
      expect(readdirSync(join(folder.published, '..')).filter(name => name.startsWith('.'))).toEqual([])
    }
    expect([...outcomes]).toEqual(['old', 'new'])
  })
})
