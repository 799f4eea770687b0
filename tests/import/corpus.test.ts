// The corpus of oddities: each folder is one thing that newspapers do, its page, and what must be read in it.
// Expected files never rewrite themselves: a change of the importer that changes one is looked at by a person.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { provenImport } from './pages'
import { summarise } from './summary'

const folder = new URL('../corpus/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8')
const oddities = readdirSync(folder).filter(name => existsSync(new URL(`${name}/expected.txt`, folder)))

describe('oddities', () => {
  it('are there', () => {
    expect(oddities.length).toBeGreaterThan(15)
  })

  it.each(oddities)('%s', name => {
    expect(summarise(provenImport(read(`${name}/input.txt`)))).toBe(read(`${name}/expected.txt`))
  })
})
