// The law of growing: what an incremental build makes is what a clean build makes, byte for byte, whatever was changed before.
// LAW_ISSUES, LAW_STEPS and LAW_SEED make the random part larger: `npm run law` tries it on about a thousand articles.
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { topics } from '#lib/model/topics'
import { randomFrom } from '../bench/bulletin-text'
import { copyProject, type ProjectCopy } from '../project-copy'
import { archiveIn } from './archive'
import { crowded, type FieldArchive, fieldArchive } from './fields'
import { sumsOf } from './folders'

const number = (name: string, otherwise: number) => Number(process.env[name] || otherwise)
const seed = number('LAW_SEED', 8)
const issues = number('LAW_ISSUES', 4)
const steps = number('LAW_STEPS', 1)

let copy: ProjectCopy
const inCopy = (...path: string[]) => join(copy.folder, ...path)

beforeAll(() => {
  copy = copyProject()
  copy.takeCompiled()
})
afterAll(() => copy.remove())

/** What out/ is now, and what it is when all that builds keep of content is gone. */
function madeAndClean() {
  const made = sumsOf(inCopy('out'))
  for (const kept of ['manifest', 'content']) rmSync(inCopy('.cache', kept), { recursive: true, force: true })
  copy.build()
  return { made, clean: sumsOf(inCopy('out')) }
}

/** The files that differ: a list that can be read. */
function differences({ made, clean }: ReturnType<typeof madeAndClean>): readonly string[] {
  const files = new Set([...Object.keys(made), ...Object.keys(clean)])
  return [...files].filter(file => made[file] !== clean[file]).sort()
}

/** Spoils one byte in the middle of a file. */
function spoil(file: string) {
  const bytes = readFileSync(file)
  const middle = bytes.length >> 1
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

/** An article that is published: its file, and its address. */
function anArticle(): { readonly file: string; readonly path: string } {
  const id = readdirSync(inCopy('out/articles')).find(name => !name.includes('.')) ?? ''
  const file = inCopy('content', id.replace(/-\d+$/, ''), `${id.replace(/^.*-/, '')}.md`)
  return { file, path: `/articles/${id}/` }
}

/** Saves a file as it is: the same bytes at another time. */
const saveAgain = (file: string) => writeFileSync(file, readFileSync(file))

describe('an incremental build', () => {
  describe('of an archive with pages, years and parts', () => {
    let archive: FieldArchive

    it('has them', () => {
      archive = fieldArchive(inCopy('content'))
      archive.write()
      copy.build()
      for (const file of ['all/1/index.html', `regions/${crowded.slug}/1/index.html`])
        expect(existsSync(inCopy('out', file)), file).toBe(true)
      expect(readFileSync(inCopy('out/all/index.html'), 'utf8')).toContain('class="years ')
      expect(JSON.parse(readFileSync(inCopy('out/search/manifest.json'), 'utf8')).parts).toHaveLength(1)
    })

    it.each(['changeArticles', 'changeIssues'] as const)('makes what a clean build makes: %s', change => {
      archive[change]()
      archive.write()
      const said = copy.build()
      expect(said).not.toContain('全部重新生成')
      expect(differences(madeAndClean()), said).toEqual([])
    })
  })

  it('makes what a clean build makes, after any changes, and with what was kept spoilt', () => {
    const random = randomFrom(seed)
    const archive = archiveIn(inCopy('content'), issues, 12, seed)
    archive.write()
    copy.build()
    for (let step = 1; step <= steps; step++) {
      const done = Array.from({ length: 1 + Math.floor(random() * 4) }, archive.change)
      archive.write()
      if (step === steps) {
        const text = readdirSync(inCopy('.cache/content/texts'))[0] ?? ''
        spoil(inCopy('.cache/content/texts', text))
        const article = readdirSync(inCopy('out/articles')).find(name => !name.includes('.')) ?? ''
        spoil(inCopy('out/articles', article, 'index.html'))
      }
      const said = copy.build()
      expect(differences(madeAndClean()), `seed ${seed}, step ${step}: ${done.join(', ')}\n${said}`).toEqual(
        [],
      )
    }
  })

  it('makes nothing where nothing has changed, and says why it makes everything', () => {
    expect(copy.build()).toContain('与上次相同，没有改动')
    const before = sumsOf(inCopy('out'))
    appendFileSync(inCopy('.cache/manifest'), ' ')
    saveAgain(anArticle().file) // a build reads its manifest only where a file is not the one that it knows
    expect(copy.build()).toContain('全部重新生成：没有上次的记录')
    expect(sumsOf(inCopy('out'))).toEqual(before)
    const frame = inCopy('app/_components/frame.tsx')
    writeFileSync(frame, readFileSync(frame, 'utf8').replace('跳到正文', '到正文去'))
    expect(copy.build()).toContain('全部重新生成：代码或设置变了：app/_components/frame.tsx\n')
    expect(readFileSync(inCopy('out/index.html'), 'utf8')).toContain('到正文去')
  })

  it('says of a page what has changed', () => {
    const { file, path } = anArticle()
    expect(copy.build({}, '--why', path)).toContain(`${path} 没有变，沿用上次的`)
    const before = readFileSync(file, 'utf8')
    const [own = ''] = /^topic: .*$/m.exec(before) ?? []
    const other = topics.find(({ name }) => !own.includes(name))?.name
    const after = before.replace(own, `topic: "${other}"`)
    writeFileSync(file, after.replace(/^(?:authors|photographers): \[/m, '$&"新来的", '))
    const said = copy.build({}, '--why', path)
    expect(said).toContain(`${path} 重新生成：`)
    expect(said).toMatch(/内容变了：article\.(?:authors|photographers)\.0：.* → "新来的"/)
    // Its part of the search index is not made anew: the articles that stand under its grams are changed.
    expect(said).toMatch(/搜索 .*其中新做 0 块，改动 2 块/)
    expect(differences(madeAndClean()), said).toEqual([])
  })
})
