// One build from content/ to out/: load the content, find what can be reused, compile, render, postprocess, publish.
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { keepBundles } from '../device/bundle'
import { ownFiles } from '../format/own-files'
import { openPublished, openStore } from '../library/article-store'
import { type Library, libraryOf } from '../library/library'
import { movedRoute, moveProblems } from '../library/moves'
import type { Problem } from '../model/problem'
import { type Environment, readSettings } from '../model/settings'
import { site } from '../model/site'
import {
  type BuildManifest,
  isUpToDate,
  type Reuse,
  readBuildManifest,
  recordFiles,
  writeBuildManifest,
} from './cache/build-manifest'
import { explainPage, reasonToRebuild } from './cache/explain'
import { loadContent, markPublished } from './cache/load-content'
import { readToolchain } from './cache/toolchain-hash'
import { filesIn, moveInto, putInPlace } from './files/folder'
import { renderAll } from './next/render-pages'
import { collectAssets, compile } from './next/run-next'
import { buildPaths } from './paths'
import { photographStore, photographsOf, preparePhotographs } from './pictures/photographs'
import { type Begin, type BuildInputs, changedCanary, planBuild, reusedOutput } from './plan-build'
import { postprocess } from './postprocess'
import { publishChanges, publishWhole } from './publish-output'
import type { Step } from './step'

export type Built = {
  readonly problems: readonly Problem[]
  /** What failed, where Next or we have already said why; '' when nothing did. */
  readonly failed: string
  readonly steps: readonly Step[]
  /** Why the page that was asked about is made again or not, line by line. */
  readonly why: readonly string[]
}

export type BuildOptions = {
  /** The content folder. */
  readonly dir: string
  readonly env: Environment
  /** Begins a step that takes a while, by its name. */
  readonly begin: Begin
  /** The address of a page to explain, below the site's root. */
  readonly why?: string | undefined
}

const {
  out,
  rendered,
  index: indexFolder,
  last: lastOut,
  store,
  compiled,
  bundles,
  manifest,
  discarded,
} = buildPaths

/** Builds the site of a content folder into out/, which stays as it was when anything is wrong. */
export async function buildSite(options: BuildOptions): Promise<Built> {
  try {
    return await build(options)
  } finally {
    const clearing = options.begin('收拾')
    await rm(discarded, { recursive: true, force: true })
    clearing.end()
  }
}

async function build({ dir, env, begin, why }: BuildOptions): Promise<Built> {
  await putInPlace(lastOut, out) // a build that was cut off left it there
  const toolchain = readToolchain(process.cwd(), env)
  const checking = begin('检查内容')
  const {
    problems,
    read,
    checksum: content,
  } = await loadContent(dir, store, toolchain.checksum, checking.tell)
  checking.end()
  if (problems.length > 0) return { problems, failed: '', steps: [], why: [] }

  const library = libraryOf(openStore(store))
  const misled = moveProblems(library, join(dir, ownFiles.moves))
  const unread = misled.length > 0 ? misled : await prepare(library, dir, begin)
  if (unread.length > 0) return { problems: unread, failed: '', steps: [], why: [] }
  const recorded = readBuildManifest(manifest)
  const reason = reasonToRebuild(recorded, toolchain)
  const loaded: Step = { step: '内容', says: `新读 ${read} 期` }
  const answer =
    why === undefined ? [] : explainPage({ path: why, toolchain, library, ...atLastBuild(recorded) })
  if (!reason && isUpToDate(recorded, content, out, existsSync(out) ? await filesIn(out) : []))
    return {
      problems,
      failed: '',
      steps: [loaded, { step: '网站', says: '与上次相同，没有改动' }],
      why: answer,
    }

  const inputs: BuildInputs = { library, dir, content, toolchain, env, begin }
  const first = await render(inputs, reason ? undefined : recorded)
  // In doubt everything is made again: a page that should not have changed did, whatever the reason.
  const { canary, ...built } = first.canary ? await render(inputs, undefined) : first
  if (canary) throw new Error('nothing was reused, yet something reused has changed')
  const full = first.canary ? `抽查的 ${first.canary} 与上次不同，而内容没有变` : reason
  const scope = full ? [{ step: '范围', says: `全部重新生成：${full}` }] : []
  return { ...built, steps: [loaded, ...scope, ...built.steps], why: answer }
}

/** Makes the copies of the photographs that are missing; what is wrong with them. */
async function prepare(library: Library, dir: string, begin: Begin): Promise<readonly Problem[]> {
  const photographs = photographsOf(library, dir)
  const making = photographs.length > 0 ? begin('照片') : undefined
  const { problems } = await preparePhotographs(photographs, photographStore, making?.tell)
  making?.end()
  return problems
}

/** What is known of the last build, to explain a page by. */
function atLastBuild(recorded: BuildManifest | undefined) {
  const published = openPublished(store)
  return { out, last: recorded, published: published && libraryOf(published) }
}

/** `canary`: a file that was to be reused, but came out otherwise; '' as a rule. Nothing is published then. */
type Rendered = Omit<Built, 'why'> & { readonly canary: string }

async function render(inputs: BuildInputs, last: BuildManifest | undefined): Promise<Rendered> {
  const { library, dir, content, toolchain, begin } = inputs
  const { checksums, reuse, index } = await planBuild(inputs, last)
  const fault = await renderFiles(inputs, reuse)
  if (fault) return { problems: [], failed: `${fault}\n导出失败：原因见上`, steps: [], canary: '' }

  const waiting = begin('等搜索索引')
  const indexed = await index
  await moveInto(indexFolder, rendered)
  waiting.end()
  const reused = await reusedOutput(reuse, last)
  const { onProgress, end } = progressOf(begin)
  const { offline } = readSettings(inputs.env)
  const made = { folder: rendered, compiled, bundles, site, library, dir, reused, offline }
  const done = await postprocess({ ...made, onProgress })
  end()
  const { problems, steps } = done
  if (problems.length > 0) return { problems, failed: '没有印', steps, canary: '' }
  const canary = await changedCanary(reuse)
  if (canary) return { problems, failed: '', steps: [], canary }

  const publishing = begin('放好')
  const files = await publish(reused.files, last)
  const pages = Object.fromEntries(done.pages)
  writeBuildManifest(manifest, { toolchain, content, inputs: checksums, files, pages })
  markPublished(store)
  publishing.end()
  return { problems, failed: '', steps: [indexed, ...steps], canary: '' }
}

/** Compiles, and renders what is not reused; what Next said is wrong, or ''. */
async function renderFiles(
  { library, toolchain, env, begin }: BuildInputs,
  { plan }: Reuse,
): Promise<string> {
  const rendering = begin('导出页面')
  const fault = await compile(compiled, toolchain.compiled, env)
  if (!fault) {
    await keepBundles(bundles)
    await rm(rendered, { recursive: true, force: true })
    await collectAssets(compiled, rendered)
    const places = { compiled, rendered, store, bundles, basePath: site.basePath }
    const pages = { ...plan, [movedRoute.name]: movedRoute.params(library) }
    await renderAll(pages, places, env, rendering.tell)
  }
  rendering.end()
  return fault
}

/** Puts what was made into out/, which has no manifest until it is written again: a build that is cut off makes the next one whole. */
async function publish(reused: ReadonlySet<string>, last: BuildManifest | undefined) {
  const fresh = await filesIn(rendered)
  await rm(manifest, { force: true })
  await (reused.size > 0 ? publishChanges(buildPaths, reused) : publishWhole(buildPaths))
  return recordFiles(out, fresh, reused, last?.files)
}

/** Begins each step of postprocessing when it is first heard of, and ends the one before. */
function progressOf(begin: Begin) {
  let current: { readonly name: string; readonly step: ReturnType<Begin> } | undefined
  return {
    onProgress: (name: string, done: number, all: number) => {
      if (current?.name !== name) {
        current?.step.end()
        current = { name, step: begin(name) }
      }
      current.step.tell(done, all)
    },
    end: () => current?.step.end(),
  }
}
