// The site as it would be published: built beside the one that is published, looked at, compared with it, and put in its place when an
// editor says so. One thing at a time; whoever asks meanwhile is told how far it is.
import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { systemProblem } from '../issues/system-problem'
import { byCodeUnit } from '../model/order'
import type { Problem } from '../model/problem'
import { PublishFault, publishFolder, recoverFolder } from './publish-folder'
import { commitIssue, gitPlace } from './publish-git'
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

/** The site of a desk. What a killed publication left behind is put right. Throws what the file system throws. */
export function openSite(places: SitePlaces): DeskSite {
  const { content, built, folder, remote, uploaded } = places
  const rest: Progress = { step: '', done: 0, all: 0 }
  const memory: Memory = {
    ...{ under: '', progress: rest, built: undefined, problems: [], said: undefined },
    work: Promise.resolve(),
  }
  recoverFolder(folder)
  const place = gitPlace(content)
  const isFresh = () => memory.built !== undefined && memory.built.stamp === stampOf(content)
  const begin = (under: 'build' | 'publish', work: () => Promise<void>) => {
    Object.assign(memory, { under, progress: rest, said: undefined })
    memory.work = work()
      .catch((error: unknown) => {
        memory.said = { good: false, text: wordsOf(error, folder) }
      })
      .finally(() => Object.assign(memory, { under: '', progress: rest }))
    return ''
  }
  const ways = (): SiteState['ways'] => [
    { way: 'folder', says: `文件夹 ${folder}`, fault: '' },
    ...(remote ? [{ way: 'upload' as const, says: `远端 ${remote}`, fault: uploadFault(built) }] : []),
    ...(place ? [{ way: 'git' as const, says: `Git 提交（${place.branch}）`, fault: '' }] : []),
  ]
  const publish = async ({ way, issue }: Extract<SiteWish, { do: 'publish' }>): Promise<string> => {
    const hear = (progress: Progress) => {
      memory.progress = progress
    }
    if (way === 'folder') return publishFolder(built, folder, hear)
    if (way === 'git') return commitIssue(content, issue)
    const said = await uploadSite(built, remote, hear)
    await keepUploaded(built, uploaded)
    return said
  }
  return {
    built,
    state: () => ({
      ...{ under: memory.under, ...memory.progress, problems: memory.problems, ways: ways() },
      build: memory.built?.id ?? '',
      fresh: memory.under === '' && isFresh(),
      ...(memory.said && { said: memory.said }),
    }),
    ask: wish => {
      if (memory.under !== '') return wish.do === memory.under ? '' : '上一件事还没有做完，请等它做完'
      if (wish.do === 'build') return begin('build', () => buildOnce(places, memory))
      if (wish.build !== memory.built?.id || !isFresh()) return '内容又改过了，先看过会变的页面再发布'
      if (!ways().some(({ way, fault }) => way === wish.way && fault === ''))
        return '这样发布不了，请换一种方式'
      return begin('publish', async () => {
        memory.said = { good: true, text: await publish(wish) }
      })
    },
    changes: async way =>
      memory.built && {
        build: memory.built.id,
        ...(await changesBetween(way === 'upload' ? uploaded : folder, built)),
      },
    idle: () => memory.work,
  }
}

const wordsOf = (error: unknown, folder: string): string =>
  error instanceof PublishFault ? error.message : `没有发布：${systemProblem(error, folder, folder).message}`

/** Builds, and notes what it was made of: content that changes meanwhile makes it out of date. */
async function buildOnce({ content, build }: SitePlaces, memory: Memory): Promise<void> {
  const stamp = stampOf(content)
  const { problems, failed } = await build(progress => {
    memory.progress = progress
  })
  memory.problems = problems
  if (failed) memory.said = { good: false, text: failed }
  if (problems.length === 0 && !failed)
    memory.built = { id: String(Number(memory.built?.id ?? 0) + 1), stamp }
}

/** Names, sizes and times of all files below a folder: another one as soon as one of them was written. */
function stampOf(folder: string): string {
  if (!existsSync(folder)) return ''
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => byCodeUnit(a.name, b.name))
  return entries
    .map(entry => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return `${entry.name}/\n${stampOf(path)}`
      const stat = lstatSync(path, { throwIfNoEntry: false })
      return [entry.name, stat?.size, stat?.mtimeMs, stat?.ino].join(' ')
    })
    .join('\n')
}
