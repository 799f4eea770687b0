// The builders that are measured: ours, and others with the same articles, each in a temporary folder with its packages.
import { cpSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyProject } from '../project-copy'
import { measure } from './measure'

export type Builder = {
  readonly name: string
  readonly folder: string
  readonly command: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly out: string
  /** What a clean build must not find. */
  readonly kept: readonly string[]
  /** Files that it wants beside the articles, by their names there and in its folder. */
  readonly beside?: Readonly<Record<string, string>>
}

const rivals = new URL('rivals', import.meta.url).pathname

export function ours(): Builder {
  return {
    name: 'ours',
    folder: copyProject().folder,
    command: [process.execPath, 'lib/cli/start.mjs', 'build'],
    out: 'out',
    kept: ['.cache', '.next', 'out'],
  }
}

/** A folder with the files of some of rivals/, and packages, which are not among ours. */
async function install(sources: readonly string[], ...packages: readonly string[]): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `${sources.at(-1)}-`)))
  for (const source of sources) cpSync(join(rivals, source), folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}')
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts']
  await measure(['npm', 'install', ...quiet, ...packages], folder)
  return folder
}

/** The others; all of them run on the newest Node that Astro and react-server need, which comes from npm, but those that run on ours. */
export async function theirs(): Promise<readonly Builder[]> {
  const node = join(await installNode(), 'node_modules/node/bin/node')
  const astro = await install(['astro'], 'astro@7')
  const eleventy = await install(['eleventy'], '@11ty/eleventy@3')
  const next = await install(['react', 'next'], `next@${ourNext()}`, 'react', 'react-dom', 'yaml', 'marked')
  const server = await install(['react', 'react-server'], '@lazarv/react-server', 'yaml', 'marked')
  const ofAstro = {
    folder: astro,
    command: [node, 'node_modules/astro/bin/astro.mjs', 'build', '--silent'],
    out: 'dist',
    kept: ['dist', '.astro', 'node_modules/.astro'],
  }
  return [
    { ...ofAstro, name: `Astro ${versionIn(astro, 'astro')}` },
    { ...ofAstro, name: `Astro ${versionIn(astro, 'astro')}, incremental`, env: { ASTRO_INCREMENTAL: '1' } },
    {
      name: `Eleventy ${versionIn(eleventy, '@11ty/eleventy')}`,
      folder: eleventy,
      command: [process.execPath, 'node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
      out: '_site',
      kept: ['_site'],
      beside: { 'content.11tydata.js': 'content-data.js' },
    },
    {
      name: `Next ${versionIn(next, 'next')}`,
      folder: next,
      command: [process.execPath, 'node_modules/next/dist/bin/next', 'build'],
      out: 'out',
      kept: ['out', '.next'],
    },
    {
      name: '@lazarv/react-server',
      folder: server,
      command: [node, 'node_modules/@lazarv/react-server/bin/cli.mjs', 'build', './app.jsx', '--export'],
      out: '.react-server/dist',
      kept: ['.react-server'],
    },
  ]
}

/** Node 22, whose package fetches the program of this machine when it is installed. */
async function installNode(): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'node-')))
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  await measure(['npm', 'install', '--no-audit', '--no-fund', 'node@22'], folder)
  return folder
}

const ourNext = () => versionIn(new URL('../..', import.meta.url).pathname, 'next')

function versionIn(folder: string, name: string): string {
  const parsed: unknown = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'))
  return typeof parsed === 'object' && parsed && 'version' in parsed ? String(parsed.version) : '?'
}
