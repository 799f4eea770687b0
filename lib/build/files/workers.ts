// Work spread over a pool of processes, which take over how this one loads TypeScript. A fault in one of them stops the others.
import { availableParallelism } from 'node:os'
import Tinypool from 'tinypool'
import { type Environment, environment } from '../../model/settings'

/** Hears how many items are done, of how many. */
export type OnProgress = (done: number, all: number) => void

/** What worker.ts exports: a function of items that gives a result for each. */
export type Task = 'loadIssues' | 'renderPages' | 'processPages' | 'compressFiles' | 'writeIndex'

/** In a bundle all files are in one folder (lib/cli/start.mjs). */
const isBundled = !import.meta.url.endsWith('.ts')

type Work<Item, Result> = {
  /** The name of the function in worker.ts. */
  readonly task: Task
  readonly here?: (items: readonly Item[]) => Promise<readonly Result[]>
  readonly items: readonly Item[]
  /** Items handed to a worker at a time; up to as many are done in this process, by `here`, if that is given. */
  readonly atOnce: number
  readonly onProgress?: OnProgress
  /** Workers at most; as many as there are cores unless set. */
  readonly workers?: number
  /** The environment of the workers, that of this process unless set. */
  readonly env?: Environment
}

/** The results of all items, in their order. Items and results are cloned. Throws the first fault, after all workers have ended. */
export async function runInWorkers<Item, Result>(work: Work<Item, Result>): Promise<readonly Result[]> {
  const { task, here, items, atOnce, onProgress = () => {} } = work
  if (here && items.length <= atOnce) return here(items)
  const batches = Array.from({ length: Math.ceil(items.length / atOnce) }, (_, at) =>
    items.slice(at * atOnce, (at + 1) * atOnce),
  )
  const pool = poolFor(work, batches.length)
  let done = 0
  const run = async (batch: readonly Item[]): Promise<readonly Result[]> => {
    // worker.ts gives a result for each of the items that it is sent.
    const results: readonly Result[] = await pool.run(batch, { name: task })
    done += results.length
    onProgress(done, items.length)
    return results
  }
  try {
    return (await Promise.all(batches.map(run))).flat()
  } catch (error) {
    throw errorOf(error)
  } finally {
    // Tinypool waits for processes that it has let go of: with nothing else to do, Node would end before they have.
    const awake = setInterval(() => {}, 60_000)
    await pool.destroy()
    clearInterval(awake)
  }
}

/** Processes for so many batches at most; they begin when they are needed. */
const poolFor = (
  { workers = availableParallelism(), env = environment }: Pick<Work<unknown, unknown>, 'workers' | 'env'>,
  batches: number,
) =>
  new Tinypool({
    filename: new URL(isBundled ? './worker.js' : '../worker.ts', import.meta.url).href,
    runtime: 'child_process',
    serialization: 'advanced',
    env: defined(env), // without it they would have none
    minThreads: 0,
    maxThreads: Math.min(workers, batches),
  })

/** The variables of an environment that are set. */
const defined = (env: Environment): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

/** What a worker threw: Tinypool hands the parts of an error over as plain data. */
function errorOf(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown
  const { message, stack } = { message: String(thrown), ...Object(thrown) }
  return Object.assign(new Error(message), { stack })
}
