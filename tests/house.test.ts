// The rules of the house: who may import whom, and what may stand at the top level. Broken rules fail here, not in review.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = new URL('..', import.meta.url).pathname
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean)

type Import = { readonly from: string; readonly to: string }

/** The room a file lives in: 'app', 'app/_browser', 'lib', 'lib/import' … */
function room(file: string): string {
  const [top = '', next = ''] = file.split('/')
  if (top === 'lib') return file.split('/').length > 2 ? `lib/${next}` : 'lib'
  if (top === 'app') return next === '_browser' || next === 'proof' ? `app/${next}` : 'app'
  return top
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('#lib/')) return specifier.slice(1)
  return specifier.startsWith('.') ? normalize(join(dirname(from), specifier)) : specifier
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8')
  const found = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"]*?\bfrom\s+['"]([^'"]+)['"]|\bimport\(?\s*['"]([^'"]+)['"]/g,
  )
  return [...found].map(match => ({ from: file, to: resolve(file, match[1] ?? match[2] ?? '') }))
}

const code = tracked.filter(file => /^(app|lib)\/.*\.tsx?$/.test(file))
const imports = code.flatMap(importsOf)
const ours = imports.filter(({ to }) => /^(app|lib|tests)\//.test(to))

/** Which rooms a room may import from, besides itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  'lib/import': ['lib'],
  'lib/audit': ['lib'],
  'lib/press': ['lib', 'lib/search'], // the press lays the index beside the pages
  'lib/search': ['lib'],
  'lib/rebuild': ['lib', 'lib/audit', 'lib/press', 'lib/search'],
  'lib/cli': ['lib', 'lib/import', 'lib/audit', 'lib/press', 'lib/rebuild', 'lib/search'],
  app: ['lib', 'app/_browser'],
  'app/_browser': ['lib', 'lib/search'],
  'app/proof': ['lib', 'lib/audit'], // the proof sheets, while developing only
}

describe('who may import whom', () => {
  it('sees the imports at all', () => {
    expect(ours.length).toBeGreaterThan(5)
  })

  it('lets a room import only from the rooms it may', () => {
    const wrong = ours.filter(({ from, to }) => {
      const [here, there] = [room(from), room(to)]
      return here !== there && !allowed[here]?.includes(there)
    })
    expect(wrong).toEqual([])
  })

  it('keeps the file system to content.ts and what builds keep of it, press/, rebuild/ and cli/', () => {
    const users = imports.filter(({ to }) => /^(node:)?fs(\/|$)/.test(to)).map(({ from }) => from)
    const may = /^lib\/(content\.ts|content-store\.ts|sealed-file\.ts|(press|rebuild|cli)\/)/
    expect(users.filter(file => !may.test(file))).toEqual([])
  })

  it('keeps content, the file system and remark away from the reader’s device', () => {
    const heavy = imports.filter(
      ({ from, to }) =>
        room(from) === 'app/_browser' && /^(lib\/(content|markdown|front-matter)|node:|remark)/.test(to),
    )
    expect(heavy).toEqual([])
  })

  it('keeps gray-matter to front-matter.ts and remark to markdown.ts', () => {
    const users = imports
      .filter(({ to }) => /^(gray-matter|remark)/.test(to))
      .map(({ from, to }) => `${from} ${to}`)
    expect(
      users.filter(use => !/^lib\/(front-matter\.ts gray-matter|markdown\.ts remark)/.test(use)),
    ).toEqual([])
  })

  it('leaves Next’s client runtime out: no client component, no next/link, next/script or next/image', () => {
    const clients = code.filter(file =>
      /^\s*['"]use client['"]/m.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(clients).toEqual([])
    expect(
      imports.filter(
        ({ to }) => /^next\/(link|script|image|navigation)$/.test(to) && to !== 'next/navigation',
      ),
    ).toEqual([])
  })

  it('prints, exits and reads argv only in cli/', () => {
    const loud = code.filter(file =>
      /\bconsole\.|process\.(exit|argv)/.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(loud.filter(file => !file.startsWith('lib/cli/'))).toEqual([])
  })
})

describe('the top level', () => {
  it('holds what the user fixed, a lockfile, a licence and dotfiles', () => {
    const fixed =
      /^(app|content|lib|public|tests|package\.json|tsconfig\.json|next\.config\.ts|README\.md|package-lock\.json|LICENSE|\..*)$/
    const tops = [...new Set(tracked.map(file => file.split('/')[0] ?? ''))]
    expect(tops.filter(top => !fixed.test(top))).toEqual([])
  })
})
