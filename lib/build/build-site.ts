// One build from content/ to out/: keep, compile, plan, export, merge, press, put in place, record.
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { library } from '../library/site-library'
import type { Problem } from '../model/problem'
import { site } from '../model/site'
import {
  type BuildRecord,
  filesOf,
  type Kept,
  readRecord,
  saveRecord,
  together,
  whatStays,
} from './cache/build-manifest'
import { keepContent } from './cache/load-content'
import { isExported, piecesIn, type Views, viewsOf } from './cache/routes'
import { codeHash } from './cache/toolchain-hash'
import { eachOf, filesIn, moveInto, putInPlace } from './files/folder'
import { compile, exportPages } from './next/run-next'
import { workplaces } from './paths'
import { press, type Standing } from './postprocess'
import { placeAmong, placeWhole } from './publish-output'
import { areMany, writeMeanwhile } from './search-index'
import type { Step } from './step'

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

const { out, printing, meanwhile, last, store, compiled, record: recordFile, aside } = workplaces

/** Builds the site of a content folder into out/, which stays as it was when anything is wrong. */
export async function buildSite(dir: string, begin: Begin): Promise<Built> {
  try {
    return await build(dir, begin)
  } finally {
    const clearing = begin('收拾')
    await rm(aside, { recursive: true, force: true })
    clearing.end()
  }
}

async function build(dir: string, begin: Begin): Promise<Built> {
  await putInPlace(last, out) // a build that was cut off left it there
  const code = codeHash(process.cwd(), process.env)
  const checking = begin('检查内容')
  const { problems, read } = await keepContent(dir, store, code, checking.tell)
  checking.end()
  if (problems.length > 0) return { problems, failed: '', steps: [] }
  process.env.CONTENT_STORE = store

  const before = readRecord(recordFile, code)
  const built = await print(code, before, begin)
  // A page that should have stayed came out otherwise: the record is not to be trusted, whatever the reason.
  const again = built === 'changed' ? await print(code, undefined, begin) : built
  if (again === 'changed') throw new Error('nothing was kept, yet something kept has changed')
  return { ...again, steps: [{ step: '内容', says: `新读 ${read} 期` }, ...again.steps] }
}

async function print(
  code: string,
  before: BuildRecord | undefined,
  begin: Begin,
): Promise<Built | 'changed'> {
  const { views, stays, index } = await plan(before, begin)
  const exporting = begin('导出页面')
  const fault = (await compile(compiled, code)) || (await exportPages(stays.plan, workplaces, exporting.tell))
  exporting.end()
  if (fault) return { problems: [], failed: `${fault}\n导出失败：原因见上`, steps: [] }

  const waiting = begin('等搜索索引')
  const indexed = await index
  await moveInto(meanwhile, printing)
  waiting.end()
  const standing = await whatStands(stays, before)
  const newest = process.env.OFFLINE === 'off' ? undefined : library().articles.map(({ id }) => id)
  const { tell, end } = stepsTold(begin)
  const pressed = await press({ folder: printing, compiled, site, standing, newest, tell })
  end()
  const { problems, steps } = pressed
  if (problems.length > 0) return { problems, failed: '没有印', steps }
  if (!(await isAsBefore(stays))) return 'changed'

  const placing = begin('放好')
  const fresh = await filesIn(printing)
  await rm(recordFile, { force: true }) // a build that is cut off from here on leaves no record, and the next one prints everything
  await (standing.files.size > 0 ? placeAmong(workplaces, standing.files) : placeWhole(workplaces))
  const files = filesOf(out, fresh, standing.files, before?.files)
  saveRecord(recordFile, { code, views, files, pages: Object.fromEntries(pressed.pages) })
  placing.end()
  return { problems, failed: '', steps: [indexed, ...steps] }
}

type Plan = {
  readonly views: Views
  readonly stays: Kept
  /** The search index and what else needs no page, under way. */
  readonly index: Promise<Step>
}

/** What stays and what is made again. What takes longest, the index, begins before anything is known of the pages. */
async function plan(before: BuildRecord | undefined, begin: Begin): Promise<Plan> {
  await rm(meanwhile, { recursive: true, force: true })
  const ofIndex = viewsOf(library(), route => !isExported(route))
  const indexStays = whatStays(ofIndex, before, out)
  const pieces = piecesIn(indexStays.plan)
  const indexing = areMany(pieces) ? begin('搜索索引') : undefined
  const index = writeMeanwhile(meanwhile, pieces, indexStays.files, indexing?.tell)
  index.catch(() => {}) // thrown where it is waited for
  await new Promise(setImmediate) // until its processes have their work
  const ofPages = viewsOf(library(), isExported)
  const pagesStay = whatStays(ofPages, before, out)
  if (indexing) await index
  indexing?.end()
  return { views: { ...ofIndex, ...ofPages }, stays: together(indexStays, pagesStay), index }
}

/** Begins each step of the press when it is first heard of, and ends the one before. */
function stepsTold(begin: Begin) {
  let current: { readonly name: string; readonly step: ReturnType<Begin> } | undefined
  return {
    tell: (name: string, done: number, all: number) => {
      if (current?.name !== name) {
        current?.step.end()
        current = { name, step: begin(name) }
      }
      current.step.tell(done, all)
    },
    end: () => current?.step.end(),
  }
}

/** What stays and was not exported all the same: what was exported is the newer. */
async function whatStands(stays: Kept, before: BuildRecord | undefined): Promise<Standing> {
  const exported = new Set(await filesIn(printing))
  const files = stays.files.filter(file => !exported.has(file.replace(/\.(?:br|gz)$/, '')))
  const pages = files.flatMap(file => {
    const page = before?.pages[file]
    return page ? [[file, page] as const] : []
  })
  return { folder: out, files: new Set(files), pages: new Map(pages) }
}

/** Pages that were exported although they stay must have come out as they stand. */
async function isAsBefore({ proofs }: Kept): Promise<boolean> {
  const same = await eachOf(proofs, async file => {
    const is = await readFile(join(printing, file)).catch(() => undefined)
    return is === undefined || is.equals(await readFile(join(out, file)))
  })
  return same.every(Boolean)
}
