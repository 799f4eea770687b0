// npm run build: content is checked, Next exports, the press prints, and only then out/ is replaced.
import { spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { checkContent } from '../audit/check'
import { contentDir } from '../content'
import { newestFirst } from '../listing'
import { putInPlace } from '../press/folder'
import { press } from '../press/press'
import { formatProblems } from '../problem'
import { site } from '../site'

const out = 'out'
/** Work happens here; out/ holds a whole site at any time that anyone looks. */
const printing = '.cache/printing'
const last = '.cache/last-out'

function stop(message: string): never {
  console.error(message)
  process.exit(1)
}

const restore = () => putInPlace(last, out)

const started = Date.now()

console.log('检查内容……')
const { articles, issues, problems: faults } = checkContent(contentDir())
if (faults.length > 0) stop(`${formatProblems(faults)}\n${faults.length} 处问题，没有开始印。out/ 未改动`)
const newest = [...articles].sort(newestFirst(issues)).map(article => article.id)

await restore() // a build that was cut off left it there
await putInPlace(out, last)

console.log('导出页面（Next）……')
const next = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
})
if (next.status !== 0) {
  await rm(out, { recursive: true, force: true })
  await restore()
  stop('导出失败：原因见上。out/ 未改动')
}

console.log('印成素页……')
await putInPlace(out, printing)
await restore()
const sheet = { folder: printing, nextFolder: '.next', site }
const offline = process.env.OFFLINE !== 'off'
const { steps, problems } = await press({ ...sheet, newest: offline ? newest : undefined })
if (problems.length > 0) {
  stop(
    `${formatProblems(problems)}\n共 ${problems.length} 处问题，没有印。out/ 未改动（导出的文件在 ${printing}/）`,
  )
}
await putInPlace(printing, out)
await rm(last, { recursive: true, force: true })

for (const { step, says } of steps) console.log(`  ${step}  ${says}`)
console.log(`完成：${out}/，用时 ${((Date.now() - started) / 1000).toFixed(1)} 秒`)
