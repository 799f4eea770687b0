// npm run test:thousand [-- NAME …]: what holds for the real issue holds for 1,000 generated articles. Builds them in a copy of
// the project, then runs the tests of plain pages (those of that name) against its out/; ends with `N passed, M failed, K skipped`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeContentFolder } from './bench/content-folder'
import { ensureChromium } from './browser/chromium'
import { copyProject } from './project-copy'

const root = new URL('..', import.meta.url).pathname
const count = Number(process.env.ARTICLES || 1000)
/** Budgets and requests, policy, pixels, offline, attack, sub-folder, nginx and Caddy, same bytes. */
const tests = [
  'tests/site/servers.test.ts',
  'tests/site/sameness.test.ts',
  'tests/site/header-hosts.test.ts',
  ...['policy', 'offline', 'attack', 'pixels', 'subfolder'].map(name => `tests/browser/${name}.test.ts`),
]
const names = process.argv.slice(2)
const chosen = tests.filter(test => names.length === 0 || names.some(name => test.includes(name)))

const home = mkdtempSync(join(tmpdir(), 'thousand-'))
const contentFolder = join(home, 'content')
const report = join(home, 'report.json')
const copy = copyProject(home)

function run(): number {
  writeContentFolder(contentFolder, count)
  const CHROMIUM_PATH = ensureChromium(line => console.log(line))
  console.log(copy.build({ CONTENT_DIR: contentFolder }))
  const env = { ...process.env, CONTENT_DIR: contentFolder, OUT_DIR: join(copy.folder, 'out'), CHROMIUM_PATH }
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = [
    '--no-install',
    'vitest',
    'run',
    '--config',
    'tests/vitest.config.ts',
    ...reporters,
    ...chosen,
  ]
  const { status } = spawnSync('npx', args, { cwd: root, env, stdio: 'inherit' })
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
  console.log(
    `\n${count} articles: ${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`,
  )
  // A file that cannot be loaded fails the run without a failed test.
  return status === 0 && numPassedTests > 0 ? 0 : 1
}

try {
  process.exitCode = run()
} finally {
  rmSync(home, { recursive: true, force: true })
}
