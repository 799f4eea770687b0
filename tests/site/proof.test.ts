// The proof sheets are for editors at work: nothing of them is in out/.
import { existsSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'

it('leaves the proof sheets out', () => {
  expect(existsSync('out/index.html')).toBe(true)
  expect(readdirSync('out').filter(name => name.startsWith('proof'))).toEqual([])
})
