// The headers: one list of rules, printed and read back, no header twice for any path.
import { describe, expect, it } from 'vitest'
import { headerRules, headersOf, parseHeadersFile, printHeadersFile } from '#lib/build/hosting/headers'
import { cspHash, headerPolicy, mergeHashes, metaPolicy } from '#lib/build/pages/csp'

const hashes = { scripts: [cspHash('a()')], styles: [cspHash('p{}')] }
const tops = ['404.html', 'articles/', 'index.html', 'robots.txt', 'scripts/']

describe('the policy', () => {
  it('names what the issue asks for', () => {
    expect(headerPolicy(hashes)).toBe(
      `default-src 'none'; script-src 'self' ${cspHash('a()')}; style-src ${cspHash('p{}')}; img-src 'self'; font-src 'self'; ` +
        "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; " +
        "require-trusted-types-for 'script'; trusted-types offline; frame-ancestors 'none'",
    )
  })

  it('leaves frame-ancestors out of the meta, where browsers complain of it', () => {
    expect(metaPolicy(hashes)).not.toContain('frame-ancestors')
  })

  it('hashes as browsers do (the example of CSP Level 3, 8.3)', () => {
    expect(cspHash("alert('Hello, world.');")).toBe("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='")
  })

  it('has no unsafe keyword and no wildcard', () => {
    expect(headerPolicy(hashes)).not.toMatch(/unsafe|\*|https?:|data:|blob:/)
  })

  it('merges the hashes of pages in an order that does not depend on theirs', () => {
    const other = { scripts: [cspHash('b()')], styles: [cspHash('p{}')] }
    expect(mergeHashes([hashes, other])).toEqual(mergeHashes([other, hashes]))
    expect(mergeHashes([hashes, other]).scripts).toHaveLength(2)
  })
})

describe.each(['', '/jianbao'])('the rules under “%s”', base => {
  const rules = headerRules(hashes, tops, base)
  const of = (path: string) => new Map(headersOf(`${base}${path}`, rules))

  it('keeps hashed files for ever and asks for all else again', () => {
    const cache = (path: string) => of(path).get('Cache-Control')
    expect(cache('/scripts/main-ABCDEFGH.js')).toContain('immutable')
    const others = ['/', '/articles/x/', '/robots.txt', '/404.html']
    expect(others.map(cache)).toEqual(others.map(() => 'no-cache'))
  })

  it('gives every path the policy and its companions, each once', () => {
    for (const path of ['/', '/articles/x/', '/scripts/x.js', '/nowhere']) {
      const names = headersOf(`${base}${path}`, rules).map(([name]) => name)
      expect(new Set(names).size).toBe(names.length)
      expect(names).toEqual(expect.arrayContaining(['Content-Security-Policy', 'X-Content-Type-Options']))
    }
  })

  it('can be read back from the file', () => {
    expect(parseHeadersFile(printHeadersFile(rules))).toEqual(rules)
  })
})

it('refuses a _headers file of another hand', () => {
  expect(() => parseHeadersFile('/*\n  nonsense')).toThrow(/nonsense/)
})
