// The READMEs are true: the commands, rooms, files and decisions that they name are there, and none is left out.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const read = (file: string) => readFileSync(file, 'utf8')
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name)
const root = read('README.md')
const lib = read('lib/README.md')

describe('README.md', () => {
  const scripts = Object.keys(JSON.parse(read('package.json')).scripts)

  it('names every command, and no other', () => {
    const benches = found(found(root, /^\| `npm run bench:NAME` *\| measures: ([^;]*)/gm).join(), /`(\w+)`/g)
    const named = [
      ...found(root, /npm run ([\w:]+)/g).filter(name => name !== 'bench:NAME' && name !== 'bench:'),
      ...found(root, /`npm run lint` `(\w+)`/g),
      ...found(root, /`npm (start|test)`/g),
      ...benches.map(name => `bench:${name}`),
    ]
    expect([...new Set(named)].sort()).toEqual(scripts.sort())
  })

  it('can be read in five minutes, and shows the site', () => {
    expect(root.split('\n').length).toBeLessThanOrEqual(121)
    for (const picture of found(root, /!\[[^\]]*\]\(([^)]*)\)/g))
      expect(existsSync(picture), picture).toBe(true)
  })
})

describe('lib/README.md', () => {
  it('has every room with a file to start at', () => {
    const rooms = [...lib.matchAll(/^\| `(\w+)\/` .*\| `([\w/.-]+)` *\|$/gm)].map(
      ([, room = '', start = '']) => ({ room, start }),
    )
    const folders = readdirSync('lib', { withFileTypes: true }).filter(entry => entry.isDirectory())
    const there = folders
      .map(({ name }) => name)
      .filter(name =>
        readdirSync(join('lib', name), { recursive: true }).some(file => String(file).endsWith('.ts')),
      )
    expect(rooms.map(({ room }) => room).sort()).toEqual(there.sort())
    for (const { room, start } of rooms)
      expect(existsSync(join('lib', room, start)), `${room}/${start}`).toBe(true)
  })
})

describe('decisions', () => {
  const names = readdirSync('lib/decisions')

  it('have a number each', () => {
    for (const name of names) expect(name).toMatch(/^\d{4}-[a-z0-9-]+\.md$/)
    expect(new Set(names.map(name => name.slice(0, 4))).size).toBe(names.length)
  })

  it('are there where the READMEs name them', () => {
    for (const file of ['README.md', 'lib/README.md', 'tests/bench/README.md'])
      for (const name of found(read(file), /lib\/decisions\/(\d{4}-[a-z0-9-]+\.md)/g))
        expect(names).toContain(name)
  })
})
