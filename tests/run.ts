// Every test there is, in three lanes side by side, since browsers wait as much as they work; ends with `N passed, M failed`.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { childCpu } from './bench/measure'

const root = new URL('..', import.meta.url).pathname
const reports = `${root}.cache/tests`
/**
 * What the owner of a site has set is no part of what is tested, and of the project's content only that it is right: the site
 * under test is the one that comes with the code, made of the tests' own content.
 */
const env: NodeJS.ProcessEnv = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  SITE_SETTINGS: '{}',
  CONTENT_DIR: process.env.CONTENT_DIR || 'tests/content',
}
const fileOf = createRequire(import.meta.url).resolve

/** The project's content is right as its owner's regions and topics say. */
const ofOwner = { SITE_SETTINGS: '', CONTENT_DIR: 'content' }

type Count = { readonly passed: number; readonly failed: number; readonly skipped: number }
/** `cpu`: CPU time of its processes in ms; 0 where that is not known. */
type Result = Count & { readonly said: string; readonly cpu: number }
type Tried = {
  readonly fullName: string
  readonly status: string
  readonly failureMessages: readonly string[]
}

/** Tests that failed and passed when they were tried again, with what was wrong: a fault of the test, or one that happens rarely. */
const triedAgain: string[] = []

const node = (...args: readonly string[]) => nodeWith({}, ...args)

/** CPU time of the children that have ended so far, in ms. */
let counted = childCpu()

/** Runs a program of Node.js; it counts as one test. What it says is kept: lanes would mix their lines. */
async function nodeWith(own: Partial<NodeJS.ProcessEnv>, ...args: readonly string[]): Promise<Result> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, cpu] = ['', 0]
  child.once('exit', () => {
    cpu = childCpu() - counted
    counted += cpu
  })
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const passed = await new Promise<boolean>(done => {
    child.once('error', error => {
      said += error.message
      done(false)
    })
    child.once('close', status => done(status === 0))
  })
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, said, cpu }
}

/** Runs one project of the Vitest configuration and reads its count; no report counts as a failure. */
async function vitest(project: string): Promise<Result> {
  const report = `${reports}/${project}.json`
  rmSync(report, { force: true })
  const args = ['run', '--config', 'tests/vitest.config.ts', '--project', project]
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { failed, said, cpu } = await node('node_modules/vitest/vitest.mjs', ...args, ...reporters)
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    const tests: readonly Tried[] = testResults.flatMap(
      ({ assertionResults }: { readonly assertionResults: readonly Tried[] }) => assertionResults,
    )
    for (const { fullName, status, failureMessages } of tests)
      if (status === 'passed' && failureMessages.length > 0)
        triedAgain.push(`${fullName}\n${failureMessages.join('\n')}`)
    // A file that cannot be loaded fails the run without a failed test.
    return {
      passed: numPassedTests,
      failed: Math.max(numFailedTests, failed),
      skipped: numPendingTests + numTodoTests,
      said,
      cpu,
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0, said, cpu }
  }
}

async function browser(): Promise<Result> {
  const result = await node('--import', 'tsx', 'tests/browser/get-chromium.ts')
  if (result.failed === 0) env.CHROMIUM_PATH = result.said.split('\n').findLast(line => existsSync(line))
  return result
}

const total = { passed: 0, failed: 0, skipped: 0 }

/** Runs a step, and prints all of it when it has ended. */
async function step(name: string, run: () => Result | Promise<Result>): Promise<void> {
  console.log(`== ${name} …`)
  const started = performance.now()
  const { passed, failed, skipped, said, cpu } = await run()
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  const seconds = (ms: number) => (ms / 1000).toFixed(1)
  const took = `${seconds(performance.now() - started)} s, ${seconds(cpu)} s of CPU`
  console.log(`\n${said.trim()}\n== ${name}: ${passed} passed, ${failed} failed (${took})\n`)
}

mkdirSync(reports, { recursive: true })
await step('types: next', () => node('node_modules/next/dist/bin/next', 'typegen'))
const built = step('build', () => node('lib/cli/start.mjs', 'build'))

/** What takes longest: it begins as soon as there is a site to look at. */
async function browserLane(): Promise<void> {
  await step('a browser', browser)
  await built
  await step('browser tests', () => vitest('browser'))
}

async function unitLane(): Promise<void> {
  await step('unit tests', () => vitest('unit'))
}

/** The rest, first that in which a fault is cheapest to find. */
async function shortLane(): Promise<void> {
  await step('types: tsc', () => node('node_modules/typescript/bin/tsc', '--noEmit'))
  await step('lint', () => node(fileOf('@biomejs/biome/bin/biome'), 'check', '.'))
  await step('content', () => nodeWith(ofOwner, 'lib/cli/start.mjs', 'check', 'content'))
  await built
  await step('site tests', () => vitest('site'))
  await step('law', () => vitest('law')) // which takes over what the build has compiled
}

await Promise.all([browserLane(), unitLane(), shortLane()])
for (const says of triedAgain) console.log(`\npassed when tried again: ${says}`)
if (total.skipped > 0) console.log(`\n${total.skipped} skipped: this machine lacks what they need`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
