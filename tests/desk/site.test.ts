// The site of the desk: built, compared, published whole or not at all; never over what is no site, never a build that nobody has seen.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { branchOf, commitIssue } from '#lib/desk/publish-git'
import { pageTexts, textDifferences } from '#lib/desk/site-changes'
import type { SiteWish, Way } from '#lib/desk/wire'
import { type DeskFolder, deskFolder } from './desk-folder'
import { smallSite } from './small-site'

let folder: DeskFolder
beforeEach(() => {
  folder = deskFolder(smallSite)
})
afterEach(() => folder.remove())

/** Asks for something and waits until it is done; says how it ended. */
async function does(wish: SiteWish): Promise<string> {
  const refused = folder.site.ask(wish)
  await folder.site.idle()
  return refused || (folder.site.state().said?.text ?? '')
}
const publish = (way: Way = 'folder') =>
  does({ do: 'publish', way, build: folder.site.state().build, issue: 'gh202411' })

/** A text in place of another one in an article. */
function rewrite(name: string, text: string, by: string): void {
  const path = join(folder.dir, name)
  writeFileSync(path, readFileSync(path, 'utf8').replace(text, by))
}
const published = (path: string) => readFileSync(join(folder.published, path), 'utf8')
const left = () => readdirSync(join(folder.published, '..')).filter(name => name.startsWith('.published'))

describe('the site that is looked at', () => {
  it('is built, told apart from what is published, and out of date as soon as the content is other', async () => {
    expect(folder.site.state()).toMatchObject({ build: '', fresh: false, under: '' })
    expect(await folder.site.changes('folder')).toBeUndefined()
    await does({ do: 'build' })
    expect(folder.site.state()).toMatchObject({ build: '1', fresh: true, under: '' })
    expect((await folder.site.changes('folder'))?.pages).toHaveLength(10)
    expect(await publish()).toContain('已发布到文件夹')
    expect(await folder.site.changes('folder')).toMatchObject({ pages: [], files: 0, same: 10 })
    rewrite('07.md', '促进行行业', '促进行业')
    expect(folder.site.state().fresh).toBe(false)
    expect(await publish()).toContain('先看过会变的页面')
    await does({ do: 'build' })
    const changes = await folder.site.changes('folder')
    expect(changes).toMatchObject({ build: '2', same: 9, files: 0 })
    expect(changes?.pages).toMatchObject([
      { path: 'articles/gh202411-07/', state: 'changed', title: '07.md' },
    ])
    expect(changes?.pages[0]?.places[0]?.was).toContain('促进行行业')
    expect(changes?.pages[0]?.places[0]?.is).not.toContain('促进行行业')
  })

  it('stays as it was seen where a build fails, and what is published stays too', async () => {
    await does({ do: 'build' })
    await publish()
    rewrite('07.md', '促进行行业', '构建失败')
    expect(await does({ do: 'build' })).toBe('没有建成')
    expect(folder.site.state()).toMatchObject({ build: '1', fresh: false })
    expect(await publish()).toContain('先看过')
    expect(published('articles/gh202411-07/index.html')).toContain('促进行行业')
  })

  it('is one thing at a time', async () => {
    expect(folder.site.ask({ do: 'build' })).toBe('')
    expect(folder.site.ask({ do: 'build' })).toBe('')
    expect(folder.site.ask({ do: 'publish', way: 'folder', build: '1', issue: 'gh202411' })).toContain(
      '等它做完',
    )
    await folder.site.idle()
    expect(folder.site.state().build).toBe('1')
  })
})

describe('publishing into a folder', () => {
  it('takes away what is gone, whole files and all', async () => {
    await does({ do: 'build' })
    await publish()
    rmSync(join(folder.dir, '08.md'))
    await does({ do: 'build' })
    expect((await folder.site.changes('folder'))?.pages).toContainEqual({
      ...{ path: 'articles/gh202411-08/', state: 'gone', title: '08.md', places: [] },
    })
    await publish()
    expect(existsSync(join(folder.published, 'articles/gh202411-08'))).toBe(false)
    expect(left()).toEqual([])
  })

  it('refuses a folder with anything else in it, and touches nothing there', async () => {
    mkdirSync(folder.published)
    writeFileSync(join(folder.published, '论文.docx'), 'mine')
    await does({ do: 'build' })
    expect(await publish()).toMatch(/没有发布：.*论文\.docx/)
    expect(readdirSync(folder.published)).toEqual(['论文.docx'])
    rmSync(join(folder.published, '论文.docx'))
    expect(await publish()).toContain('已发布')
    writeFileSync(join(folder.published, 'CNAME'), 'news.example')
    expect(await publish()).toMatch(/没有发布：.*CNAME/)
    expect(published('CNAME')).toBe('news.example')
  })

  it('says so where there is no folder but a file, which stays', async () => {
    await does({ do: 'build' })
    writeFileSync(folder.published, 'mine')
    expect(await publish()).toMatch(/^没有发布：/)
    expect(readFileSync(folder.published, 'utf8')).toBe('mine')
    expect(left()).toEqual([])
  })
})

describe('a commit of an issue', () => {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', folder.desk.out, ...args], { encoding: 'utf8' })

  it('has its files alone, says what was done, and leaves alone what else is prepared', () => {
    expect(branchOf(folder.desk.out)).toBeUndefined()
    git('init', '--quiet', '--initial-branch', 'main')
    git('config', 'user.email', 'editor@example.com')
    git('config', 'user.name', '编辑')
    expect(branchOf(folder.desk.out)).toBe('main')
    writeFileSync(join(folder.desk.out, 'other.txt'), 'prepared')
    git('add', 'other.txt')
    expect(commitIssue(folder.desk.out, 'gh202411')).toMatch(/^已提交 \w+：gh202411：新一期，01、02/)
    expect(git('show', '--name-only', '--format=')).not.toContain('other.txt')
    expect(git('status', '--porcelain')).toBe('A  other.txt\n')
    expect(commitIssue(folder.desk.out, 'gh202411')).toContain('没有要提交的改动')
    rewrite('07.md', '促进行行业', '促进行业')
    expect(commitIssue(folder.desk.out, 'gh202411')).toMatch(/：gh202411：07 篇$/)
  })

  it('that Git refuses leaves nothing prepared, in the words of Git', () => {
    git('init', '--quiet', '--initial-branch', 'main')
    git('config', 'user.email', 'editor@example.com')
    git('config', 'user.name', '编辑')
    commitIssue(folder.desk.out, 'gh202411')
    const hook = join(folder.desk.out, '.git/hooks/pre-commit')
    writeFileSync(hook, '#!/bin/sh\necho not today >&2\nexit 1\n', { mode: 0o755 })
    rewrite('07.md', '促进行行业', '促进行业')
    expect(() => commitIssue(folder.desk.out, 'gh202411')).toThrow(/Git 说：not today/)
    expect(git('status', '--porcelain')).toBe(' M gh202411/07.md\n')
  })
})

describe('what differs between two pages', () => {
  it('is what readers read, cut down to the place', () => {
    const page = (text: string) =>
      `<body><h1>题</h1><p>甲<b>乙</b> &amp; ${text}</p><script>x</script></body>`
    expect(pageTexts(page('丙'))).toEqual(['题', '甲乙 & 丙'])
    const [was, is] = [pageTexts(page('促进行行业发展')), pageTexts(page('促进行业发展'))]
    expect(textDifferences(was, is)).toEqual([{ was: '甲乙 & 促进行行业发展', is: '甲乙 & 促进行业发展' }])
    expect(textDifferences(['甲', '甲'], ['甲'])).toEqual([{ was: '甲', is: '' }])
    expect(textDifferences(['同'], ['同'])).toEqual([])
  })
})
