// Turn lines: 下转第2版 where an article breaks off, 上接第1版 where it goes on; both are left out, and the text is joined.
import type { LeftOut } from '../../../format/left-out'
import { type Guess, quote, quoteEnd } from '../../edition/guess'
import { readDateline } from '../../language/datelines'
import type { PageStatistics } from '../../language/page-statistics'
import { fits } from '../../language/page-statistics'
import { foldWidth } from '../../language/sentence'
import type { Block, Line } from '../../pipeline/blocks'
import { looksLikeHeading } from '../../pipeline/roles'

const page = '第?\\s*[A-Za-z]?\\s*[\\d一二三四五六七八九十]{1,3}\\s*版?(?:[《“][^》”]{1,30}[》”])?'
const to = new RegExp(`\\s*[（(【\\[]?\\s*[▶►→]*\\s*(?:下转|转入|转)\\s*${page}\\s*[）)】\\]]?\\s*$`, 'u')
const from = new RegExp(`^\\s*[（(【\\[]?\\s*[▶►→]*\\s*(?:上接|紧接|接)\\s*${page}\\s*[）)】\\]]?\\s*`, 'u')

export type Turns = {
  readonly lines: readonly Line[]
  readonly leftOut: readonly LeftOut[]
  /** Numbers of the lines after which, and before which, an article is turned. */
  readonly to: readonly number[]
  readonly from: readonly number[]
}

/** Takes the turn lines out of the text, and parts the lines there, so that nothing is joined by accident. */
export function takeTurns(all: readonly Line[]): Turns {
  const lines: Line[] = []
  const leftOut: LeftOut[] = []
  const turns: { to: number[]; from: number[] } = { to: [], from: [] }
  let [parts, waiting] = [0, false]
  for (const line of all) {
    const [end, start] = [turnOf(line.text, to), turnOf(line.text, from)]
    const text = line.text.slice(start.length, line.text.length - end.length).trim()
    const last = lines.at(-1)
    if (start) parts++
    if (text) lines.push({ ...line, text, page: line.page + parts })
    if (text && (start || waiting)) turns.from.push(line.number)
    waiting = start !== '' && text === ''
    if (end) {
      if (text) turns.to.push(line.number)
      else if (last) turns.to.push(last.number)
      parts++
    }
    for (const mark of [start, end]) {
      const whole = text === '' && (start === '' || end === '')
      if (mark)
        leftOut.push({
          lines: { from: line.number, to: line.number },
          reason: '转版',
          text: whole ? '' : mark.trim(),
        })
    }
  }
  return { lines, leftOut, ...turns }
}

/** 转 and 接 alone are words; they need brackets or 下 and 上. */
function turnOf(text: string, pattern: RegExp): string {
  const found = pattern.exec(foldWidth(text))
  if (!found) return ''
  const sure = /[(【[].*[)】\]]/u.test(found[0]) || /下转|上接|紧接/u.test(found[0])
  return sure ? text.slice(found.index, found.index + found[0].length) : ''
}

export type Turned = {
  readonly blocks: readonly Block[]
  readonly leftOut: readonly LeftOut[]
  readonly guesses: readonly Guess[]
}

/** Puts what stands after each 上接 where the 下转 is that it goes on. */
export function joinTurns(
  blocks: readonly Block[],
  turns: Turns,
  stops: ReadonlySet<number>,
  statistics: PageStatistics,
): Turned {
  let all = blocks
  const guesses: Guess[] = []
  const leftOut: LeftOut[] = []
  const open = new Set(turns.to)
  for (const number of turns.from) {
    const start = all.find(block => block.lines.includes(number))
    const ends = all.filter(block => block.lines.some(line => open.has(line)))
    const named = start && endUnder(all, ends, headlineAbove(all, start))
    const best = named ?? (start && bestEnd(ends, start, statistics))
    if (!start || !best) {
      guesses.push(guessAt('join', 9, [number], '“上接”的前文不在这一版，这一段请归到它的一篇里'))
      continue
    }
    open.delete(best.lines.find(line => open.has(line)) ?? 0)
    const { head, moved } = continuation(all, start, stops)
    const rest = all.filter(block => !moved.includes(block) && !head.includes(block))
    const at = rest.indexOf(best)
    all = [...rest.slice(0, at + 1), ...moved, ...rest.slice(at + 1)]
    leftOut.push(...head.flatMap(repeatedHeadline))
    const message = `按“下转”“上接”接上：${quoteEnd(best.text)}接${quote(start.text, 8)}`
    const sure = named !== undefined || (turns.from.length === 1 && turns.to.length === 1)
    guesses.push(guessAt('join', sure ? 5 : 8, [...best.lines.slice(-1), number], message))
  }
  const unfinished = '“下转”的后文不在这一版，此篇不完整'
  guesses.push(...[...open].map(line => guessAt('open', 8, [line], unfinished)))
  return { blocks: all, leftOut, guesses }
}

const guessAt = (kind: Guess['kind'], risk: number, lines: readonly number[], message: string): Guess => ({
  kind,
  risk,
  lines,
  message,
})

const repeatedHeadline = ({ lines }: Block): readonly LeftOut[] =>
  lines.map(line => ({ lines: { from: line, to: line }, reason: '转版标题', text: '' }))

function bestEnd(ends: readonly Block[], start: Block, statistics: PageStatistics): Block | undefined {
  return [...ends].sort((a, b) => fits(b, start, statistics) - fits(a, start, statistics))[0]
}

/** The text that belongs to a 上接: down to the next heading; and the repeated headline above it. */
function continuation(all: readonly Block[], start: Block, stops: ReadonlySet<number>) {
  const at = all.indexOf(start)
  let end = at + 1
  while (end < all.length && goesOn(all, end, stops)) end++
  const above = headlineAbove(all, start)
  return { head: above ? [above] : [], moved: all.slice(at, end) }
}

const bare = (block: Block | undefined) => (block?.folded ?? '').replace(/[\s\p{P}]/gu, '')

/** The headline over what goes on, which stands already over the article that broke off, whole or with more words. */
function headlineAbove(all: readonly Block[], start: Block): Block | undefined {
  const above = all[all.indexOf(start) - 1]
  if (!above || !looksLikeHeading(above.folded) || bare(above) === '') return undefined
  return all.some(one => one !== above && bare(one).includes(bare(above))) ? above : undefined
}

/** The first end below the line over the article that has the words of the headline as well. */
function endUnder(
  all: readonly Block[],
  ends: readonly Block[],
  headline: Block | undefined,
): Block | undefined {
  if (!headline) return undefined
  const top = all.findIndex(one => one !== headline && bare(one).includes(bare(headline)))
  return ends.find(end => all.indexOf(end) > top)
}

function goesOn(all: readonly Block[], at: number, stops: ReadonlySet<number>): boolean {
  const [before, block] = [all[at - 1], all[at]]
  if (!before || !block || readDateline(block.text)) return false
  for (let line = (before.lines.at(-1) ?? 0) + 1; line < (block.lines[0] ?? 0); line++)
    if (stops.has(line)) return false
  return !looksLikeHeading(block.folded)
}
