// npm run bench:scale [-- 100 1000 10000 100000]: how builds grow, ours beside others of the same articles; with --ours they are left
// out, with --beside Astro all but those of that name.
// Clean build, after one edit, after one new issue: CPU and time, peak memory of all processes, files and bytes that come out. What an
// editor waits for is printed as multiples of the project's own type check in the same run.
import { cpSync, readdirSync, rmSync, statSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Builder, ours, theirs } from './builders'
import { bulletins } from './bulletins'
import { writeBulletin } from './content-folder'
import { type Measured, measure } from './measure'

const steps = ['clean', 'edit', 'issue'] as const
type Step = (typeof steps)[number]
type Row = Record<Step, Measured> & {
  /** A build with nothing changed, of ours. */
  readonly same: Measured | undefined
  readonly files: number
  readonly bytes: number
}

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

async function run(builder: Builder, count: number): Promise<Row> {
  const { name, folder, command, env, out, kept, beside = {} } = builder
  const content = join(folder, 'content')
  for (const place of [...kept, 'content']) rmSync(join(folder, place), { recursive: true, force: true })
  const all = [...bulletins(count + 12)]
  const last = all.findIndex(
    (_, at) => all.slice(0, at + 1).reduce((sum, { articles }) => sum + articles.length, 0) >= count,
  )
  for (const bulletin of bulletins(count)) writeBulletin(content, bulletin)
  for (const [there, here] of Object.entries(beside)) cpSync(join(folder, here), join(content, there))
  const build = () => measure(command, folder, env)
  const clean = await build()
  const same = name === 'ours' ? await build() : undefined
  edit(content, count)
  const edited = await build()
  const fresh = all[last + 1]
  if (fresh) writeBulletin(content, fresh)
  const issue = await build()
  return { clean, same, edit: edited, issue, ...sizeOf(join(folder, out)) }
}

function sizeOf(folder: string): { files: number; bytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
  return { files: files.length, bytes }
}

const seconds = (ms: number) => (ms / 1000).toFixed(1)
const megabytes = (bytes: number) => Math.round(bytes / 1e6).toLocaleString('en-US')
const ofSteps = (say: (step: Step) => string) => steps.map(say).join(' / ')

function line(count: number, name: string, row: Row, first: Row): string {
  const cells = [
    count.toLocaleString('en-US'),
    name,
    ofSteps(step => seconds(row[step].cpu)),
    ofSteps(step => (first[step].cpu / row[step].cpu).toFixed(2)),
    ofSteps(step => seconds(row[step].ms)),
    ofSteps(step => megabytes(row[step].peak)),
    row.files.toLocaleString('en-US'),
    megabytes(row.bytes),
  ]
  return `| ${cells.join(' | ')} |`
}

/** What an editor waits for beside the type check, which is run without what the last one has left. */
async function besideTypes(row: Row): Promise<string> {
  const root = new URL('../..', import.meta.url).pathname
  const types = await measure(['npm', 'run', 'types', '--', '--incremental', 'false'], root)
  const times = (one: Measured | undefined) => ((one?.cpu ?? Number.NaN) / types.cpu).toFixed(2)
  return `<!-- × type check (${seconds(types.cpu)} s CPU): clean ${times(row.clean)}, nothing changed ${times(row.same)}, edit ${times(row.edit)}; load ${loadavg()[0]?.toFixed(0)} -->`
}

const options = { ours: { type: 'boolean' }, beside: { type: 'string', default: '' } } as const
const { values, positionals } = parseArgs({ options, allowPositionals: true })
const counts = positionals.map(Number)
const others = values.ours ? [] : (await theirs()).filter(({ name }) => name.includes(values.beside))
const all = [ours(), ...others]
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${megabytes(totalmem())} MB, Node ${process.version}, load ${loadavg()[0]?.toFixed(0)}`,
)
console.log(
  '\n| articles | builder | CPU s: clean / edit / issue | ours ÷ it, CPU | s: clean / edit / issue | peak MB: clean / edit / issue | files out | MB out |\n|---|---|---|---|---|---|---|---|',
)
for (const count of counts.length > 0 ? counts : [100, 1_000, 10_000]) {
  let first: Row | undefined
  for (const builder of all) {
    const row = await run(builder, count)
    first ??= row
    console.log(line(count, builder.name, row, first))
    if (row.same) console.log(await besideTypes(row))
  }
}
for (const { folder } of all) rmSync(folder, { recursive: true, force: true })
