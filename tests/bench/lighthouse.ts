// npm run bench:lighthouse: Lighthouse, mobile, on each kind of page of out/. Exit 1 when any score is below 100.
// Lighthouse 12 is the newest that runs on Node 20; it is installed below .cache, not among our dependencies.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from '../browser/chromium'
import { pageKinds } from '../browser/kinds'
import { serve } from '../browser/served'

const version = '12.8.2'
const home = join(process.cwd(), '.cache', 'lighthouse')
const cli = join(home, 'node_modules', 'lighthouse', 'cli', 'index.js')
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

function install(): void {
  if (existsSync(cli)) return
  mkdirSync(home, { recursive: true })
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', home, `lighthouse@${version}`]
  const { status } = spawnSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error('Lighthouse could not be installed: is a package registry within reach?')
}

type Report = {
  readonly categories: Readonly<
    Record<
      string,
      {
        readonly score: number | null
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[]
      }
    >
  >
  readonly audits: Readonly<Record<string, { readonly score: number | null; readonly title: string }>>
}

/** One run; the server lives in this process, so the run must not block it. */
function measure(url: string): Promise<Report> {
  const flags = '--headless=new --no-sandbox --disable-gpu --disable-background-networking --no-first-run'
  const args = [
    cli,
    url,
    '--output=json',
    '--quiet',
    `--chrome-flags=${flags}`,
    `--only-categories=${categories.join(',')}`,
  ]
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { env: { ...process.env, CHROME_PATH: findChromium() } })
    const pieces: Buffer[] = []
    child.stdout.on('data', piece => pieces.push(piece))
    child.stderr.pipe(process.stderr)
    child.on('exit', code => {
      if (code !== 0) return fail(new Error(`Lighthouse ended with ${code} on ${url}`))
      done(JSON.parse(Buffer.concat(pieces).toString()))
    })
  })
}

/** What cost points, named. */
function faults({ categories: found, audits }: Report): readonly string[] {
  return Object.values(found)
    .flatMap(category => category.auditRefs.filter(({ weight }) => weight > 0))
    .map(({ id }) => ({ id, ...audits[id] }))
    .filter(({ score }) => typeof score === 'number' && score < 0.9)
    .map(({ id, title }) => `${id}: ${title}`)
}

async function main(): Promise<void> {
  install()
  const served = await serve()
  let whole = true
  console.log(`Lighthouse ${version}, mobile\n${['page', ...categories].join(' | ')}`)
  for (const path of pageKinds().filter(kind => kind !== '404.html')) {
    const report = await measure(served.url + path)
    const scores = categories.map(name => Math.round((report.categories[name]?.score ?? 0) * 100))
    if (scores.some(score => score < 100)) {
      whole = false
      console.log(
        faults(report)
          .map(fault => `  ${fault}`)
          .join('\n'),
      )
    }
    console.log([`/${path}`, ...scores].join(' | '))
  }
  await served.close()
  process.exitCode = whole ? 0 : 1
}

main()
