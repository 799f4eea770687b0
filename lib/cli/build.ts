// npm run build [-- --clean]: content is checked, Next exports, the press prints, and only then out/ is replaced.
// Only what changed since the last build is exported and printed again; --clean starts over.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildSite } from '../build/build-site'
import { putAside } from '../build/next/deferred-removal'
import { workplaces } from '../build/paths'
import { contentDir } from '../library/content'
import { formatProblems } from '../model/problem'
import { progress } from './progress'

const usage = '用法：npm run build [-- --clean]\n  --clean  从头印，不用上次留下的东西'

async function run(): Promise<number> {
  const { values } = parseArgs({ options: { clean: { type: 'boolean' } } })
  if (values.clean) for (const place of workplaces.kept) await putAside(place, workplaces.aside)
  const started = Date.now()
  const { problems, failed, steps } = await buildSite(contentDir(), progress)
  if (problems.length > 0) console.error(`${formatProblems(problems)}\n${problems.length} 处问题`)
  if (failed) console.error(`${failed}。${existsSync(workplaces.out) ? 'out/ 未改动' : '没有 out/'}`)
  if (problems.length > 0 || failed) return 1
  for (const { step, says } of steps) console.log(`  ${step}  ${says}`)
  console.log(`完成：${workplaces.out}/，用时 ${((Date.now() - started) / 1000).toFixed(1)} 秒`)
  return 0
}

try {
  process.exitCode = await run()
} catch (error) {
  const wrongUse =
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  console.error(wrongUse ? `${error.message}\n${usage}` : error)
  process.exitCode = 1
}
