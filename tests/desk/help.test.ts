// Every rule by which an act at the desk can be refused has a line that says what to do; some have operations that do it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { help, helpFor, mending } from '#lib/desk/browser/help'
import { viewIssue } from '#lib/desk/issue-view'
import { deskFolder } from './desk-folder'

const codeOf = (folder: string) =>
  readdirSync(folder)
    .filter(name => name.endsWith('.ts'))
    .map(name => readFileSync(join(folder, name), 'utf8'))
    .join('\n')

const found = (code: string, pattern: RegExp) => [...code.matchAll(pattern)].map(([, rule = '']) => rule)

it('every rule of an edit, of writing and of the system has its help', () => {
  const edits = found(codeOf('lib/edits'), /\bfault\(\s*'([a-z-]+)'/g).map(rule => `edit-${rule}`)
  const issues = found(
    ['edit-issue', 'editable', 'write-item']
      .map(name => readFileSync(`lib/issues/${name}.ts`, 'utf8'))
      .join('\n'),
    /\b(?:refused|stop)\([^']*'([a-z]+-[a-z-]+)'/g,
  )
  const system = found(readFileSync('lib/issues/system-problem.ts', 'utf8'), /\['([a-z-]+)'/g)
  const rules = new Set([...edits, ...issues, ...system])
  expect(rules.size).toBeGreaterThan(25)
  expect([...rules].filter(rule => help[rule] === undefined)).toEqual([])
  for (const says of Object.values(help)) expect(says).toMatch(/[。]$/)
  expect(helpFor('title-missing')).toContain('照这句话')
})

it('breaks at the start of the line where words in its middle were meant', () => {
  const folder = deskFolder()
  const view = viewIssue(folder.desk, 'gh202411')
  folder.remove()
  expect(view?.problems).toEqual([])
  const segment = view?.items.flatMap(({ parts }) => parts.filter(({ segments }) => segments.length > 1))[0]
    ?.segments[1]
  const item = view?.items.find(({ parts }) =>
    parts.some(part => part.segments.includes(segment ?? (part.segments[0] as never))),
  )
  expect(segment).toBeDefined()
  const before = segment?.text.slice(6, 16) ?? ''
  const mend = view && mending('edit-inside-line', [{ do: 'break', item: item?.name ?? '', before }], view)
  expect(mend?.operations).toEqual([{ do: 'break', item: item?.name, before: segment?.quote }])
  expect(
    view &&
      mending('edit-city', [{ do: 'set', item: '01', field: 'cities', value: '延按' }], view)?.operations,
  ).toEqual([{ do: 'set', item: '01', field: 'cities', value: '' }])
})
