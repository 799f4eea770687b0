// Drafts may be wrong in any way: they are told of, and stop nothing.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { command as check } from '#lib/cli/check'
import { runHere } from '../cli/run-here'

let out = ''
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'drafts-'))
  cpSync('tests/content/gh202411', join(out, 'gh202411'), { recursive: true })
})
afterEach(() => rmSync(out, { recursive: true, force: true }))

function change(name: string, make: (text: string) => string) {
  const file = join(out, 'gh202411', name)
  writeFileSync(file, make(readFileSync(file, 'utf8')))
}

const draft = (text: string) => text.replace('kind:', 'status: "draft"\nkind:')
const run = () => runHere(check, [out])

const spoilt: readonly (readonly [string, (text: string) => string])[] = [
  ['an unknown province', text => text.replace('provinces: ["四川"]', 'provinces: ["四山"]')],
  ['words that the page has not', text => `${text}\n又及，页面上没有的话。\n`],
  ['lines that are not its own', text => text.replace(/lines: .*/, 'lines: ["39-41"]')],
  ['YAML that cannot be read', text => text.replace('title: "', 'title: ')],
  ['no body', text => text.replace(/\n---\n[\s\S]*/, '\n---\n')],
]

describe('a draft with', () => {
  it.each(spoilt)('%s', async (_, spoil) => {
    change('03.md', text => spoil(text))
    expect(checkContent(out).problems).not.toEqual([])
    change('03.md', draft)
    const { problems, drafts, articles } = checkContent(out)
    expect(problems).toEqual([])
    expect(drafts).not.toEqual([])
    expect(articles.filter(({ status }) => status === '')).toHaveLength(7)
    const { status, stdout } = await run()
    expect(status).toBe(0)
    expect(stdout).toContain('草稿不刊发，不影响别的文章')
    expect(stdout).not.toMatch(/^gh202411：8 篇，7,057 字/m)
  })
})

it('a whole issue that is a draft stops nothing, whatever is wrong in it', async () => {
  change('03.md', text => text.replace('kind: "article"', 'kind: "poem"'))
  change('04.md', text => `${text}\n又及。\n`)
  change('issue.md', text => text.replace('issue:', 'status: "draft"\nissue:'))
  const { problems, drafts } = checkContent(out)
  expect(problems).toEqual([])
  expect(drafts.map(({ rule }) => rule)).toContain('kind-unknown')
  expect((await run()).status).toBe(0)
})

describe('the check says of', () => {
  const facts: readonly (readonly [string, string, (text: string) => string, RegExp])[] = [
    ['an unknown status', '03.md', t => t.replace('kind:', 'status: "done"\nkind:'), /应为“draft”（草稿）/],
    ['no reason', '03.md', t => t.replace('kind:', 'status: "withdrawn"\nkind:'), /撤回的应写明 reason/],
    ['a reason alone', '03.md', t => t.replace('kind:', 'reason: "错"\nkind:'), /只有撤回的/],
    ['a page', '03.md', t => t.replace('kind:', 'page: "第三版"\nkind:'), /版次应是“2”或“A3”/],
    ['an order', 'issue.md', t => t.replace('date:', 'order: ["03", "42"]\ndate:'), /这一期没有 42.md/],
    ['a lead', 'issue.md', t => t.replace('date:', 'lead: "3"\ndate:'), /应为两位数的编号/],
  ]
  it.each(facts)('%s', (_, name, spoil, says) => {
    change(name, spoil)
    expect(
      checkContent(out)
        .problems.map(({ message }) => message)
        .join('\n'),
    ).toMatch(says)
  })
})
