// What goes out beside the pages: pictures for shared links, and text for other programs.
import { content } from '../content'
import { picturesOf } from './cards'
import { drawAll } from './drawing'
import type { Step } from './press'
import { writeTextFiles } from './text-files'

/** Pictures drawn before, so that only new ones are drawn. */
const pictureStore = '.cache/pictures'

/** Draws and writes it all into the folder of the site, and says what was done. */
export async function printBeside(folder: string): Promise<readonly Step[]> {
  const pictures = picturesOf(content())
  const drawn = await drawAll(pictures, folder, pictureStore)
  const texts = await writeTextFiles(content(), folder)
  return [
    { step: '图片', says: `${pictures.length} 张，其中新画 ${drawn} 张` },
    { step: '文本', says: `${texts} 个文件（Markdown、JSON、纯文本）` },
  ]
}
