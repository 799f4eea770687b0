// npm run upload -- REMOTE:BUCKET[/FOLDER] [--dry-run]: publishes out/ to an object store with rclone, which must be set up.
// New files that never change go first, pages next, deletions last: a reader never meets a page whose files are not there.
// What is already there is not sent again, so it may be repeated after a cut connection.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { addressOf, featuresOf, knowsChecksums, noRclone, uploadSteps } from '../build/hosting/upload-steps'
import { isLocalOrigin } from '../model/addresses'
import { type Command, consoleOf, type Io, UsageError } from './command'

const folder = 'out'

function run(argv: readonly string[], io: Io): number {
  const { log, error: say } = consoleOf(io)
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { 'dry-run': { type: 'boolean' } },
    allowPositionals: true,
  })
  const [remote, ...more] = positionals
  if (!remote || more.length > 0 || !/^[\w.-]+:[^:]*$/.test(remote)) throw new UsageError('应写明一个远端')
  if (!existsSync(`${folder}/index.html`)) throw new UsageError('还没有 out/：请先运行 npm run build')
  const local = localAddress()
  if (local) {
    say(
      `没有上传：out/ 里的分享链接、二维码和订阅都指向 ${local}，别人打不开。写好网址（SITE_URL，或 content/site.md 的 url），再 npm run build`,
    )
    return 1
  }
  const features = spawnSync('rclone', featuresOf(remote), { encoding: 'utf8' })
  if (features.error) throw new UsageError(noRclone)
  for (const { says, args } of uploadSteps(folder, remote, knowsChecksums(features.stdout))) {
    log(`${says}……`)
    const flags = values['dry-run'] ? ['--dry-run'] : []
    const { status } = spawnSync('rclone', [...args, ...flags], { stdio: 'inherit' })
    if (status !== 0) {
      say(`没有传完（rclone ${status}）：原因见上；再运行一次会接着传`)
      return 1
    }
  }
  log('已传完')
  return 0
}

/** The address that the site in out/ was made for, where it is of this machine alone; '' where it is not. Its robots.txt has it. */
function localAddress(): string {
  const address = addressOf(folder)
  if (!address) throw new UsageError(`${folder}/robots.txt 里没有网站地图的网址，请重新运行 npm run build`)
  const { origin } = new URL(address)
  return isLocalOrigin(origin) ? origin : ''
}

export const command: Command = {
  usage: '用法：npm run upload -- 远端:桶[/文件夹] [--dry-run]   远端由 rclone config 设置',
  run,
}
