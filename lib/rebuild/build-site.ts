// One build from content/ to out/: keep, compile, plan, export, merge, press, put in place, record.
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { storeFiles } from '../content-store'
import { library } from '../library'
import { eachOf, filesIn, linkWhole, putInPlace } from '../press/folder'
import { type PageRecord, press, type Step } from '../press/press'
import type { Problem } from '../problem'
import { writeSealed } from '../sealed-file'
import { site } from '../site'
import { codeHash } from './code-hash'
import { compile, exportPages, nextFolder } from './export'
import { keepContent } from './keep-content'
import { type BuildRecord, type Kept, readRecord, saveRecord, whatStays } from './record'
import { ownerOf, type Views, viewsOf } from './routes'
import { workplaces } from './workplaces'

export type Built = {
  readonly problems: readonly Problem[]
  /** What failed, where Next or we have already said why; '' when nothing did. */
  readonly failed: string
  readonly steps: readonly Step[]
}

/** Begins a step that takes a while, by its name. */
type Begin = (name: string) => {
  readonly tell: (done: number, all: number) => void
  readonly end: () => void
}

const { out, printing, last, store, compiled, record: recordFile } = workplaces

/** Builds the site of a content folder into out/, which stays as it was when anything is wrong. */
export async function buildSite(dir: string, begin: Begin): Promise<Built> {
  await putInPlace(last, out) // a build that was cut off left it there
  const code = codeHash(process.cwd(), process.env)
  const checking = begin('检查内容')
  const { problems, read } = await keepContent(dir, store, code, checking.tell)
  checking.end()
  if (problems.length > 0) return { problems, failed: '', steps: [] }
  process.env.CONTENT_STORE = store

  const views = viewsOf(library())
  const before = readRecord(recordFile, code)
  const built = await print(views, code, before, begin)
  // A page that should have stayed came out otherwise: the record is not to be trusted, whatever the reason.
  const again = built === 'changed' ? await print(views, code, undefined, begin) : built
  if (again === 'changed') throw new Error('nothing was kept, yet something kept has changed')
  return { ...again, steps: [{ step: '内容', says: `新读 ${read} 期` }, ...again.steps] }
}

async function print(
  views: Views,
  code: string,
  before: BuildRecord | undefined,
  begin: Begin,
): Promise<Built | 'changed'> {
  const stays = whatStays(views, before, out)
  const exporting = begin('导出页面')
  writeSealed(storeFiles.plan(store), stays.plan)
  const exported = (await compile(compiled, code)) && (await exportPages(compiled, store, printing))
  exporting.end()
  if (!exported) return { problems: [], failed: '导出失败：原因见上', steps: [] }

  const printingPages = begin('印刷')
  const kept = await merge(stays, before)
  const newest = process.env.OFFLINE === 'off' ? undefined : library().articles.map(({ id }) => id)
  const { problems, pages, steps } = await press({ folder: printing, nextFolder, site, kept, newest })
  printingPages.end()
  if (problems.length > 0) return { problems, failed: '没有印', steps }
  if (!(await isAsBefore(stays))) return 'changed'

  await rm(recordFile, { force: true })
  await putInPlace(out, last)
  await putInPlace(printing, out)
  await rm(last, { recursive: true, force: true })
  await saveRecord(recordFile, out, { code, views, pages: Object.fromEntries(pages) }, before)
  return { problems, failed: '', steps }
}

/** Puts what stays beside what was exported; what was exported is the newer. Returns the notes of the pages that stay. */
async function merge(stays: Kept, before: BuildRecord | undefined): Promise<ReadonlyMap<string, PageRecord>> {
  const exported = new Set(await filesIn(printing))
  const wanted = stays.files.filter(file => !exported.has(file.replace(/\.(?:br|gz)$/, '')))
  await eachOf(wanted, file => linkWhole(join(out, file), join(printing, file)), 64)
  return new Map(
    wanted.flatMap(file => {
      const page = before?.pages[file]
      return page ? [[file, page] as const] : []
    }),
  )
}

async function isAsBefore({ files, proofs }: Kept): Promise<boolean> {
  const own = new Set(proofs)
  const again = files.filter(file => own.has(ownerOf(file) ?? ''))
  const same = await eachOf(again, async file => {
    const [was, is] = await Promise.all([out, printing].map(folder => readFile(join(folder, file))))
    return was !== undefined && is !== undefined && was.equals(is)
  })
  return same.every(Boolean)
}
