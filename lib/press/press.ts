// The press: from Next's export to the site as it is published, one step after the other.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '../problem'
import type { Site } from '../site'
import { clientComponentProblems } from './client-components'
import { layCompressedCopies } from './compress'
import { eachOf, filesIn, writeWhole } from './folder'
import { dropLeftovers, isDouble, namedChunks } from './leftovers'
import { plainPage, type StyleSheets } from './plain-pages'
import { type InlineHashes, mergeHashes } from './policy'

/** What the press works on. */
export type Sheet = {
  /** The folder of exported files; the steps change it in place. Nobody reads it before the press has run to its end. */
  readonly folder: string
  /** Where Next keeps its manifests: .next */
  readonly nextFolder: string
  readonly site: Site
}

/** What was done, for a table: name of the step and what it counted. */
export type Step = { readonly step: string; readonly says: string }
export type Pressed = { readonly steps: readonly Step[]; readonly problems: readonly Problem[] }

/**
 * Prints the site. With problems the folder must not be published: they are all returned, nothing is guessed.
 */
export async function press(sheet: Sheet): Promise<Pressed> {
  // Refuse client components: they would be dead without Next's runtime.
  const clients = await clientComponentProblems(sheet.nextFolder)

  // Cut Next's runtime out of every page, write the style sheet and the policy in.
  const pages = await printPlainPages(sheet)
  const problems = [...clients, ...pages.problems]
  if (problems.length > 0) return { steps: [], problems }

  // Drop what no page needs any more.
  const dropped = await dropLeftovers(sheet.folder, pages.named)

  // Lay compressed copies beside the files. Last: nothing may change a file after this.
  const copies = await layCompressedCopies(sheet.folder)

  return {
    problems,
    steps: [
      { step: '素页', says: `${pages.count} 页` },
      { step: '清理', says: `去掉 ${dropped} 个用不到的文件` },
      { step: '压缩', says: `${copies} 个文件各存一份 .br 和 .gz` },
    ],
  }
}

type PrintedPages = {
  readonly count: number
  readonly hashes: InlineHashes
  readonly named: ReadonlySet<string>
  readonly problems: readonly Problem[]
}

async function printPlainPages(sheet: Sheet): Promise<PrintedPages> {
  const files = await filesIn(sheet.folder)
  const sheets = await readStyleSheets(sheet, files)
  const named = new Set<string>()
  const pages = await eachOf(
    files.filter(file => file.endsWith('.html') && !isDouble(file)),
    async file => {
      const { html, hashes, problems } = plainPage(
        await readFile(join(sheet.folder, file), 'utf8'),
        file,
        sheets,
      )
      if (problems.length === 0) await writeWhole(join(sheet.folder, file), html)
      for (const chunk of namedChunks(html)) named.add(chunk)
      return { hashes, problems }
    },
  )
  return {
    count: pages.length,
    hashes: mergeHashes(pages.map(page => page.hashes)),
    named,
    problems: pages.flatMap(page => page.problems),
  }
}

async function readStyleSheets({ folder, site }: Sheet, files: readonly string[]): Promise<StyleSheets> {
  const css = files.filter(file => file.startsWith('_next/') && file.endsWith('.css'))
  return new Map(
    await eachOf(css, async file => {
      const text = await readFile(join(folder, file), 'utf8')
      return [`${site.basePath}/${file}`, text] as const
    }),
  )
}
