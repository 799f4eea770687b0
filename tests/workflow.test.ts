// The publishing workflow runs the project's own commands.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('publishes by the project’s own commands', () => {
  const workflow = readFileSync(new URL('../.github/workflows/publish.yml', import.meta.url), 'utf8')
  const scripts: unknown = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ).scripts
  const used = [...workflow.matchAll(/npm run ([\w:]+)/g)].map(match => match[1])
  expect(used).toEqual(['ci', 'build'])
  expect(Object.keys(Object(scripts))).toEqual(expect.arrayContaining(used))
})
