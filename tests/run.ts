// Every test there is, in the order in which a fault is cheapest to find; ends with `N passed, M failed, K skipped`.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureChromium } from './browser/chromium'

const root = new URL('..', import.meta.url).pathname
const reports = `${root}.cache/tests`
/** What the owner of a site has set is no part of what is tested: the site under test is the one that comes with the code. */
const env: NodeJS.ProcessEnv = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', SITE_SETTINGS: '{}' }

type Count = { readonly passed: number; readonly failed: number; readonly skipped: number }

/** Runs one of the project's own commands; a command counts as one test. */
function command(...args: readonly string[]): Count {
  const passed =
    spawnSync('npx', ['--no-install', ...args], { cwd: root, env, stdio: 'inherit' }).status === 0
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }
}

/** Runs one project of the Vitest configuration and reads its count; no report counts as a failure. */
function vitest(project: string): Count {
  const report = `${reports}/${project}.json`
  rmSync(report, { force: true })
  const args = ['vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', project]
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { failed } = command(...args, ...reporters)
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    // A file that cannot be loaded fails the run without a failed test.
    return {
      passed: numPassedTests,
      failed: Math.max(numFailedTests, failed),
      skipped: numPendingTests + numTodoTests,
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function browser(): Count {
  try {
    env.CHROMIUM_PATH = ensureChromium(line => console.log(line))
    return { passed: 1, failed: 0, skipped: 0 }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const steps: readonly (readonly [string, () => Count])[] = [
  ['types: next', () => command('next', 'typegen')],
  ['types: tsc', () => command('tsc', '--noEmit')],
  ['lint', () => command('biome', 'check', '.')],
  ['unit tests', () => vitest('unit')],
  ['build', () => command('tsx', 'lib/cli/main.ts', 'build')],
  // After the build: they take over what it compiled.
  ['law', () => vitest('law')],
  ['site tests', () => vitest('site')],
  ['a browser', browser],
  ['browser tests', () => vitest('browser')],
]

mkdirSync(reports, { recursive: true })
const total = { passed: 0, failed: 0, skipped: 0 }
for (const [name, run] of steps) {
  console.log(`\n== ${name}`)
  const started = performance.now()
  const count = run()
  total.passed += count.passed
  total.failed += count.failed
  total.skipped += count.skipped
  console.log(
    `== ${name}: ${count.passed} passed, ${count.failed} failed (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  )
}
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
