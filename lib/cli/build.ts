// npm run build [-- --clean] [-- --publish] [-- --why ADDRESS]: content is checked, Next renders, postprocessing makes plain pages, and only then
// out/ is replaced. Only what changed since the last build is made again; --clean starts over.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildInputs, type Inputs, isUnchanged, recordBuild } from '../build/cache/last-build'
import { readToolchain } from '../build/cache/toolchain-hash'
import { discard } from '../build/next/deferred-removal'
import { buildPaths } from '../build/paths'
import { isLocalOrigin } from '../model/addresses'
import { readOwnSettings } from '../model/own-settings'
import { formatProblems } from '../model/problem'
import { type Environment, readSettings } from '../model/settings'
import { readSite } from '../model/site'
import { type Command, consoleOf, type Io } from './command'
import { progressOn } from './progress'

const options = { clean: { type: 'boolean' }, publish: { type: 'boolean' }, why: { type: 'string' } } as const

async function run(argv: readonly string[], io: Io): Promise<number> {
  const { log, error } = consoleOf(io)
  const { clean, publish, why } = parseArgs({ args: [...argv], options }).values
  const local = localSays(io.env)
  if (publish && local) {
    error(`不能发布：${local}。out/ 未改动`)
    return 1
  }
  if (clean) for (const place of buildPaths.forgotten) await discard(place, buildPaths.discarded)
  const started = Date.now()
  const { env } = io
  const { contentDir: dir } = readSettings(env)
  const inputs = buildInputs(readToolchain(process.cwd(), env).checksum, dir)
  if (why === undefined && hasNothingToDo(inputs)) {
    log(`  内容  新读 0 期\n  网站  与上次相同，没有改动`)
    if (local) log(`注意：${local}`)
    return 0
  }
  // Loaded only here: a build with nothing to do ends before it.
  const { buildSite } = await import('../build/build-site')
  const built = await buildSite({ dir, env, begin: progressOn(io.stderr), why })
  const { problems, failed, steps } = built
  if (problems.length > 0) error(`${formatProblems(problems)}\n${problems.length} 处问题`)
  if (failed) error(`${failed}。${existsSync(buildPaths.out) ? 'out/ 未改动' : '没有 out/'}`)
  if (problems.length > 0 || failed) return 1
  recordBuild(buildPaths.lastBuild, inputs, started, buildPaths.out)
  for (const { step, says } of steps) log(`  ${step}  ${says}`)
  log(`完成：${buildPaths.out}/，用时 ${((Date.now() - started) / 1000).toFixed(1)} 秒`)
  for (const line of built.why) log(line)
  if (local) log(`注意：${local}`)
  return 0
}

/** What is wrong with a site whose address is of this machine alone; '' for one that others can open. */
function localSays(env: Environment): string {
  const { origin } = readSite(env, readOwnSettings(env))
  if (!isLocalOrigin(origin)) return ''
  return `没有写网址（SITE_URL，或 content/site.md 的 url），分享链接、二维码和订阅都指向 ${origin}，别人打不开`
}

/** Whether the last build was made of the same, and nothing of it or of what it keeps is missing. */
function hasNothingToDo(inputs: Inputs): boolean {
  const { lastBuild, out, last, store, compiled, manifest } = buildPaths
  return !existsSync(last) && isUnchanged(lastBuild, inputs, out, [store, compiled, manifest])
}

export const command: Command = {
  usage: `用法：npm run build [-- --clean] [-- --publish] [-- --why 网址]
  --clean    从头印，不用上次留下的东西
  --publish  要发布的：没有写网址就不生成
  --why      说明某一页为什么重新生成，或为什么没有，如 --why /articles/gh202411-01/`,
  run,
}
