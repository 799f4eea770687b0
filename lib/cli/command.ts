// What a command is: words and surroundings in, an exit code out. Nothing else of a command sees the process it runs in.
import { Console } from 'node:console'
import { systemProblem } from '../issues/system-problem'
import { formatProblems } from '../model/problem'

/** Where a stream of text goes; a terminal is told more of how far a step is. */
export type Sink = NodeJS.WritableStream & { readonly isTTY?: boolean }

export type Io = {
  readonly stdin: AsyncIterable<Uint8Array>
  /** What was asked for. */
  readonly stdout: Sink
  /** What went wrong, and how far it is. */
  readonly stderr: Sink
  readonly env: Readonly<Record<string, string | undefined>>
  /** Resolves when the user wants the command to stop. A command that never asks is ended by the system. */
  readonly stopped: () => Promise<void>
}

export type Command = {
  /** How it is called, in Chinese; printed for `--help`, and when it is called in another way. */
  readonly usage: string
  /** Gives the exit code, 0 or 1. Throws UsageError, what parseArgs throws, or what the system throws. */
  readonly run: (argv: readonly string[], io: Io) => number | Promise<number>
}

/** A command called in a way that makes no sense; the message says what is missing. */
export class UsageError extends Error {}

/** The console of a command: what it prints goes where its surroundings say. */
export const consoleOf = ({ stdout, stderr }: Io): Console => new Console({ stdout, stderr })

/** Runs a command; gives its exit code, 1 for whatever it throws, which is said on `stderr`. */
export async function runCommand({ usage, run }: Command, argv: readonly string[], io: Io): Promise<number> {
  if (argv.some(word => word === '--help' || word === '-h')) {
    consoleOf(io).log(usage)
    return 0
  }
  try {
    return await run(argv, io)
  } catch (error) {
    consoleOf(io).error(sayError(error, usage))
    return 1
  }
}

/** A call that makes no sense with the usage, a refusal of the system as a problem, and a fault of ours as it is. */
function sayError(error: unknown, usage: string): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (code.startsWith('ERR_PARSE_ARGS')) return `${sayMiscall(code, error.message)}\n${usage}`
  if (error instanceof UsageError) return `${error.message}\n${usage}`
  if (!('syscall' in error)) return error
  const path = 'path' in error ? String(error.path) : ''
  return formatProblems([systemProblem(error, error.message, path)])
}

/** What node:util's parseArgs says in English; its messages name the word first, in quotes. */
function sayMiscall(code: string, message: string): string {
  const word = /'([^' ]*)/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有“${word}”这个选项`
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `不认识“${word}”`
  return message.includes('does not take') ? `“${word}”后面不写值` : `“${word}”后面应写一个值`
}
