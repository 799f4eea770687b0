// Work shared out to as many processes as there are cores; a little of it is done here.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'

/** Hears how many items are done, of how many. */
export type Told = (done: number, all: number) => void

type Crew<Item, Result> = {
  readonly items: readonly Item[]
  /** Items that a process takes at a time; no more than that are done here, without another process. */
  readonly atOnce: number
  /** Does items: here, or in a process that `child` is the module of and that hands the same function to `work`. */
  readonly here: (items: readonly Item[]) => Promise<readonly Result[]>
  readonly child: URL
  readonly tell?: Told
  /** How many processes at most; else as many as there are cores. */
  readonly crew?: number
}

/**
 * The results of all items, in their order. Items and results travel as JSON. Throws when a process ends before its work does,
 * which has then said why.
 */
export async function shareOut<Item, Result>(crew: Crew<Item, Result>): Promise<readonly Result[]> {
  const { items, atOnce, here, child, tell = () => {}, crew: most = availableParallelism() } = crew
  if (items.length <= atOnce) return here(items)
  const results: Result[] = []
  let next = 0
  let done = 0
  const labour = async (process: ChildProcess) => {
    const ask = asker(process)
    while (next < items.length) {
      const from = next
      const mine = items.slice(from, from + atOnce)
      next += mine.length
      // Our own child: the results of what it was sent.
      const own = (await ask(mine)) as readonly Result[]
      for (const [at, result] of own.entries()) results[from + at] = result
      done += own.length
      tell(done, items.length)
    }
    process.disconnect()
  }
  const count = Math.min(most, Math.ceil(items.length / atOnce))
  await Promise.all(Array.from({ length: count }, () => labour(fork(child))))
  return results
}

/** Sends a process messages one by one, and gets its answer to each. */
function asker(process: ChildProcess): (message: readonly unknown[]) => Promise<unknown> {
  const ended = once(process, 'exit').then(([code]) => {
    throw new Error(`a process of the build ended with ${code}`)
  })
  ended.catch(() => {}) // thrown where an answer is waited for
  return async message => {
    const answer = new Promise<unknown>(resolve => process.once('message', resolve))
    process.send([...message])
    return Promise.race([answer, ended])
  }
}

/** The other side, in a process of the crew: answers each message with the results of its items. */
export function work<Item, Result>(here: (items: readonly Item[]) => Promise<readonly Result[]>): void {
  process.on('message', async (items: readonly Item[]) => process.send?.(await here(items)))
}
