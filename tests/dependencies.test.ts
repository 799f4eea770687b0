// Known holes in what we install: asked of the registry, and said so where it does not answer.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openServer } from './open-server'

type Report = { readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string }>> }

/** Packages with a known hole of high severity; undefined when the registry has no answer. */
async function holes(...options: readonly string[]): Promise<readonly string[] | undefined> {
  // npm ends with an error for holes as well: what it prints decides.
  const printed = await new Promise<string>(done =>
    execFile('npm', ['audit', '--json', '--fetch-retries=1', ...options], { maxBuffer: 1e8 }, (_, stdout) =>
      done(stdout),
    ),
  )
  try {
    const { vulnerabilities }: Report = JSON.parse(printed)
    const bad = Object.entries(vulnerabilities ?? {}).filter(([, { severity }]) =>
      ['high', 'critical'].includes(severity),
    )
    return vulnerabilities && bad.map(([name, { severity }]) => `${name} (${severity})`)
  } catch {
    return undefined
  }
}

/** What holes() says of a registry that answers like this. */
async function holesBy(status: number, advisories: unknown): Promise<readonly string[] | undefined> {
  const answering = createServer((request, response) => {
    const asked = request.url?.endsWith('/security/advisories/bulk')
    request.resume()
    response
      .writeHead(asked ? status : 404, { 'Content-Type': 'application/json' })
      .end(JSON.stringify(asked ? advisories : {}))
  })
  const registry = await openServer(answering)
  // npm keeps what it was told of a hole.
  const cache = mkdtempSync(join(tmpdir(), 'npm-'))
  const found = await holes(`--registry=${registry.origin}/`, `--cache=${cache}`, '--fetch-retries=0')
  rmSync(cache, { recursive: true, force: true })
  await registry.close()
  return found
}

it('installs nothing with a known hole of high severity', async context => {
  const found = await holes()
  if (!found) {
    console.warn('SKIPPED: npm audit: the registry does not answer')
    context.skip('the registry does not answer npm audit')
  }
  expect(found).toEqual([])
})

it('would see a hole, and tells no holes from no answer', async () => {
  const advisory = { id: 1, url: 'https://advisory.example/1', title: 'a hole', vulnerable_versions: '*' }
  expect(await holesBy(200, { parse5: [{ ...advisory, severity: 'high' }] })).toContain('parse5 (high)')
  expect(await holesBy(200, { parse5: [{ ...advisory, severity: 'low' }] })).toEqual([])
  expect(await holesBy(200, {})).toEqual([])
  expect(await holesBy(405, {})).toBeUndefined()
})
