// What a worker that renders does with its jobs. It loads nothing of the build but this: whatever it loads, it loads for every edit.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ask, loadEntryPoint, paramsOfEntryPoint } from './entry-points'

/** Something to ask an entry point for. */
export type RenderRequest = {
  /** Below the site's root. */
  readonly address: string
  /** The file that the answer becomes. */
  readonly file: string
  readonly status: number
}

/** What a worker is sent: an entry point, and what to ask it for; without it, for all the answers that it has. */
export type RenderJob = {
  readonly compiled: string
  readonly rendered: string
  readonly basePath: string
  /** As in app/, with /page or /route at its end. */
  readonly name: string
  readonly entry: string
  readonly request?: RenderRequest
}

/** Renders some jobs in this process, one after the other: it does nothing else. Returns how many files each became. */
export async function renderHere(jobs: readonly RenderJob[]): Promise<readonly number[]> {
  const made: number[] = []
  for (const job of jobs) made.push(await renderJob(job))
  return made
}

async function renderJob({ compiled, rendered, basePath, name, entry, request }: RenderJob): Promise<number> {
  const loaded = loadEntryPoint(compiled, entry)
  const requests = request
    ? [request]
    : (await paramsOfEntryPoint(loaded)).map(params => answerAt(name, params))
  for (const { address, file, status } of requests) {
    const answer = await ask(loaded, compiled, basePath + address, status)
    if (answer.status !== status) throw new Error(`${address}: rendered with status ${answer.status}`)
    const path = join(rendered, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, answer.body)
  }
  return requests.length
}

/** The address of an answer of a route handler with these params. */
function answerAt(name: string, params: Readonly<Record<string, string | readonly string[]>>): RenderRequest {
  const address = name
    .replace(/\/route$/, '')
    .replace(/\[(\w+)\]/g, (_, param: string) => String(params[param]))
  return { address, file: address.slice(1), status: 200 }
}
