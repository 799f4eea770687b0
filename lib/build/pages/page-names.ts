// The class names and custom elements that the pages of a route may have, read from the code that makes them.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Plugin } from 'esbuild'
import { spellOut } from '../../device/style-on-use'
import type { IsNamed } from './prune-style'

/** The first folder of a page's address: articles/x/index.html is of “articles”; a page at the top is of its own name. */
export const kindOfPage = (file: string): string => file.replace(/\/.*|\.html$/g, '')

/**
 * The names of a kind of page: its custom elements, the classes that its components give (className, class), the words in the string
 * literals of the modules that run on it, and the custom properties that the style of those modules takes from the page. More than it
 * has, never less: a class is written somewhere, whole. Undefined where no route is known to make such pages.
 */
export async function namesOfPage(root: string, kind: string): Promise<IsNamed | undefined> {
  const page = pageOf(root, kind)
  if (!page) return undefined
  const entries = [...page, 'app/layout.tsx'].filter(file => existsSync(join(root, file)))
  const code = await bundled(root, entries, [])
  const markup = wordsIn(code)
  const sheets: string[] = []
  const scripts = await bundled(
    root,
    ['app/_browser/main.ts'],
    [elementsBeside(root, markup), stylesOnUse(sheets)],
  )
  // main.ts names every custom element; only markup makes one.
  const ofElements = new Set(readdirSync(join(root, 'app/_browser')).map(file => basename(file, '.ts')))
  const elements = [...markup].filter(word => ofElements.has(word))
  const own = await classesOfStyles(sheets)
  const ofScripts = [...wordsIn(scripts)].filter(word => !ofElements.has(word) && !own.has(word))
  const taken = await propertiesTaken(root, sheets)
  const words = new Set([...elements, ...classesGiven(code), ...ofScripts, ...taken])
  const beginnings = [...words].filter(word => word.endsWith('-') && word !== '-')
  return name => words.has(name) || beginnings.some(beginning => name.startsWith(beginning))
}

/** The module of a kind of page. */
function pageOf(root: string, kind: string): readonly string[] | undefined {
  if (kind === 'index') return ['app/page.tsx']
  if (kind === '404' || kind === '_not-found') return ['app/global-not-found.tsx']
  const folder = join('app', kind)
  if (!existsSync(join(root, folder))) return undefined
  const pages = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  const found = pages
    .filter(file => /^page(?:\.served)?\.tsx$/.test(basename(file)))
    .map(file => join(folder, file))
  return found.length > 0 ? found : undefined
}

/** Leaves out the modules that main.ts has for custom elements which the markup does not have. */
function elementsBeside(root: string, markup: ReadonlySet<string>): Plugin {
  const main = readFileSync(join(root, 'app/_browser/main.ts'), 'utf8')
  const isElement = (name: string) => main.includes(`'${name}':`)
  return {
    name: 'elements',
    setup: ({ onResolve }) =>
      onResolve({ filter: /-/ }, ({ path, importer }) => {
        const name = basename(path)
        const isBeside = importer.endsWith('main.ts') && isElement(name) && !markup.has(name)
        return isBeside ? { path, external: true } : undefined
      }),
  }
}

/** Notes the style sheets that modules bring along. */
const stylesOnUse = (found: string[]): Plugin => ({
  name: 'styles',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.css$/ }, ({ path }) => {
      found.push(path)
      return { contents: 'export default () => {}', loader: 'js' }
    }),
})

/** The classes that rules of these sheets begin with: what a module brings style for, its page need not. */
async function classesOfStyles(sheets: readonly string[]): Promise<ReadonlySet<string>> {
  const { leadingClasses } = await import('./prune-style') // whose parsers take long to load
  return new Set(sheets.flatMap(sheet => leadingClasses(readFileSync(sheet, 'utf8'))))
}

/** The custom properties that rules of these sheets speak of: --on-red. */
async function propertiesTaken(root: string, sheets: readonly string[]): Promise<readonly string[]> {
  const theme = join(root, 'app/theme.css')
  const written = await Promise.all(sheets.map(sheet => spellOut(sheet, theme)))
  return written.flatMap(css => [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name))
}

/** Modules with all that they import of app/, without comments. */
async function bundled(
  root: string,
  entryPoints: readonly string[],
  plugins: readonly Plugin[],
): Promise<string> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [...entryPoints],
    plugins: [...plugins],
    bundle: true,
    write: false,
    outdir: join(root, 'names'),
    format: 'esm',
    splitting: true,
    packages: 'external',
    external: ['#lib/*'],
    loader: { '.css': 'empty' },
    jsx: 'automatic',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    tsconfigRaw: { compilerOptions: { target: 'ES2022' } },
  })
  return outputFiles.map(({ text }) => text).join('\n')
}

const literal = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g

/** The words within quotes, and of templates: `row-start-${row}` has row-start- and all that begins so. */
function wordsIn(code: string): ReadonlySet<string> {
  return new Set(
    [...code.matchAll(literal)].flatMap(([text]) => {
      const put = text.replace(/\$\{([^}]*)\}/g, (_, expression) => ` ${[...wordsIn(expression)].join(' ')} `)
      return put.match(/[\w-]+/g) ?? []
    }),
  )
}

const partsOfCode = new RegExp(`${literal.source}|[()[\\]{},]`, 'g')

/** The words of the literals in every value of className and class. */
function classesGiven(code: string): ReadonlySet<string> {
  const values = [...code.matchAll(/\b(?:className|class): /g)].map(({ index, 0: key }) => {
    const rest = code.slice(index + key.length)
    return rest.slice(0, endOfValue(rest))
  })
  return wordsIn(values.join('\n'))
}

/** Where the value of a property ends: at the comma or bracket that closes what it stands in. */
function endOfValue(code: string): number {
  let depth = 0
  for (const { 0: part, index } of code.matchAll(partsOfCode)) {
    if (depth === 0 && /^[,)\]}]$/.test(part)) return index
    if (/^[([{]$/.test(part)) depth++
    if (/^[)\]}]$/.test(part)) depth--
  }
  return code.length
}
