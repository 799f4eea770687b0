// The site as it would be published: built beside the one that is published, looked at, compared with it, and put in its place when an
// editor says so. One thing at a time; whoever asks meanwhile is told how far it is.
import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { systemProblem } from '../issues/system-problem'
import { byCodeUnit } from '../model/order'
import type { Problem } from '../model/problem'
import { PublishFault, publishFolder, recoverFolder } from './publish-folder'
import { branchOf, commitIssue } from './publish-git'
import { keepUploaded, uploadFault, uploadSite } from './publish-upload'
import { changesBetween } from './site-changes'
import type { Progress, SiteChanges, SiteState, SiteWish, Way } from './wire'

/** What came of a build: problems of the content, or what failed. Neither: the site is built. */
export type BuildOutcome = { readonly problems: readonly Problem[]; readonly failed: string }

/** Builds the site of the content as it is; hears how far it is. Never throws. */
export type SiteBuilder = (hear: (progress: Progress) => void) => Promise<BuildOutcome>

export type SitePlaces = {
  /** The content folder. */
  readonly content: string
  /** The folder that the builder leaves the site in. */
  readonly built: string
  readonly build: SiteBuilder
  /** Where it is published to: a folder, and a remote of rclone or ''. */
  readonly folder: string
  readonly remote: string
  /** Where the last site that was uploaded is remembered. */
  readonly uploaded: string
}

export type DeskSite = {
  /** The folder of the site that is looked at. */
  readonly built: string
  readonly state: () => SiteState
  /** Does it, or refuses with a reason in Chinese; '' when it has begun. It goes on after the answer. */
  readonly ask: (wish: SiteWish) => string
  /** How the site that was built differs from what is published that way; undefined when none was built. */
  readonly changes: (way: Way) => Promise<SiteChanges | undefined>
  /** Resolves when nothing is under way. */
  readonly idle: () => Promise<void>
}

type Memory = {
  under: SiteState['under']
  progress: Progress
  built: { readonly id: string; readonly stamp: string } | undefined
  problems: readonly Problem[]
  said: SiteState['said']
  work: Promise<void>
}

/** A site with what is under way with it; `branch`: of the Git repository that the content is in, if it is in one. */
type Open = SitePlaces & { readonly memory: Memory; readonly branch: string | undefined }

const rest: Progress = { step: '', done: 0, all: 0 }

/** The site of a desk. What a killed publication left behind is put right. Throws what the file system throws. */
export function openSite(places: SitePlaces): DeskSite {
  const { content, built, folder, uploaded } = places
  const memory: Memory = {
    ...{ under: '', progress: rest, built: undefined, problems: [], said: undefined },
    work: Promise.resolve(),
  }
  recoverFolder(folder)
  const open: Open = { ...places, memory, branch: branchOf(content) }
  return {
    built,
    state: () => stateOf(open),
    ask: wish => begin(open, wish),
    changes: async way =>
      memory.built && {
        build: memory.built.id,
        ...(await changesBetween(way === 'upload' ? uploaded : folder, built)),
      },
    idle: () => memory.work,
  }
}

const isFresh = ({ content, memory }: Open) =>
  memory.built !== undefined && memory.built.stamp === folderStamp(content)

function stateOf(open: Open): SiteState {
  const { under, progress, problems, built, said } = open.memory
  return {
    ...{ under, ...progress, problems, ways: waysOf(open) },
    build: built?.id ?? '',
    fresh: under === '' && isFresh(open),
    ...(said && { said }),
  }
}

const waysOf = ({ built, folder, remote, branch }: Open): SiteState['ways'] => [
  { way: 'folder', says: `文件夹 ${folder}`, fault: '' },
  ...(remote ? [{ way: 'upload' as const, says: `远端 ${remote}`, fault: uploadFault(built) }] : []),
  ...(branch ? [{ way: 'git' as const, says: `Git 提交（${branch}）`, fault: '' }] : []),
]

/** Begins what is asked for; why not, in Chinese, or ''. */
function begin(open: Open, wish: SiteWish): string {
  const { memory } = open
  if (memory.under !== '') return wish.do === memory.under ? '' : '上一件事还没有做完，请等它做完'
  if (wish.do === 'build') return work(open, 'build', () => buildOnce(open))
  if (wish.build !== memory.built?.id || !isFresh(open)) return '内容又改过了，先看过会变的页面再发布'
  if (!waysOf(open).some(({ way, fault }) => way === wish.way && fault === ''))
    return '这样发布不了，请换一种方式'
  return work(open, 'publish', async () => {
    memory.said = { good: true, text: await publish(open, wish) }
  })
}

/** Sets to work; what is thrown is said. */
function work({ memory, folder }: Open, under: 'build' | 'publish', act: () => Promise<void>): '' {
  Object.assign(memory, { under, progress: rest, said: undefined })
  memory.work = act()
    .catch((error: unknown) => {
      memory.said = { good: false, text: wordsOf(error, folder) }
    })
    .finally(() => Object.assign(memory, { under: '', progress: rest }))
  return ''
}

const hearIn = (memory: Memory) => (progress: Progress) => {
  memory.progress = progress
}

/** Publishes the site that was built; says so in Chinese. */
async function publish(open: Open, { way, issue }: Extract<SiteWish, { do: 'publish' }>): Promise<string> {
  const { content, built, folder, remote, uploaded, memory } = open
  if (way === 'folder') return publishFolder(built, folder, hearIn(memory))
  if (way === 'git') return commitIssue(content, issue)
  const said = await uploadSite(built, remote, hearIn(memory))
  await keepUploaded(built, uploaded)
  return said
}

const wordsOf = (error: unknown, folder: string): string =>
  error instanceof PublishFault ? error.message : `没有发布：${systemProblem(error, folder, folder).message}`

/** Builds, and notes what it was made of: content that changes meanwhile makes it out of date. */
async function buildOnce({ content, build, memory }: Open): Promise<void> {
  const stamp = folderStamp(content)
  const { problems, failed } = await build(hearIn(memory))
  memory.problems = problems
  if (failed) memory.said = { good: false, text: failed }
  if (problems.length === 0 && !failed)
    memory.built = { id: String(Number(memory.built?.id ?? 0) + 1), stamp }
}

/** Names, sizes and times of all files below a folder: another one as soon as one of them was written. */
function folderStamp(folder: string): string {
  if (!existsSync(folder)) return ''
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => byCodeUnit(a.name, b.name))
  return entries
    .map(entry => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return `${entry.name}/\n${folderStamp(path)}`
      const stat = lstatSync(path, { throwIfNoEntry: false })
      return [entry.name, stat?.size, stat?.mtimeMs, stat?.ino].join(' ')
    })
    .join('\n')
}
