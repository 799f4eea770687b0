// npm run build [-- --clean]: content is checked, Next exports, the press prints, and only then out/ is replaced.
// Only what changed since the last build is exported and printed again; --clean starts over.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildSite } from '../build/build-site'
import { putAside } from '../build/next/deferred-removal'
import { workplaces } from '../build/paths'
import { contentDir } from '../library/content'
import { formatProblems } from '../model/problem'
import { type Command, consoleOf, type Io } from './command'
import { progressOn } from './progress'

async function run(argv: readonly string[], io: Io): Promise<number> {
  const { log, error } = consoleOf(io)
  const { values } = parseArgs({ args: [...argv], options: { clean: { type: 'boolean' } } })
  if (values.clean) for (const place of workplaces.kept) await putAside(place, workplaces.aside)
  const started = Date.now()
  const { problems, failed, steps } = await buildSite(contentDir(), progressOn(io.stderr))
  if (problems.length > 0) error(`${formatProblems(problems)}\n${problems.length} 处问题`)
  if (failed) error(`${failed}。${existsSync(workplaces.out) ? 'out/ 未改动' : '没有 out/'}`)
  if (problems.length > 0 || failed) return 1
  for (const { step, says } of steps) log(`  ${step}  ${says}`)
  log(`完成：${workplaces.out}/，用时 ${((Date.now() - started) / 1000).toFixed(1)} 秒`)
  return 0
}

export const command: Command = {
  usage: '用法：npm run build [-- --clean]\n  --clean  从头印，不用上次留下的东西',
  run,
}
