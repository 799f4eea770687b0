// Printed lines that are no lines of their own: marks that a PDF library sets apart, headlines set from top to bottom.
import { type Guess, quote } from '../edition/guess'
import type { Line } from '../pipeline/blocks'

export type Glued = { readonly lines: readonly Line[]; readonly guesses: readonly Guess[] }

const onlyMarks = /^[，。、；：？！,.;:?!”’）)》]{1,3}$/u
const endsText = /[。？！?!.”’）)》]$/u
/** From so many lines that hold nothing but a mark it is a habit of the text. */
const habit = 3

/** Marks on lines of their own go back to the text before them; after a comma the text goes on. */
export function glueMarks(lines: readonly Line[]): Glued {
  const marks = lines.filter(({ text }) => onlyMarks.test(text))
  if (marks.length < habit) return { lines, guesses: [] }
  const glued: Line[] = []
  let open = false
  for (const line of lines) {
    const last = glued.at(-1)
    const mark = onlyMarks.test(line.text)
    if (last && (mark || open)) glued[glued.length - 1] = glueLines(last, line)
    else glued.push(line)
    open = mark && !endsText.test(line.text)
  }
  const message = `${marks.length} 行只有一个标点，已接回前后的文字`
  return {
    lines: glued,
    guesses: [{ kind: 'form', risk: 3, lines: marks.map(line => line.number), message }],
  }
}

/** From so many single characters, one below the other, they are a headline and not a name. */
const shortestHeadline = 4

/** A run of lines of one character each becomes one heading. */
export function glueUpright(lines: readonly Line[]): Glued {
  const glued: Line[] = []
  const guesses: Guess[] = []
  for (let at = 0; at < lines.length; ) {
    const run = uprightRun(lines, at)
    const [first, ...rest] = run
    if (first && run.length >= shortestHeadline) {
      const whole = rest.reduce((left, right) => glueLines(left, right), first)
      glued.push({ ...whole, hint: 'heading' })
      const message = `${run.length} 行每行一字，按竖排标题连成${quote(whole.text, 20)}`
      guesses.push({ kind: 'form', risk: 4, lines: run.map(line => line.number), message })
      at += run.length
    } else {
      const line = lines[at]
      if (line) glued.push(line)
      at++
    }
  }
  return { lines: glued, guesses }
}

const oneLetter = /^[\p{Script=Han}“”‘’《》·—\d]$/u

function uprightRun(lines: readonly Line[], from: number): readonly Line[] {
  const rest = lines.slice(from)
  const end = rest.findIndex(
    ({ text, gap }, at) => !oneLetter.test(text) || (at > 0 && gap > (rest[1]?.gap ?? 0)),
  )
  return rest.slice(0, end < 0 ? rest.length : end)
}

function glueLines(left: Line, right: Line): Line {
  return {
    ...left,
    text: left.text + right.text,
    also: [...(left.also ?? []), right.number, ...(right.also ?? [])],
  }
}
