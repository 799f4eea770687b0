// What goes out beside the pages: pictures for shared links, and text for other programs.
import { library } from '../library/site-library'
import type { Told } from './files/workers'
import { drawAll } from './pictures/render'
import { picturesOf } from './pictures/site-pictures'
import type { Step } from './step'
import { writeTextFiles } from './text-files'

/** Pictures drawn before, so that only new ones are drawn. */
const pictureStore = '.cache/pictures'

/** Draws and writes into the folder of the site all that does not stand already, and says what was done. */
export async function printBeside(
  folder: string,
  standing: ReadonlySet<string>,
  telling: (step: string) => Told,
): Promise<readonly Step[]> {
  const all = picturesOf(library())
  const wanted = all.filter(({ file }) => !standing.has(file))
  // Pictures of pages that stay are not looked at: only a build of the whole site knows which ones nobody needs any more.
  const sweep = wanted.length === all.length
  const drawn = await drawAll(wanted, folder, pictureStore, sweep, telling('图片'))
  const texts = writeTextFiles(library(), folder, standing)
  return [
    { step: '图片', says: `${all.length} 张，其中新画 ${drawn} 张` },
    { step: '文本', says: `新写 ${texts} 个文件（Markdown、JSON、纯文本）` },
  ]
}
