// Postprocessing: from what Next has rendered to the site as it is published, one step after the other.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Library } from '../library/library'
import { movesOf, withdrawnPaths } from '../library/moves'
import type { Problem } from '../model/problem'
import type { Site } from '../model/site'
import { writeBesidePages } from './beside-pages'
import { compressFolder } from './files/compress'
import { filesIn, writeWhole } from './files/folder'
import { publicProblems } from './files/public-files'
import type { OnProgress } from './files/workers'
import { headerRules, printHeadersFile } from './hosting/headers'
import { printRedirectsFile, redirectsFile } from './hosting/redirects'
import { printCaddy, printNginx, serverFiles } from './hosting/server-files'
import { clientComponentProblems } from './next/client-components'
import { removeUnusedChunks } from './next/unused-chunks'
import { writeOffline, writeOfflineOff } from './offline-worker'
import { heaviestPages, type OwnWeight, weighPages } from './pages/budgets'
import { mergeHashes } from './pages/csp'
import { writePageStyles } from './pages/page-styles'
import { type PageRecord, processPages } from './pages/process-pages'
import type { Step } from './step'

/** Files of the last site that are not made again: pages with their copies, pictures and texts. */
export type ReusedOutput = {
  readonly folder: string
  readonly files: ReadonlySet<string>
  /** What was noted of the pages among them. */
  readonly pages: ReadonlyMap<string, PageRecord>
}

export type PostprocessOptions = {
  /** The folder of rendered files; the steps change it in place. Nobody reads it before they have all been taken. */
  readonly folder: string
  /** What Next compiled, with its manifests. */
  readonly compiled: string
  /** What keepBundles has written. */
  readonly bundles: string
  readonly site: Site
  readonly library: Library
  /** The content folder, where photographs are. */
  readonly dir: string
  readonly reused: ReusedOutput
  /** Whether the offline worker is published; else one that removes it from all devices. */
  readonly offline: boolean
  /** Hears of the progress of each step that may take long, by its name. */
  readonly onProgress: (step: string, done: number, all: number) => void
}

export type Postprocessed = {
  /** What was done, for a table. */
  readonly steps: readonly Step[]
  readonly problems: readonly Problem[]
  /** Of all pages, the reused ones as well. */
  readonly pages: ReadonlyMap<string, PageRecord>
}

/** Makes the site. With problems the folder must not be published: they are all returned, nothing is guessed. */
export async function postprocess(options: PostprocessOptions): Promise<Postprocessed> {
  const { folder, bundles, site, library, reused } = options
  const progressOf =
    (step: string): OnProgress =>
    (done, all) =>
      options.onProgress(step, done, all)

  // Refuse client components: they would be dead without Next's runtime.
  const clients = await clientComponentProblems(options.compiled)

  // Cut Next's runtime out of every page, write its style and the policy in, compress it.
  const pages = await makePlainPages(options, progressOf('素页'))
  const problems = [...clients, ...pages.problems]
  const records = new Map([...reused.pages, ...pages.records])
  if (problems.length > 0) return { steps: [], problems, pages: records }

  // Drop what no page needs any more.
  const named = new Set([...records.values()].flatMap(page => page.named))
  const dropped = await removeUnusedChunks(folder, named)

  // Draw and write what travels with a link, and what other programs read.
  const beside = await writeBesidePages(library, options.dir, folder, reused.files, progressOf)

  // Make the offline worker and its pack of newest pages.
  const newest = library.articles.map(({ id }) => id)
  const offline = await (options.offline
    ? writeOffline({ folder, bundles, last: reused.folder, basePath: site.basePath, newest })
    : writeOfflineOff(folder, bundles))

  // Write the policy down for every kind of host.
  await writeServerFiles(options, records)

  // Write compressed copies beside the files. Nothing may change a file after this.
  const copies = await compressFolder(folder, progressOf('压缩'))

  // Weigh every page: one that is too heavy is not published.
  const weighed = await weighPages(folder, pages.weights, site.basePath)

  return {
    pages: records,
    problems: [
      ...(await publicProblems(folder)),
      ...offline.problems,
      ...weighed.flatMap(page => page.problems),
    ],
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

async function makePlainPages(
  { folder, compiled, site, library }: PostprocessOptions,
  onProgress: OnProgress,
) {
  const files = await filesIn(folder)
  const kept = join(compiled, 'page-styles')
  const hasPictures = library.articles.some(({ pictures }) => pictures.length > 0)
  await writePageStyles(process.cwd(), folder, files, site.basePath, kept, hasPictures)
  // A verification file of a search engine is published as it is.
  const pages = files.filter(file => file.endsWith('.html') && !existsSync(join('public', file)))
  const made = await processPages(folder, pages, onProgress)
  return {
    records: made.map(({ file, record }) => [file, record] as const),
    weights: made.map(({ weight }): OwnWeight => weight),
    problems: made.flatMap(page => page.problems),
  }
}

async function writeServerFiles(
  { folder, site, library, reused }: PostprocessOptions,
  pages: ReadonlyMap<string, PageRecord>,
): Promise<void> {
  const hashes = mergeHashes([...pages.values()].map(page => page.hashes))
  const files = [...(await filesIn(folder)), ...reused.files]
  const tops = [...new Set(files.map(file => file.replace(/\/.*/, '/')))].sort()
  const rules = headerRules(hashes, tops, site.basePath)
  await writeWhole(join(folder, '_headers'), printHeadersFile(rules))
  const redirects = { moved: movesOf(library), gone: withdrawnPaths(library) }
  await writeWhole(join(folder, serverFiles.nginx), printNginx(hashes, site.basePath, tops, redirects))
  await writeWhole(join(folder, serverFiles.caddy), printCaddy(hashes, site.basePath, tops, redirects))
  const lines = printRedirectsFile(redirects, site.basePath)
  if (lines) await writeWhole(join(folder, redirectsFile), lines)
}
