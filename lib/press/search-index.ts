// The search index beside the pages: written file by file, so that memory does not grow with it.
import { join } from 'node:path'
import { content } from '../content'
import { indexFiles } from '../search/index-files'
import { eachOf, writeWhole } from './folder'
import type { Step } from './press'

/** So many files are written at once. */
const atOnce = 64

/** Writes the index of all articles into the folder of the site, and says what was done. */
export async function writeSearchIndex(folder: string): Promise<Step> {
  const { articles, issues } = content()
  let files = 0
  let bytes = 0
  let waiting: { readonly path: string; readonly bytes: Uint8Array }[] = []
  const write = async () => {
    await eachOf(waiting, file => writeWhole(join(folder, file.path), file.bytes), atOnce)
    waiting = []
  }
  for (const file of indexFiles(articles, [...issues.values()])) {
    files++
    bytes += file.bytes.length
    waiting.push(file)
    if (waiting.length === atOnce) await write()
  }
  await write()
  return { step: '搜索', says: `${articles.length} 篇，${files} 个文件，${Math.ceil(bytes / 1024)} KB` }
}
