// The marks of Markdown in the lines of a file: taken out of them, with the ranks of headings, bold lines and pictures that they mean.
import type { LeftOut } from '../../../format/left-out'
import { startsListEntry } from '../../language/sentence'
import type { Line } from '../../pipeline/blocks'

export type Marks = {
  readonly lines: readonly Line[]
  readonly leftOut: readonly LeftOut[]
  /** Ranks of headings, by the number of their line. */
  readonly levels: ReadonlyMap<number, number>
  /** Numbers of lines that are bold from end to end. */
  readonly bold: ReadonlySet<number>
  readonly pictures: readonly { readonly src: string; readonly line: number }[]
}

const heading = /^(#{1,6})[ \t]+(?=\S)/u
const quoted = /^>+[ \t]*/u
/** An entry of a list; numbers stay, they are printed. */
const bullet = /^[-*+][ \t]+(?=\S)/u
const picture = /^!\[[^\]]*\]\(\s*<?([^\s)>]*)>?(?:\s+"[^"]*")?\s*\)$/u
/** `[返回首页](…)` alone on its line. */
const link = /^(?:\[[^\]]{0,40}\]\([^)]*\)\s*[|｜·]?\s*)+$/u
/** `---`, `***`, and the line of `===` under a heading. */
const rule = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+)$/u

/** Takes the marks out of the lines of one file, below its front matter. Each character taken is in `leftOut`. */
export function takeMarks(all: readonly Line[]): Marks {
  const leftOut: LeftOut[] = []
  const levels = new Map<number, number>()
  const bold = new Set<number>()
  const pictures: { src: string; line: number }[] = []
  const out = (line: Line, reason: string, text = '') =>
    leftOut.push({ lines: { from: line.number, to: line.number }, reason, text })
  const lines = all.flatMap((line): Line[] => {
    const src = picture.exec(line.text)?.[1]
    if (src !== undefined) pictures.push({ src, line: line.number })
    if (src !== undefined || link.test(line.text)) out(line, src === undefined ? '网站文字' : '图片')
    else if (rule.test(line.text) || /^>+$/u.test(line.text)) out(line, '标记')
    else return [withoutMarks(line, { out, levels, bold })]
    return []
  })
  return { lines: withGaps(all, lines), leftOut, levels, bold, pictures }
}

type Found = {
  readonly out: (line: Line, reason: string, text: string) => void
  readonly levels: Map<number, number>
  readonly bold: Set<number>
}

function withoutMarks(line: Line, { out, levels, bold }: Found): Line {
  const mark = (quoted.exec(line.text) ?? heading.exec(line.text) ?? bullet.exec(line.text))?.[0] ?? ''
  let text = line.text.slice(mark.length)
  // A mark that stands again in its line could not be told from it.
  if (mark && !text.includes(mark.trim())) {
    out(line, '标记', mark.trim())
    if (mark.startsWith('#')) levels.set(line.number, mark.trim().length)
  } else text = line.text
  const stars = text.split('**').length - 1
  if (stars > 0 && stars % 2 === 0 && !text.includes('***')) {
    if (/^\*\*[^*]+\*\*$/u.test(text)) bold.add(line.number)
    text = text.replaceAll('**', '')
    for (let count = 0; count < stars; count += 1) out(line, '标记', '**')
  }
  const entry = bullet.test(line.text) || startsListEntry(text)
  return { ...line, text: text.trim(), ...(entry && { hint: 'line' as const }) }
}

/** A line taken out parts what stands around it like an empty one. */
function withGaps(all: readonly Line[], kept: readonly Line[]): readonly Line[] {
  const numbers = new Set(kept.map(({ number }) => number))
  let parted = false
  const after = new Set<number>()
  for (const { number } of all) {
    if (numbers.has(number) && parted) after.add(number)
    parted = !numbers.has(number)
  }
  return kept.map(line => (after.has(line.number) ? { ...line, gap: Math.max(1, line.gap) } : line))
}
