// Faults in a line, as the desk says them.
import type { Problem } from '../../model/problem'

/** All that stands against an act; '' when nothing does. */
export const sayProblems = (problems: readonly Problem[]) => problems.map(({ message }) => message).join('；')

/** What was thrown, in words. */
export const sayError = (error: unknown) => (error instanceof Error ? error.message : String(error))
