// What goes out beside the pages: pictures for shared links, and text for other programs.
import type { Library } from '../library/library'
import { filesIn } from './files/folder'
import type { OnProgress } from './files/workers'
import { fillLengths } from './pictures/enclosures'
import { photographStore, photographsOf, placePhotographs } from './pictures/photographs'
import { drawAll } from './pictures/render'
import { drawnPictures } from './pictures/site-pictures'
import type { Step } from './step'
import { writeTextFiles } from './text-files'

/** Pictures drawn before, so that only new ones are drawn. */
const pictureStore = '.cache/pictures'

/** Draws and writes into the folder of the site all that is not reused, and says what was done; `dir`: the content folder. */
export async function writeBesidePages(
  library: Library,
  dir: string,
  folder: string,
  reused: ReadonlySet<string>,
  progressOf: (step: string) => OnProgress,
): Promise<readonly Step[]> {
  const photographs = photographsOf(library, dir)
  const copies = placePhotographs(photographs, photographStore, folder)
  if (copies > 0) fillLengths(folder, await filesIn(folder))
  const all = drawnPictures(library, dir)
  const wanted = all.filter(({ file }) => !reused.has(file))
  // Pictures of reused pages are not looked at: only a build of the whole site knows which ones nobody needs any more.
  const sweep = wanted.length === all.length
  const drawn = await drawAll(wanted, folder, pictureStore, sweep, progressOf('图片'))
  const texts = writeTextFiles(library, folder, reused)
  return [
    ...(copies > 0 ? [{ step: '照片', says: `${photographs.length} 张，共 ${copies} 个大小` }] : []),
    { step: '图片', says: `${all.length} 张，其中新画 ${drawn} 张` },
    { step: '文本', says: `新写 ${texts} 个文件（Markdown、JSON、纯文本）` },
  ]
}
