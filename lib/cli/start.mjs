// Starts a command: `node lib/cli/start.mjs NAME …`, as the scripts of package.json do. The code of all commands and of their workers is
// bundled once, and again when it has changed: loading it file by file as TypeScript takes longer than most of what commands do.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const home = join(root, '.cache', 'code')
/** So many bundles are kept: a command that runs while the code changes still loads parts of its own. */
const most = 3

/** What a bundle is made of: the code, the packages, this Node. */
function checksum() {
  const sum = createHash('sha256').update(process.version)
  const names = readdirSync(join(root, 'lib'), { recursive: true }).map(name => join('lib', name))
  const code = names.filter(name => /\.m?ts$|\.mjs$/.test(name)).sort()
  for (const name of ['package.json', 'package-lock.json', ...code])
    sum.update(`\0${name}\0`).update(existsSync(join(root, name)) ? readFileSync(join(root, name)) : '')
  return sum.digest('hex').slice(0, 16)
}

/**
 * Packages that are bundled with the code, as what they import is: plain modules that nearly every command loads, a hundred files of
 * some of them. All others are found as ever, where they are installed.
 */
const bundled = [
  'diff',
  'feedsmith',
  'gray-matter',
  'p-map',
  'parse5',
  'remark',
  'remark-html',
  'uqr',
  'yaml',
]

/** All packages of the project but those. */
function external() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return Object.keys({ ...dependencies, ...devDependencies }).filter(name => !bundled.includes(name))
}

/** Bundles into that folder; it is there whole or not at all. */
async function bundle(folder) {
  const { build } = await import('esbuild')
  const under = `${folder}.${process.pid}`
  await build({
    absWorkingDir: root,
    entryPoints: [
      'lib/cli/main.ts',
      'lib/cli/build-child.ts',
      'lib/build/worker.ts',
      'lib/issues/reader-child.ts',
    ],
    entryNames: '[name]',
    outdir: under,
    bundle: true,
    external: external(),
    // For what the packages require of Node.
    banner: {
      js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);",
    },
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    sourcemap: true,
    sourcesContent: false,
    alias: { '#lib': join(root, 'lib') },
    logLevel: 'error',
  })
  try {
    renameSync(under, folder)
  } catch (error) {
    rmSync(under, { recursive: true, force: true })
    if (!existsSync(folder)) throw error // else another command was quicker
  }
}

/** Removes all bundles but the newest. */
function sweep() {
  const age = name => statSync(join(home, name)).mtimeMs
  const old = readdirSync(home)
    .map(name => ({ name, made: age(name) }))
    .sort((a, b) => b.made - a.made)
    .slice(most)
  for (const { name } of old) rmSync(join(home, name), { recursive: true, force: true })
}

process.setSourceMapsEnabled(true) // a fault names the line of the TypeScript
const folder = join(home, checksum())
if (!existsSync(folder)) {
  mkdirSync(home, { recursive: true })
  await bundle(folder)
  sweep()
}
await import(pathToFileURL(join(folder, 'main.js')).href)
