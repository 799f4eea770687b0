// What the owner of a site has set, read from the content folder and public/, checked, and handed on to all that is loaded later.
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nothingSet, type OwnSettings, type PublicPicture } from '../model/own-settings'
import type { Problem } from '../model/problem'
import { parseMoves } from './moves-file'
import { hasOwnFiles, ownFiles } from './own-files'
import { pictureSize } from './picture-size'
import { parseRegions } from './regions-file'
import { parseSite, type SiteFile } from './site-file'
import { parseTopics } from './topics-file'

/** The largest of them, and the largest picture of an owner: a logo comes with the first visit. In bytes. */
const most = { file: 200_000, picture: 20_000 } as const

/** Reads what an owner has set: all of it, or all problems at once. `pictures`: the folder that is served as it is. */
export function readSiteFolder(dir: string, pictures = 'public'): OwnSettings | Problem[] {
  const site = readOwnFile(dir, ownFiles.site, parseSite)
  const regions = readOwnFile(dir, ownFiles.regions, parseRegions)
  const topics = readOwnFile(dir, ownFiles.topics, parseTopics)
  const moves = readOwnFile(dir, ownFiles.moves, parseMoves)
  const shown = site && !Array.isArray(site) ? readSitePictures(site, pictures) : undefined
  const problems = [site, regions, topics, moves, shown].flatMap(read => (isProblems(read) ? read : []))
  if (problems.length > 0) return problems
  const settings = {
    ...nothingSet,
    ...(site && !isProblems(site) && site.settings),
    ...(shown && !isProblems(shown) && shown),
    ...(regions && !isProblems(regions) && { regions }),
    ...(topics && !isProblems(topics) && { topics: topics.topics }),
    ...(moves && !isProblems(moves) && { moves: moves.moves }),
  }
  const tooLarge = sizeProblems(dir, settings)
  return tooLarge.length > 0 ? tooLarge : settings
}

/** All settings in bytes: they travel as one variable of the environment, of which Linux takes 128 KiB. */
const mostTogether = 100_000

function sizeProblems(dir: string, settings: OwnSettings): Problem[] {
  const size = Buffer.byteLength(JSON.stringify(settings))
  if (size <= mostTogether) return []
  const message = `几个设置文件一共 ${size} 字节，最多 ${mostTogether} 字节，应删减介绍、别名或移走的网址`
  return [{ file: join(dir, ownFiles.site), line: 1, rule: 'settings-large', message }]
}

const isProblems = (read: unknown): read is Problem[] => Array.isArray(read)

/**
 * Puts what is set into an environment, from where every process of a build has it; what was handed on to this process stays as
 * it is. Returns the problems; with any nothing is put there.
 */
export function handOn(dir: string, env: Record<string, string | undefined>): readonly Problem[] {
  if (!hasOwnFiles(dir, env)) return []
  const read = readSiteFolder(dir)
  if (Array.isArray(read)) return read
  env.SITE_SETTINGS = JSON.stringify(read)
  return []
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads a file of an owner; undefined when there is none. */
function readOwnFile<Read>(
  dir: string,
  name: string,
  parse: (text: string, file: string) => Read | Problem[],
): Read | Problem[] | undefined {
  const file = join(/* turbopackIgnore: true */ dir, name)
  const stat = lstatSync(file, { throwIfNoEntry: false })
  const wrong = (rule: string, message: string): Problem[] => [{ file, line: 1, rule, message }]
  if (!stat) return undefined
  if (stat.isSymbolicLink()) return wrong('file-symlink', '是符号链接，应是真正的文件')
  if (!stat.isFile()) return wrong('file-kind', '不是普通文件，应移走')
  if (stat.size > most.file) return wrong('file-large', `有 ${stat.size} 字节，最多 ${most.file} 字节`)
  try {
    return parse(utf8.decode(readFileSync(file)), file)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return wrong('encoding', '不是 UTF-8 编码，应另存为 UTF-8')
  }
}

/** The pictures that site.md names, with their sizes, or what is wrong with them. */
function readSitePictures(
  { logo, policeIcon, reader }: SiteFile,
  folder: string,
): Pick<OwnSettings, 'logo' | 'policeIcon'> | Problem[] {
  const read = (key: 'logo' | 'policeIcon', path: string): PublicPicture | undefined => {
    if (!path) return undefined
    const picture = readSitePicture(folder, path)
    if ('message' in picture) reader.note(reader.place(key), picture.rule, picture.message)
    return 'message' in picture ? undefined : picture
  }
  const found = { logo: read('logo', logo), policeIcon: read('policeIcon', policeIcon) }
  if (reader.problems.length > 0) return reader.problems
  return {
    ...(found.logo && { logo: found.logo }),
    ...(found.policeIcon && { policeIcon: found.policeIcon }),
  }
}

function readSitePicture(
  folder: string,
  path: string,
): PublicPicture | { readonly rule: string; readonly message: string } {
  const file = join(/* turbopackIgnore: true */ folder, path)
  const stat = lstatSync(file, { throwIfNoEntry: false })
  if (!stat?.isFile()) return { rule: 'picture-missing', message: `没有 ${file} 这个文件，应放进 public/` }
  if (stat.size > most.picture) {
    const message = `${file} 有 ${stat.size} 字节，最多 ${most.picture} 字节：每一页都要等它`
    return { rule: 'picture-large', message }
  }
  const size = pictureSize(readFileSync(file))
  return 'wrong' in size ? { rule: 'picture-kind', message: `${file} ${size.wrong}` } : { path, ...size }
}
