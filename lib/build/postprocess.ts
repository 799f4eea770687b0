// The press: from Next's export to the site as it is published, one step after the other.
import { join } from 'node:path'
import type { Problem } from '../model/problem'
import type { Site } from '../model/site'
import { printBeside } from './beside-pages'
import { layCompressedCopies } from './files/compress'
import { filesIn, writeWhole } from './files/folder'
import type { Told } from './files/workers'
import { headerRules, printHeadersFile } from './hosting/headers'
import { printCaddy, printNginx, serverFiles } from './hosting/server-files'
import { clientComponentProblems } from './next/client-components'
import { dropLeftovers } from './next/unused-chunks'
import { writeOffline, writeOfflineOff } from './offline-worker'
import { heaviestPages, type OwnWeight, weighPages } from './pages/budgets'
import { mergeHashes } from './pages/csp'
import { type PageRecord, printPages } from './pages/process-pages'
import type { Step } from './step'

/** Files of an earlier site that stay as they are: pages with their copies, pictures and texts. */
export type Standing = {
  readonly folder: string
  readonly files: ReadonlySet<string>
  /** What the press noted of the pages among them. */
  readonly pages: ReadonlyMap<string, PageRecord>
}

/** What the press works on. */
export type Sheet = {
  /** The folder of exported files; the steps change it in place. Nobody reads it before the press has run to its end. */
  readonly folder: string
  /** What Next compiled, with its manifests. */
  readonly compiled: string
  readonly site: Site
  /** What need not be printed, as it stands elsewhere and will stand beside what is printed now. */
  readonly standing?: Standing
  /** Ids of articles, newest first: what the offline worker brings along. Undefined switches it off on all devices. */
  readonly newest: readonly string[] | undefined
  /** Hears of the progress of each step that may take long, by its name. */
  readonly tell?: (step: string, done: number, all: number) => void
}

/** What was done, for a table: name of the step and what it counted. */
export type Pressed = {
  readonly steps: readonly Step[]
  readonly problems: readonly Problem[]
  /** Of all pages, those that stand elsewhere as well. */
  readonly pages: ReadonlyMap<string, PageRecord>
}

/**
 * Prints the site. With problems the folder must not be published: they are all returned, nothing is guessed.
 */
export async function press(sheet: Sheet): Promise<Pressed> {
  const { folder, site, standing = nothing, tell = () => {} } = sheet
  const telling =
    (step: string): Told =>
    (done, all) =>
      tell(step, done, all)

  // Refuse client components: they would be dead without Next's runtime.
  const clients = await clientComponentProblems(sheet.compiled)

  // Cut Next's runtime out of every page, write the style sheet and the policy in, compress it.
  const pages = await printPlainPages(sheet, telling('素页'))
  const problems = [...clients, ...pages.problems]
  const records = new Map([...standing.pages, ...pages.records])
  if (problems.length > 0) return { steps: [], problems, pages: records }

  // Drop what no page needs any more.
  const named = new Set([...records.values()].flatMap(page => page.named))
  const dropped = await dropLeftovers(folder, named)

  // Draw and write what travels with a link, and what other programs read.
  const beside = await printBeside(folder, standing.files, telling)

  // Make the offline worker and its pack of newest pages.
  const offline = await (sheet.newest
    ? writeOffline({ folder, last: standing.folder, basePath: site.basePath, newest: sheet.newest })
    : writeOfflineOff(folder))

  // Write the policy down for every kind of host.
  await writeServerFiles(sheet, standing, records)

  // Lay compressed copies beside the files. Nothing may change a file after this.
  const copies = await layCompressedCopies(folder, telling('压缩'))

  // Weigh every page: one that is too heavy is not published.
  const weighed = await weighPages(folder, pages.weights, site.basePath)

  return {
    pages: records,
    problems: [...offline.problems, ...weighed.flatMap(page => page.problems)],
    steps: [
      { step: '素页', says: `${records.size} 页，其中新印 ${pages.weights.length} 页` },
      { step: '清理', says: `去掉 ${dropped} 个用不到的文件` },
      ...beside,
      { step: '离线', says: offline.says },
      { step: '压缩', says: `${copies + pages.weights.length} 个文件各存一份 .br 和 .gz` },
      { step: '重量', says: heaviestPages(weighed) },
    ],
  }
}

const nothing: Standing = { folder: '', files: new Set(), pages: new Map() }

async function printPlainPages({ folder, site }: Sheet, tell: Told) {
  const files = await filesIn(folder)
  const sheets = files
    .filter(file => file.startsWith('_next/') && file.endsWith('.css'))
    .map(file => [`${site.basePath}/${file}`, file] as const)
  const pages = files.filter(file => file.endsWith('.html'))
  const printed = await printPages(folder, pages, sheets, tell)
  return {
    records: printed.map(({ file, record }) => [file, record] as const),
    weights: printed.map(({ weight }): OwnWeight => weight),
    problems: printed.flatMap(page => page.problems),
  }
}

async function writeServerFiles(
  { folder, site }: Sheet,
  standing: Standing,
  pages: ReadonlyMap<string, PageRecord>,
): Promise<void> {
  const hashes = mergeHashes([...pages.values()].map(page => page.hashes))
  const files = [...(await filesIn(folder)), ...standing.files]
  const tops = new Set(files.map(file => file.replace(/\/.*/, '/')))
  const rules = headerRules(hashes, [...tops].sort(), site.basePath)
  await writeWhole(join(folder, '_headers'), printHeadersFile(rules))
  await writeWhole(join(folder, serverFiles.nginx), printNginx(hashes, site.basePath))
  await writeWhole(join(folder, serverFiles.caddy), printCaddy(hashes, site.basePath))
}
