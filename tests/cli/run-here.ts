// Runs a command of lib/cli in this process, as a shell would run it: words and input in, exit code and what it printed out.
import { Readable, Writable } from 'node:stream'
import { type Command, runCommand } from '#lib/cli/command'

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
export async function runHere(
  command: Command,
  args: readonly string[],
  { input = '', env = {} }: Given = {},
): Promise<Ended> {
  const [out, err] = [keeper(), keeper()]
  const status = await runCommand(command, args, {
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
