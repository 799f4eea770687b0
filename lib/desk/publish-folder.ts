// A site published into a folder, all at once: copied beside it, then put in its place. Nothing but a site is ever replaced.
import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import pMap from 'p-map'
import { filesIn } from '../build/files/folder'
import { redirectsFile } from '../build/hosting/redirects'
import { pictureFolder } from '../model/picture'
import type { Progress } from './wire'

const fresh = (folder: string) => join(dirname(folder), `.${basename(folder)}.new`)
const last = (folder: string) => join(dirname(folder), `.${basename(folder)}.last`)

/** A link is followed: what is replaced is the folder that it leads to. */
const followLink = (folder: string) => (existsSync(folder) ? realpathSync(folder) : resolve(folder))

/**
 * Copies the site in `built` to where `folder` is. Whoever reads there has the old site or the new one, but for the instant between two
 * renames. Returns what was done, in Chinese. Throws a PublishFault, or what the file system throws, with the old site in its place.
 */
export async function publishFolder(
  built: string,
  folder: string,
  hear: (progress: Progress) => void,
): Promise<string> {
  recoverFolder(folder)
  const place = followLink(folder)
  const [made, old] = [fresh(place), last(place)]
  const files = await filesIn(built)
  const strange = strangeIn(place, files)
  if (strange.length > 0) throw new PublishFault(strangeSays(folder, strange))
  try {
    mkdirSync(dirname(place), { recursive: true })
    mkdirSync(made)
    for (const name of new Set(files.map(file => dirname(file))))
      mkdirSync(join(made, name), { recursive: true })
    let done = 0
    const copy = async (file: string) => {
      await copyFile(join(built, file), join(made, file))
      hear({ step: '抄到文件夹', done: ++done, all: files.length })
    }
    // All are waited for: none must still be writing when what was made is taken away.
    await pMap(files, copy, { concurrency: 16, stopOnError: false })
    if (existsSync(place)) renameSync(place, old)
    renameSync(made, place)
  } catch (error) {
    rmSync(made, { recursive: true, force: true })
    if (existsSync(old) && !existsSync(place)) renameSync(old, place)
    throw error instanceof AggregateError ? error.errors[0] : error
  }
  rmSync(old, { recursive: true, force: true })
  return `已发布到文件夹 ${folder}`
}

/** Why it cannot be published, in words for an editor. */
export class PublishFault extends Error {}

/** Puts right what a killed publication left: the old site where there is none, else the new one stays. */
export function recoverFolder(folder: string): void {
  const place = followLink(folder)
  const [made, old] = [fresh(place), last(place)]
  if (existsSync(old) && !existsSync(place)) renameSync(old, place)
  rmSync(old, { recursive: true, force: true })
  rmSync(made, { recursive: true, force: true })
}

/** What a site may have at its top, and need not: the one to be published may have lost it. */
const mayHave: readonly string[] = [pictureFolder, redirectsFile]

/** Names at the top of a folder that no site of ours has: they would be lost. All of them where there is no site. */
function strangeIn(place: string, files: readonly string[]): readonly string[] {
  if (!existsSync(place)) return []
  const names = readdirSync(place)
  if (!names.includes('index.html') || !names.includes('articles.json')) return names
  const own = new Set([...mayHave, ...files.map(file => file.split('/', 1)[0] ?? '')])
  return names.filter(name => !own.has(name))
}

function strangeSays(folder: string, names: readonly string[]): string {
  const some = names.slice(0, 5).join('、')
  const more = names.length > 5 ? ` 等 ${names.length} 个` : ''
  return `没有发布：文件夹 ${folder} 里有不是网站的东西（${some}${more}），发布会把它们换掉。请移走，或用 PUBLISH_FOLDER 换一个空文件夹，再开编辑台`
}
