// A site published to an object store, as `npm run upload` does it; what was uploaded last is kept, to say what changes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { filesIn, makeFolders } from '../build/files/folder'
import { addressOf, featuresOf, knowsChecksums, noRclone, uploadSteps } from '../build/hosting/upload-steps'
import { linkOrCopy } from '../issues/issue-folder'
import { isLocalOrigin } from '../model/addresses'
import { PublishFault } from './publish-folder'
import type { Progress } from './wire'

/** Why a built site cannot be uploaded; '' where it can be. */
export function uploadFault(built: string): string {
  const address = addressOf(built)
  if (!address || !isLocalOrigin(new URL(address).origin)) return ''
  return '没有写网址（SITE_URL，或 content/site.md 的 url），上传了别人也打不开'
}

/** Uploads a site; says so in Chinese. Throws a PublishFault with what rclone said; it can be repeated then, and goes on. */
export async function uploadSite(
  built: string,
  remote: string,
  hear: (progress: Progress) => void,
): Promise<string> {
  const features = await runRclone(featuresOf(remote))
  if (!features) throw new PublishFault(noRclone)
  const steps = uploadSteps(built, remote, knowsChecksums(features.printed))
  for (const [done, { says, args }] of steps.entries()) {
    hear({ step: says, done, all: steps.length })
    const run = await runRclone(args)
    if (run?.fault !== '') throw new PublishFault(`没有传完：${run?.fault ?? noRclone}。再发布一次会接着传`)
  }
  return `已上传到 ${remote}`
}

type Run = {
  readonly printed: string
  /** What it complained of last; '' when it ended well. */
  readonly fault: string
}

/** Runs rclone to its end; undefined where there is none. */
async function runRclone(args: readonly string[]): Promise<Run | undefined> {
  const child = spawn('rclone', args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let [printed, said] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed = (printed + text).slice(-100_000)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2_000)
  })
  try {
    const [status] = await once(child, 'close')
    return { printed, fault: status === 0 ? '' : said.trim().split('\n').at(-1) || `rclone ${status}` }
  } catch {
    return undefined
  }
}

/** Remembers a site by links to its files, which a later build does not write to but replaces. */
export async function keepUploaded(built: string, uploaded: string): Promise<void> {
  const made = `${uploaded}.new`
  rmSync(made, { recursive: true, force: true })
  const files = await filesIn(built)
  mkdirSync(dirname(made), { recursive: true })
  await makeFolders(made, files)
  for (const file of files) linkOrCopy(join(built, file), join(made, file))
  if (existsSync(uploaded)) rmSync(uploaded, { recursive: true, force: true })
  renameSync(made, uploaded)
}
