// npm run bench:dev [-- 8 100]: what `npm run dev` takes from saving a file to an open page that has the change: to being told of it, and
// to the page loaded again. The median of five saves, after one that is not counted; CPU of the server, which is one process.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { copyProject } from '../project-copy'
import { writeContentFolder } from './content-folder'

const saves = 5
const port = Number(process.env.PORT ?? 4250)
const site = `http://127.0.0.1:${port}`

type Saved = { readonly told: number; readonly shown: number; readonly cpu: number }

/** Starts the server in a folder; resolves when it answers. */
async function serve(folder: string, content: string): Promise<ChildProcess> {
  const args = ['node_modules/next/dist/bin/next', 'dev', '--port', String(port), '--hostname', '127.0.0.1']
  const env = { ...process.env, CONTENT_DIR: content, NEXT_TELEMETRY_DISABLED: '1' }
  const server = spawn(process.execPath, args, { cwd: folder, env, stdio: 'ignore' })
  for (;;) {
    if (server.exitCode !== null) throw new Error(`next dev ended with ${server.exitCode}`)
    const answer = await fetch(`${site}/`).catch(() => undefined)
    if (answer?.ok) return server
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

/** CPU of a process and of the children that it has now, in ms (proc(5): utime and stime in hundredths of a second). */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  const own = (Number(fields[11]) + Number(fields[12])) * 10
  return children.reduce((sum, child) => sum + cpuOf(Number(child)), own)
}

/** Saves an article with a word more in its text, and waits until an open page would show it. */
async function save(file: string, path: string, word: string, pid: number): Promise<Saved> {
  const text = readFileSync(file, 'utf8')
  const events = await fetch(`${site}/dev-files/saved/`)
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('no events')
  await reader.read() // “watching”
  const [began, before] = [performance.now(), cpuOf(pid)]
  writeFileSync(file, text.replace(/。\s*$/, `${word}。\n`))
  for (;;) {
    const { value = '', done } = await reader.read()
    if (done) throw new Error('the events ended')
    if (value.includes('saved')) break
  }
  const told = performance.now() - began
  const html = await (await fetch(`${site}${path}`)).text()
  const shown = performance.now() - began
  if (!html.includes(word)) throw new Error(`${path} has not ${word}`)
  await reader.cancel()
  return { told, shown, cpu: cpuOf(pid) - before }
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0

async function run(folder: string, content: string) {
  const server = await serve(folder, content)
  try {
    const issue = readdirSync(content).filter(name => /\d/.test(name))[0] ?? ''
    const file = join(content, issue, '02.md')
    const path = `/articles/${/^id: "?([\w-]+)/m.exec(readFileSync(file, 'utf8'))?.[1]}/`
    await (await fetch(`${site}${path}`)).text()
    const all: Saved[] = []
    for (let at = 0; at <= saves; at++) all.push(await save(file, path, `改${at}次`, server.pid ?? 0))
    return all.slice(1)
  } finally {
    server.kill('SIGTERM')
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit')
  }
}

const counts = process.argv.slice(2).map(Number)
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`,
)
console.log('\n| articles | told of it ms | page shown ms | slowest ms | CPU ms |\n|---|---|---|---|---|')
const copy = copyProject()
try {
  for (const count of counts.length > 0 ? counts : [8, 100]) {
    const content = count === 8 ? copy.content : join(copy.folder, `content-${count}`)
    if (count !== 8) writeContentFolder(content, count)
    const all = await run(copy.folder, content)
    const figure = (of: keyof Saved) => Math.round(median(all.map(one => one[of])))
    const slowest = Math.round(Math.max(...all.map(({ shown }) => shown)))
    console.log(`| ${count} | ${figure('told')} | ${figure('shown')} | ${slowest} | ${figure('cpu')} |`)
  }
} finally {
  copy.remove()
}
