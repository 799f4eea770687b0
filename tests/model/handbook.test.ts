// The editors' handbook names all that an editor can write and run.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { operationKinds, roles } from '#lib/format/operation'
import { frontMatterKeys } from '#lib/model/article-fields'

const handbook = readFileSync(new URL('../../lib/handbook/README.md', import.meta.url), 'utf8')
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

/** Of these, those of which the handbook has no such passage. */
const missing = (names: readonly string[], passage: (name: string) => RegExp) =>
  names.filter(name => !passage(name).test(handbook))

describe('the handbook', () => {
  it('has an example of every key', () =>
    expect(missing(frontMatterKeys, key => new RegExp(`${key}: ?["[]|^${key}:$`, 'm'))).toEqual([]))
  it('has an example of every operation', () =>
    expect(missing(operationKinds, kind => new RegExp(`edit -- gh202411 ${kind} `))).toEqual([]))
  it('names every role', () => expect(missing(roles, role => new RegExp(`\`${role}\``))).toEqual([]))
  it('names the commands of editors', () => {
    const commands = ['site', 'dev', 'import', 'desk', 'edit', 'check', 'build', 'upload']
    expect(missing(commands, name => new RegExp(`npm run ${name}\\b`))).toEqual([])
  })
  it('has light pictures, each of which is there, and no other', () => {
    const folder = new URL('../../lib/handbook/', import.meta.url)
    const named = [...handbook.matchAll(/\]\((\w+\.webp)\)/g)].map(([, name = '']) => name)
    expect(named.length).toBeGreaterThan(6)
    expect(readdirSync(folder).filter(name => name.endsWith('.webp'))).toEqual([...named].sort())
    for (const name of named) expect(statSync(new URL(name, folder)).size, name).toBeLessThan(90_000)
  })
  it('is where README leads editors', () => expect(readme).toContain('(lib/handbook/README.md)'))
})
