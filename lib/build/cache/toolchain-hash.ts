// What pages are made of besides content: our code, the packages, this Node, the site's settings.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownFiles } from '../../format/own-files'
import { byCodeUnit } from '../../model/order'
import { readOwnSettings } from '../../model/own-settings'
import type { Environment } from '../../model/settings'
import { readSite } from '../../model/site'

export type Toolchain = {
  /** Of all parts: another one means that nothing of an earlier build is of use. */
  readonly checksum: string
  /** Of the parts that code is compiled from: what an owner has set is read when pages are rendered. */
  readonly compiled: string
  /** Checksums of files by their path in the project, values of settings by their name. */
  readonly parts: Readonly<Record<string, string>>
}

const folders = ['app', 'lib', 'public']
const files = ['package.json', 'package-lock.json', 'next.config.ts', 'tsconfig.json', '.postcssrc.json']
/** Settings that decide what a page looks like; BROWSERSLIST is read by Next. */
const names = ['SITE_NAME', 'OFFLINE', 'BROWSERSLIST']

/** The toolchain of a project's folder with an environment. What is only for people to read is no part of it. */
export function readToolchain(root: string, env: Environment): Toolchain {
  const below = folders
    .filter(folder => existsSync(join(root, folder)))
    .flatMap(folder => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile() && !entry.name.endsWith('.md'))
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
  const parts = Object.fromEntries([
    ...[...files, ...below.sort(byCodeUnit)].map(file => [file, hash(readFileSync(join(root, file)))]),
    ...names.map(name => [name, env[name] ?? '']),
    ['Node.js', process.version],
  ])
  const { origin, basePath } = readSite(env, readOwnSettings(env))
  const own = { SITE_URL: origin + basePath, ...ownParts(env) }
  // Names and what is served as it is are looked up when pages are rendered.
  const code = Object.entries(parts).filter(([name]) => name !== 'SITE_NAME' && !name.startsWith('public/'))
  const compiled = hash(JSON.stringify([...code, ['path', basePath]]))
  return { checksum: hash(JSON.stringify({ ...parts, ...own })), compiled, parts: { ...parts, ...own } }
}

/** The files that hold one setting each; all others stand in site.md. */
const fileOf: Readonly<Record<string, string>> = {
  regions: ownFiles.regions,
  topics: ownFiles.topics,
  moves: ownFiles.moves,
}

/** What the owner has set, each under its file and name: a build says which of them has changed. */
const ownParts = (env: Environment) =>
  Object.fromEntries(
    Object.entries(readOwnSettings(env)).map(([name, value]) => [
      fileOf[name] ?? `${ownFiles.site} ${name}`,
      hash(JSON.stringify(value)),
    ]),
  )

const hash = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex').slice(0, 32)
