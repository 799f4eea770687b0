// What pages are made of besides content: our code, the packages, this Node, the site's settings. One checksum of it all.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folders = ['app', 'lib', 'public']
const files = ['package.json', 'package-lock.json', 'next.config.ts', 'tsconfig.json', '.postcssrc.json']
/** Settings that a build reads from its environment. */
const settings = ['SITE_URL', 'SITE_NAME', 'OFFLINE', 'BROWSERSLIST']

/** Checksum of the code below a project's folder and of its settings: another one means that nothing kept is of use. */
export function codeHash(root: string, env: Readonly<Record<string, string | undefined>>): string {
  const hash = createHash('sha256')
  const below = folders
    .filter(folder => existsSync(join(root, folder)))
    .flatMap(folder =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1)),
    )
  for (const file of [...files, ...below.sort()])
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  for (const name of settings) hash.update(`${name}=${env[name] ?? ''}\0`)
  return hash.update(process.version).digest('hex')
}
