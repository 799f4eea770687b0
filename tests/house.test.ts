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

type Import = { readonly from: string; readonly to: string; readonly typesOnly: boolean }

/** The room a file lives in: 'app', 'app/_browser', 'lib', 'lib/import' … */
function room(file: string): string {
  const [top = '', next = ''] = file.split('/')
  if (top === 'lib') return file.split('/').length > 2 ? `lib/${next}` : 'lib'
  if (top === 'app') return ['_browser', 'dev-files'].includes(next) ? `app/${next}` : 'app'
  return top
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('#lib/')) return specifier.slice(1)
  return specifier.startsWith('.') ? normalize(join(dirname(from), specifier)) : specifier
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8')
  const found = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\b([^'"]*?)\bfrom\s+['"]([^'"]+)['"]|\bimport\(?\s*['"]([^'"]+)['"]/g,
  )
  return [...found].map(([, names, from, alone]) => ({
    from: file,
    to: resolve(file, from ?? alone ?? ''),
    typesOnly: /^ type\b/.test(names ?? ''),
  }))
}

const code = tracked.filter(file => /^(app|lib)\/.*\.tsx?$/.test(file))
const imports = code.flatMap(importsOf)
const ours = imports.filter(({ to }) => /^(app|lib|tests)\//.test(to))

/** Which rooms a room may import from, besides itself: downward only. cli and what app/ has for developing only stand on top. */
const text = ['lib/format', 'lib/text', 'lib/device', 'lib/model'] as const
const allowed: Readonly<Record<string, readonly string[]>> = {
  'lib/model': [],
  'lib/format': ['lib/model'],
  'lib/text': ['lib/model'],
  'lib/device': ['lib/model'],
  'lib/import': ['lib/format', 'lib/text', 'lib/model'],
  'lib/edits': ['lib/import', 'lib/audit', 'lib/format', 'lib/text', 'lib/model'],
  'lib/audit': ['lib/format', 'lib/text', 'lib/model'],
  'lib/library': ['lib/audit', ...text],
  'lib/search': ['lib/library', ...text],
  'lib/publish': ['lib/library', ...text],
  'lib/build': ['lib/publish', 'lib/search', 'lib/library', 'lib/audit', ...text],
  'lib/issues': ['lib/edits', 'lib/audit', 'lib/import', ...text],
  'lib/desk': ['lib/build', 'lib/issues', 'lib/edits', 'lib/audit', 'lib/import', ...text],
  'lib/cli': [
    'lib/desk',
    'lib/build',
    'lib/issues',
    'lib/publish',
    'lib/search',
    'lib/library',
    'lib/audit',
    'lib/edits',
    'lib/import',
    ...text,
  ],
  app: ['lib/publish', 'lib/library', ...text, 'app/_browser'],
  'app/_browser': ['lib/search', ...text],
  // While developing only: the files that a build writes beside the pages.
  'app/dev-files': ['lib/build', 'lib/library', 'lib/model'],
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

  it('lets pages reach content only through their inputs, and components not at all', () => {
    const pages = /^lib\/library\/(pages|page-routes|pagination|issue-pages|lists|moves)$/
    const components = /^lib\/library\/pagination$/
    const wrong = ours.filter(({ from, to, typesOnly }) => {
      const whileDeveloping = /\.dev\.tsx?$/.test(from)
      if (typesOnly || whileDeveloping || !from.startsWith('app/')) return false
      if (/^lib\/(format\/content-folder|audit\/)/.test(to)) return true
      const may = from.startsWith('app/_components/') ? components : pages
      const isRoute = from.startsWith('app/_components/') && /^lib\/publish\/(channels|sitemap)$/.test(to)
      return isRoute || (to.startsWith('lib/library/') && !may.test(to))
    })
    expect(wrong).toEqual([])
  })

  it('has no circles', () => {
    const bare = (file: string) => file.replace(/\.tsx?$/, '')
    const next = new Map<string, string[]>()
    for (const { from, to } of ours) next.set(bare(from), [...(next.get(bare(from)) ?? []), bare(to)])
    const circles: string[] = []
    const done = new Set<string>()
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '))
      if (done.has(file) || way.includes(file)) return
      for (const to of next.get(file) ?? []) visit(to, [...way, file])
      done.add(file)
    }
    for (const file of next.keys()) visit(file, [])
    expect(circles).toEqual([])
  })

  it('keeps the file system to the content folder, the palette, style sheets of scripts, what builds keep, build/, issues/, desk/ and cli/', () => {
    const users = imports.filter(({ to }) => /^(node:)?fs(\/|$)/.test(to)).map(({ from }) => from)
    const may =
      /^lib\/(format\/(content-folder|source-folder|file-text|site-folder|own-files)\.ts|model\/(checked-file|theme-colours)\.ts|device\/style-on-use\.ts|library\/(article-store|live-content)\.ts|(build|issues|desk|cli)\/)|^app\/dev-files\//
    expect(users.filter(file => !may.test(file))).toEqual([])
  })

  it('keeps content, the file system and remark away from the reader’s device', () => {
    const heavy = imports.filter(
      ({ from, to }) =>
        room(from) === 'app/_browser' &&
        /^(lib\/(format\/(content-folder|markdown|front-matter)|library\/)|node:|remark)/.test(to),
    )
    expect(heavy).toEqual([])
  })

  it('keeps gray-matter to front-matter.ts and remark to markdown.ts', () => {
    const users = imports
      .filter(({ to }) => /^(gray-matter|remark)/.test(to))
      .map(({ from, to }) => `${from} ${to}`)
    expect(
      users.filter(use => !/^lib\/format\/(front-matter\.ts gray-matter|markdown\.ts remark)/.test(use)),
    ).toEqual([])
  })

  it('leaves Next’s client runtime out: no client component, no next/link, next/script or next/image', () => {
    const clients = code.filter(file =>
      /^\s*['"]use client['"]/m.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(clients).toEqual([])
    expect(imports.filter(({ to }) => /^next\/(link|script|image)$/.test(to))).toEqual([])
  })

  it('reads the environment only in cli/ and in settings.ts', () => {
    const readers = code.filter(file =>
      /\bprocess\.env\b(?!\.NODE_ENV')/.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(readers.filter(file => !/^lib\/(cli\/|model\/settings\.ts$)/.test(file))).toEqual([])
  })

  it('knows where its own files are only where a bundle of the commands is thought of', () => {
    const placed = code.filter(file => {
      const source = readFileSync(join(root, file), 'utf8').replaceAll('createRequire(import.meta.url)', '')
      return file.startsWith('lib/') && source.includes('import.meta.url') && !/\bisBundled\b/.test(source)
    })
    // The one that looks in every folder above itself.
    expect(placed).toEqual(['lib/model/theme-colours.ts'])
  })

  it('prints, exits and reads argv only in cli/ and in a process of its own', () => {
    const loud = code.filter(file =>
      /\bconsole\.|process\.(exit|argv)/.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(loud.filter(file => !/^lib\/(cli\/|issues\/reader-child\.ts$)/.test(file))).toEqual([])
  })
})

/** Names that a file exports. */
const exportsOf = (file: string) =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /^export (?:async )?(?:function|const|let|type|interface|class)\*? (\w+)/gm,
    ),
  ].map(([, name = '']) => ({ name, file }))

/** Files whose exports others name: Next those of its routes, the pool those of a worker, which are called as what they run. */
const namedByOthers =
  /^lib\/build\/worker\.ts$|^app\/(?:.*\/)?(?:page|route|layout|manifest|robots|sitemap|global-not-found)\.(?:\w+\.)?tsx?$/

describe('the names', () => {
  it('of what lib and app export mean one thing each', () => {
    const files = code.filter(file => !namedByOthers.test(file))
    expect(files.filter(file => file.startsWith('app/_')).length).toBeGreaterThan(40)
    // Every file of a command exports `command`.
    const exported = files.flatMap(exportsOf).filter(({ name }) => name !== 'command')
    expect(exported.length).toBeGreaterThan(1_000)
    const first = new Map<string, string>()
    const twice = exported.flatMap(({ name, file }) => {
      const other = first.get(name)
      first.set(name, file)
      return other === undefined ? [] : [`${name}: ${other}, ${file}`]
    })
    expect(twice).toEqual([])
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
