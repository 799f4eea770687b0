// What pages are made of besides content: our code, the packages, this Node, the site's settings.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { byCodeUnit } from '../../model/order'
import type { Environment } from '../../model/settings'

export type Toolchain = {
  /** Of all parts: another one means that nothing of an earlier build is of use. */
  readonly checksum: string
  /** Checksums of files by their path in the project, values of settings by their name. */
  readonly parts: Readonly<Record<string, string>>
}

const folders = ['app', 'lib', 'public']
const files = ['package.json', 'package-lock.json', 'next.config.ts', 'tsconfig.json', '.postcssrc.json']
/** Settings that decide what a page looks like; BROWSERSLIST is read by Next. */
const names = ['SITE_URL', 'SITE_NAME', 'OFFLINE', 'BROWSERSLIST']

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
  return { checksum: hash(JSON.stringify(parts)), parts }
}

const hash = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex').slice(0, 32)
