// Runs a command of lib/cli in this process, as a shell would run it: words and input in, exit code and what it printed out.
import { Readable, Writable } from 'node:stream'
import { type Command, type Io, runCommand } from '#lib/cli/command'
import type { runLine } from '#lib/cli/run-line'

/** `stderr`: without how long a step took and still takes, which a slow machine is told and a fast one is not. */
export type Ended = { readonly status: number; readonly stdout: string; readonly stderr: string }

type Given = { readonly input?: string | Uint8Array; readonly env?: Readonly<Record<string, string>> }

/** A stream that keeps what is written to it. */
function keeper() {
  const chunks: Buffer[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  return { sink, text: () => Buffer.concat(chunks).toString() }
}

/** Ends when the command does; a command that waits to be stopped is stopped at once. */
export const runHere = (command: Command, args: readonly string[], given: Given = {}): Promise<Ended> =>
  endOf(io => runCommand(command, args, io), given)

/**
 * A line of words as main.ts runs it; the environment is that of this process. `run`: that of modules loaded anew, where what the owner
 * of a site has set is to be read again.
 */
export const lineHere = (run: typeof runLine, ...words: readonly string[]): Promise<Ended> =>
  endOf(io => run(words, { ...io, env: process.env }))

async function endOf(run: (io: Io) => Promise<number>, { input = '', env = {} }: Given = {}): Promise<Ended> {
  const [out, err] = [keeper(), keeper()]
  const status = await run({
    stdin: Readable.from(input === '' ? [] : [Buffer.from(input)]),
    stdout: out.sink,
    stderr: err.sink,
    env,
    stopped: async () => {},
  })
  return {
    status,
    stdout: out.text(),
    stderr: err.text().replace(/^.*：[\d.]+ 秒\n|^.*还要约 \d+ 秒\n/gm, ''),
  }
}
