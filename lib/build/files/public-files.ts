// The files of public/, which are published as they are: none may have the name of a file that the site makes itself.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '../../model/problem'
import { filesIn } from './folder'

/** The files of `source` that are not in the made folder byte for byte: something of the site took their place. */
export async function publicProblems(folder: string, source = 'public'): Promise<readonly Problem[]> {
  const files = existsSync(source) ? await filesIn(source) : []
  const found = await Promise.all(
    files.map(async (file): Promise<readonly Problem[]> => {
      const made = await readFile(join(folder, file)).catch(() => undefined)
      if (made?.equals(await readFile(join(source, file)))) return []
      const message = '和网站自己生成的文件同名，不能照样发布，应改名或移走'
      return [{ file: join(source, file), line: 1, rule: 'public-name', message }]
    }),
  )
  return found.flat()
}
