// The editors' handbook names all that an editor can write and run.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { operationKinds, roles } from '#lib/format/operation'
import { frontMatterKeys } from '#lib/model/article-fields'

const handbook = readFileSync(new URL('../../lib/handbook/README.md', import.meta.url), 'utf8')
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

describe('the handbook', () => {
  it.each(frontMatterKeys)('has an example of %s', key =>
    expect(handbook).toMatch(new RegExp(`${key}: ?["[]|^${key}:$`, 'm')),
  )
  it.each(operationKinds)('has an example of %s', kind =>
    expect(handbook).toMatch(new RegExp(`edit -- gh202411 ${kind} `)),
  )
  it.each(roles)('names the role %s', role => expect(handbook).toContain(`\`${role}\``))
  it.each(['site', 'dev', 'import', 'desk', 'edit', 'check', 'build', 'upload'])('names npm run %s', name =>
    expect(handbook).toMatch(new RegExp(`npm run ${name}\\b`)),
  )
  it('has light pictures, each of which is there, and no other', () => {
    const folder = new URL('../../lib/handbook/', import.meta.url)
    const named = [...handbook.matchAll(/\]\((\w+\.webp)\)/g)].map(([, name = '']) => name)
    expect(named.length).toBeGreaterThan(6)
    expect(readdirSync(folder).filter(name => name.endsWith('.webp'))).toEqual([...named].sort())
    for (const name of named) expect(statSync(new URL(name, folder)).size, name).toBeLessThan(90_000)
  })
  it('is where README leads editors', () => expect(readme).toContain('(lib/handbook/README.md)'))
})
