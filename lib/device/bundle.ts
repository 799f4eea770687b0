// The code that runs on the reader's device, bundled: file names with a hash of their content, and their text.
import { join } from 'node:path'
import type { BuildOptions } from 'esbuild'
import { readChecked, writeChecked } from '../model/checked-file'
import { regionWord } from '../model/regions'
import { settings } from '../model/settings'
import { href } from '../model/site'
import { styleOnUse } from './style-on-use'

type BrowserFile = { readonly name: string; readonly text: string }

/**
 * The oldest browsers in which everything works (decision 0090). An older one refuses the syntax and runs nothing, so links stay
 * links. package.json names the floor of the style sheets, which is lower: `browserslist`.
 */
export const oldestBrowsers = ['chrome80', 'safari15', 'firefox90'] as const

/** Where the files lie below the site's root; app/scripts/[file] serves them. */
export const scriptPath = (name: string) => `/scripts/${name}`

const onPagesWithPictures: Pick<BuildOptions, 'entryPoints'> = {
  entryPoints: ['app/_browser/picture-viewer.ts'],
}

/** All that is bundled for the reader's device. Follows from the code, and from the owner's word for a region. */
type Bundles = {
  readonly word: string
  /** The files that every page may load. */
  readonly browser: readonly BrowserFile[]
  readonly pictures: readonly BrowserFile[]
  readonly workers: Readonly<Record<WorkerName, string>>
}

const workerNames = ['offline-worker', 'offline-off'] as const
export type WorkerName = (typeof workerNames)[number]

/** Bundles all of it into that file, or leaves it as it is; the file must not outlive the code. For a build, whose other processes read it. */
export async function keepBundles(file: string): Promise<void> {
  if (keptIn(file)) return
  const workers = await Promise.all(workerNames.map(async name => [name, await workerCode(name)] as const))
  writeChecked(file, {
    word: regionWord,
    browser: await bundle(),
    pictures: await bundle(onPagesWithPictures),
    workers: Object.fromEntries(workers),
  })
}

/** What keepBundles has left in a file; undefined for '', and where it has not. */
function keptIn(file: string): Bundles | undefined {
  if (!file) return undefined
  // Written above: the shape is that of what was written.
  const bundles = readChecked(file) as Bundles | undefined
  return bundles?.word === regionWord ? bundles : undefined
}

let known: Bundles | undefined
const kept = () => {
  known ??= keptIn(settings.bundles)
  return known
}

let viewer: Promise<readonly BrowserFile[]> | undefined

/** The module of pages with pictures, in a file of its own: no other page has a byte of it. */
export async function pictureFiles(): Promise<readonly BrowserFile[]> {
  if (!settings.production) return bundle(onPagesWithPictures)
  viewer ??= Promise.resolve(kept()?.pictures ?? bundle(onPagesWithPictures))
  return viewer
}

/** What goes into the src of the script of pages with pictures. */
export async function pictureScript(): Promise<string> {
  const file = (await pictureFiles()).find(({ name }) => name.startsWith('picture-viewer-'))
  if (!file) throw new Error('the bundler made no module for pictures')
  return href(scriptPath(file.name))
}

let bundled: Promise<readonly BrowserFile[]> | undefined

/**
 * All files of app/_browser as ES modules: `main-<hash>.js`, which every page loads, and the chunks it imports on use.
 * The same in dev and build, except that dev bundles again each time. Throws when the code does not compile. `file`: what keepBundles has
 * written, where the settings do not name it.
 */
export async function browserFiles(file = ''): Promise<readonly BrowserFile[]> {
  const own = keptIn(file)
  if (own) return own.browser
  if (!settings.production) return bundle()
  bundled ??= Promise.resolve(kept()?.browser ?? bundle())
  return bundled
}

async function bundle(
  entries: Pick<BuildOptions, 'entryPoints'> = { entryPoints: ['app/_browser/main.ts'] },
): Promise<readonly BrowserFile[]> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    ...esbuildOptions(),
    ...entries,
    outdir: join(process.cwd(), 'scripts'),
    splitting: true,
    format: 'esm',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    define: { REGION_WORD: JSON.stringify(regionWord) },
  })
  return outputFiles.map(({ path, text }) => ({ name: path.replace(/^.*[\\/]/, ''), text }))
}

/**
 * The text of a worker of app/_browser as one classic script. `constants`: values for the names that it declares; they are data of the
 * build, and printed as JSON in front of the code. `file`: what keepBundles has written, if anything.
 */
export async function workerText(
  name: WorkerName,
  constants: Readonly<Record<string, unknown>>,
  file = '',
): Promise<string> {
  const values = Object.entries(constants).map(([key, value]) => `${key}=${JSON.stringify(value)}`)
  const code = keptIn(file)?.workers[name] ?? (await workerCode(name))
  return values.length > 0 ? `const ${values.join(',')};\n${code}` : code
}

async function workerCode(name: WorkerName): Promise<string> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    ...esbuildOptions(),
    entryPoints: [`app/_browser/${name}.ts`],
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return outputFiles.map(({ text }) => text).join('')
}

function esbuildOptions() {
  const root = process.cwd()
  return {
    absWorkingDir: root,
    write: false,
    bundle: true,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    target: [...oldestBrowsers],
    // Chrome 80 has it: esbuild writes it out for an argument spread after it, which Chrome had wrong until 91.
    supported: { 'optional-chain': true },
    // tsconfig.json is written to by Next; what the browser gets must not depend on it.
    tsconfigRaw: { compilerOptions: { target: 'ES2022', useDefineForClassFields: true } },
    alias: { '#lib': join(root, 'lib') },
    plugins: [styleOnUse],
  } as const satisfies BuildOptions
}

/** What goes into the src of the one script of every page. */
export async function mainScript(): Promise<string> {
  const main = (await browserFiles()).find(file => /^main-\w+\.js$/.test(file.name))
  if (!main) throw new Error('the bundler made no main module')
  return href(scriptPath(main.name))
}
