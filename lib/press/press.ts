// The press: from Next's export to the site as it is published, one step after the other.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '../problem'
import type { Site } from '../site'
import { printBeside } from './beside-pages'
import { heaviestPages, weighPages } from './budgets'
import { clientComponentProblems } from './client-components'
import { layCompressedCopies } from './compress'
import { eachOf, filesIn, writeWhole } from './folder'
import { headerRules, printHeadersFile } from './headers'
import { dropLeftovers, isDouble, namedChunks } from './leftovers'
import { writeOffline, writeOfflineOff } from './offline'
import { plainPage, type StyleSheets } from './plain-pages'
import { type InlineHashes, mergeHashes } from './policy'
import { writeSearchIndex } from './search-index'
import { printCaddy, printNginx, serverFiles } from './server-files'

/** What the press works on. */
export type Sheet = {
  /** The folder of exported files; the steps change it in place. Nobody reads it before the press has run to its end. */
  readonly folder: string
  /** Where Next keeps its manifests: .next */
  readonly nextFolder: string
  readonly site: Site
  /** Pages that stand in the folder as they were printed before, by file: their copies and pictures are there as well. */
  readonly kept?: ReadonlyMap<string, PageRecord>
  /** Ids of articles, newest first: what the offline worker brings along. Undefined switches it off on all devices. */
  readonly newest: readonly string[] | undefined
}

/** What was done, for a table: name of the step and what it counted. */
export type Step = { readonly step: string; readonly says: string }
export type Pressed = {
  readonly steps: readonly Step[]
  readonly problems: readonly Problem[]
  readonly pages: ReadonlyMap<string, PageRecord>
}

/** What the press notes of a page: what stands inline, and which files of Next's it names. */
export type PageRecord = { readonly hashes: InlineHashes; readonly named: readonly string[] }

/**
 * Prints the site. With problems the folder must not be published: they are all returned, nothing is guessed.
 */
export async function press(sheet: Sheet): Promise<Pressed> {
  // Refuse client components: they would be dead without Next's runtime.
  const clients = await clientComponentProblems(sheet.nextFolder)

  // Cut Next's runtime out of every page, write the style sheet and the policy in.
  const pages = await printPlainPages(sheet)
  const problems = [...clients, ...pages.problems]
  if (problems.length > 0) return { steps: [], problems, pages: pages.records }

  // Drop what no page needs any more.
  const dropped = await dropLeftovers(sheet.folder, pages.named)

  // Lay the search index beside the pages.
  const searched = await writeSearchIndex(sheet.folder)

  // Draw and write what travels with a link, and what other programs read.
  const beside = await printBeside(sheet.folder)

  // Make the offline worker and its pack of newest pages.
  const offline = await (sheet.newest
    ? writeOffline({ folder: sheet.folder, basePath: sheet.site.basePath, newest: sheet.newest })
    : writeOfflineOff(sheet.folder))

  // Write the policy down for every kind of host.
  await writeServerFiles(sheet, pages.hashes)

  // Lay compressed copies beside the files. Nothing may change a file after this.
  const copies = await layCompressedCopies(sheet.folder)

  // Weigh every page: one that is too heavy is not published.
  const weighed = await weighPages(sheet.folder, pages.fresh, sheet.site.basePath)

  return {
    pages: pages.records,
    problems: [...offline.problems, ...weighed.flatMap(page => page.problems)],
    steps: [
      { step: '素页', says: `${pages.records.size} 页，其中新印 ${pages.fresh.length} 页` },
      { step: '清理', says: `去掉 ${dropped} 个用不到的文件` },
      searched,
      ...beside,
      { step: '离线', says: offline.says },
      { step: '压缩', says: `${copies} 个文件各存一份 .br 和 .gz` },
      { step: '重量', says: heaviestPages(weighed) },
    ],
  }
}

type PrintedPages = {
  readonly records: ReadonlyMap<string, PageRecord>
  /** The files of those that were not kept. */
  readonly fresh: readonly string[]
  readonly hashes: InlineHashes
  readonly named: ReadonlySet<string>
  readonly problems: readonly Problem[]
}

async function printPlainPages(sheet: Sheet): Promise<PrintedPages> {
  const files = await filesIn(sheet.folder)
  const sheets = await readStyleSheets(sheet, files)
  const kept = sheet.kept ?? new Map<string, PageRecord>()
  const fresh = files.filter(file => file.endsWith('.html') && !isDouble(file) && !kept.has(file))
  const problems: Problem[] = []
  const printed = await eachOf(fresh, async file => {
    const page = plainPage(await readFile(join(sheet.folder, file), 'utf8'), file, sheets)
    problems.push(...page.problems)
    if (page.problems.length === 0) await writeWhole(join(sheet.folder, file), page.html)
    return [file, { hashes: page.hashes, named: namedChunks(page.html) }] as const
  })
  const records = new Map([...kept, ...printed])
  return {
    records,
    fresh,
    hashes: mergeHashes([...records.values()].map(page => page.hashes)),
    named: new Set([...records.values()].flatMap(page => page.named)),
    problems,
  }
}

async function writeServerFiles({ folder, site }: Sheet, hashes: InlineHashes): Promise<void> {
  const files = await filesIn(folder)
  const tops = new Set(files.map(file => file.replace(/\/.*/, '/')))
  const rules = headerRules(hashes, [...tops], site.basePath)
  await writeWhole(join(folder, '_headers'), printHeadersFile(rules))
  await writeWhole(join(folder, serverFiles.nginx), printNginx(hashes, site.basePath))
  await writeWhole(join(folder, serverFiles.caddy), printCaddy(hashes, site.basePath))
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
