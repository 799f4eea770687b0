// npm run bench:scale [-- 100 1000 10000 100000]: how builds grow, ours beside Astro's and Eleventy's of the same articles;
// with --ours the others are left out.
// Clean build, build after one edit, build after one new issue; peak memory of all processes; files and bytes that come out.
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { copyProject } from '../project-copy'
import { bulletins } from './bulletins'
import { writeBulletin } from './content-folder'
import { type Measured, measure } from './measure'

type Builder = {
  readonly name: string
  readonly folder: string
  readonly command: readonly string[]
  readonly out: string
  /** What a clean build must not find. */
  readonly kept: readonly string[]
}

const rivals = new URL('rivals', import.meta.url).pathname

/** Astro and Eleventy, installed into temporary folders: they are not among our packages. */
async function installRival(name: 'astro' | 'eleventy', packages: string): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `${name}-`)))
  cpSync(join(rivals, name), folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}')
  await measure(['npm', 'install', '--no-audit', '--no-fund', packages], folder)
  return folder
}

function ours(): Builder {
  return {
    name: 'ours',
    folder: copyProject().folder,
    command: [process.execPath, 'lib/cli/start.mjs', 'build'],
    out: 'out',
    kept: ['.cache', '.next', 'out'],
  }
}

async function theirs(): Promise<readonly Builder[]> {
  const astro = await installRival('astro', 'astro@5') // 6 and 7 need Node 22
  const eleventy = await installRival('eleventy', '@11ty/eleventy@3')
  return [
    {
      name: `astro ${versionIn(astro, 'astro')}`,
      folder: astro,
      command: [process.execPath, 'node_modules/astro/astro.js', 'build', '--silent'],
      out: 'dist',
      kept: ['dist', '.astro', 'node_modules/.astro'],
    },
    {
      name: `eleventy ${versionIn(eleventy, '@11ty/eleventy')}`,
      folder: eleventy,
      command: [process.execPath, 'node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
      out: '_site',
      kept: ['_site'],
    },
  ]
}

function versionIn(folder: string, name: string): string {
  const parsed: unknown = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'))
  return typeof parsed === 'object' && parsed && 'version' in parsed ? String(parsed.version) : '?'
}

const steps = ['clean', 'edit', 'issue'] as const
type Row = Record<(typeof steps)[number], Measured> & { readonly files: number; readonly bytes: number }

/** One more sentence in the last paragraph of an article in the middle of the archive. */
function edit(content: string, count: number): void {
  const issues = [...bulletins(count)]
  const chosen = issues[issues.length >> 1]
  const article = chosen?.articles.find(({ kind }) => kind === 'article')
  const block = article?.blocks.at(-1)
  if (!chosen || !article || !block) throw new Error('nothing to edit')
  const text = `${block.text}会后又有三人报名。`
  writeBulletin(content, {
    ...chosen,
    source: chosen.source.replace(block.text, text),
    articles: chosen.articles.map(one =>
      one === article
        ? {
            ...one,
            body: one.body.replace(block.text, text),
            blocks: [...one.blocks.slice(0, -1), { ...block, text }],
          }
        : one,
    ),
  })
}

async function run({ name, folder, command, out, kept }: Builder, count: number): Promise<Row> {
  const content = join(folder, 'content')
  for (const place of [...kept, 'content']) rmSync(join(folder, place), { recursive: true, force: true })
  const all = [...bulletins(count + 12)]
  const last = all.findIndex(
    (_, at) => all.slice(0, at + 1).reduce((sum, { articles }) => sum + articles.length, 0) >= count,
  )
  for (const bulletin of bulletins(count)) writeBulletin(content, bulletin)
  if (name.startsWith('eleventy'))
    cpSync(join(folder, 'content-data.js'), join(content, 'content.11tydata.js'))
  const clean = await measure(command, folder)
  edit(content, count)
  const edited = await measure(command, folder)
  const fresh = all[last + 1]
  if (fresh) writeBulletin(content, fresh)
  const issue = await measure(command, folder)
  return { clean, edit: edited, issue, ...sizeOf(join(folder, out)) }
}

function sizeOf(folder: string): { files: number; bytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
  return { files: files.length, bytes }
}

const seconds = (ms: number) => (ms / 1000).toFixed(1)
const megabytes = (bytes: number) => Math.round(bytes / 1e6).toLocaleString('en-US')

const { values, positionals } = parseArgs({ options: { ours: { type: 'boolean' } }, allowPositionals: true })
const counts = positionals.map(Number)
const all = [ours(), ...(values.ours ? [] : await theirs())]
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${megabytes(totalmem())} MB, Node ${process.version}`,
)
console.log(
  '\n| articles | builder | clean s | after one edit s | after one issue s | CPU s clean / edit | peak MB clean / edit / issue | files out | MB out | clean, edit ÷ ours |',
)
console.log('|---|---|---|---|---|---|---|---|---|---|')
for (const count of counts.length > 0 ? counts : [100, 1_000, 10_000]) {
  let first: Row | undefined
  for (const builder of all) {
    const row = await run(builder, count)
    first ??= row
    const ratio = (step: 'clean' | 'edit') => (row[step].ms / (first?.[step].ms ?? 1)).toFixed(2)
    const peaks = steps.map(step => megabytes(row[step].peak)).join(' / ')
    const times = steps.map(step => seconds(row[step].ms)).join(' | ')
    const cpu = `${seconds(row.clean.cpu)} / ${seconds(row.edit.cpu)}`
    console.log(
      `| ${count} | ${builder.name} | ${times} | ${cpu} | ${peaks} | ${row.files} | ${megabytes(row.bytes)} | ${ratio('clean')}, ${ratio('edit')} |`,
    )
    if (builder.name === 'ours')
      console.log(
        row.clean.said
          .split('\n')
          .filter(line => /^( {2}\S+ {2}|\S+：)/.test(line))
          .map(line => `<!-- ${line.trim()} -->`)
          .join('\n'),
      )
  }
}
for (const { folder } of all) rmSync(folder, { recursive: true, force: true })
