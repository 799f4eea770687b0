// Which line of a heading run is the kicker, the title, the subtitle, the label of a column.

import { type Guess, quote } from '../edition/guess'
import type { Block } from '../pipeline/blocks'
import { looksLikeColumn } from './column-label'
import { width } from './measure'
import { findPlaces } from './places'

export type Headings = {
  readonly kicker: string
  readonly title: string
  readonly subtitle: string
  readonly column: string
  readonly guesses: readonly Guess[]
}

const inRow = /^\S{2,8}(?: \S{2,8})+$/u

/** Sorts the lines of a run, in their printed order. Two lines are kicker and title unless their wording speaks against it. */
export function sortHeadings(blocks: readonly Block[]): Headings {
  const label = findLabel(blocks)
  const lines = blocks.filter(block => block !== label)
  const column = label?.text ?? ''
  const [first, second] = lines
  if (!first || !second) return { kicker: '', title: first?.text ?? '', subtitle: '', column, guesses: [] }
  if (lines.length > 2) {
    const subtitle = lines
      .slice(2)
      .map(line => line.text)
      .join(' ')
    return { kicker: first.text, title: second.text, subtitle, column, guesses: [guessThree(lines)] }
  }
  const lead = titleLead(first.text, second.text)
  if (/(?:——|[:：])$/u.test(second.text)) {
    return {
      kicker: second.text,
      title: first.text,
      subtitle: '',
      column,
      guesses: [guessTwo(second, first, -3)],
    }
  }
  const guesses = [guessTwo(first, second, lead)]
  return lead > 0
    ? { kicker: '', title: first.text, subtitle: second.text, column, guesses }
    : { kicker: first.text, title: second.text, subtitle: '', column, guesses }
}

/** The label of a column: by its wording, or in a run of three a short line at either end that says nothing. */
function findLabel(blocks: readonly Block[]): Block | undefined {
  if (blocks.length < 2) return undefined
  const named = blocks.filter(block => looksLikeColumn(block.text))
  if (named.length > 0 && named.length < blocks.length) return named[0]
  if (blocks.length < 3) return undefined
  const ends = [blocks.at(-1), blocks[0]].filter(block => block !== undefined)
  return ends.find(
    block =>
      width(block.text) <= 8 && plainness(block.text) === 0 && !/[\d“”，,：:—？?！!]/u.test(block.text),
  )
}

/** Above 0 the upper line is the title and the lower its subtitle; otherwise the upper one is the kicker. */
function titleLead(upper: string, lower: string): number {
  if (
    /(?:——|[:：])$/u.test(upper) ||
    /^从.+到.+/u.test(upper) ||
    (inRow.test(upper) && upper.split(' ').length > 2)
  )
    return -3
  if (/^——/u.test(lower) || (inRow.test(lower) && lower.split(' ').length > 2)) return 3
  const detail =
    plainness(upper) < 2 && /[，,]/u.test(lower) && !/[，,]/u.test(upper) && width(lower) > width(upper) + 4
  if (detail) return 1
  const facts = plainness(lower) - plainness(upper)
  const colour = vividness(upper) - vividness(lower)
  return facts >= 2 && colour > 0 ? facts / 2 + colour - 1 : colour >= 2 && facts >= 0 ? 1 : -1
}

/** Who does what, where: the wording of kickers and subtitles. */
function plainness(text: string): number {
  const place = findPlaces(text).some(mention => mention.weight >= 1) ? 2 : 0
  const body = /(?:工会|总工会|公司|集团|企业|煤矿|工厂|园区|平台|行业|基地|学院|[省市县区镇]总)/u.test(text)
    ? 1
    : 0
  const deed =
    /(?:举办|召开|推行|开展|组织|打造|构建|推动|建立|走进|启动|签|出台|探索|推出|实施|创新|成立|发布|深化|助力|推进|把|让)/u.test(
      text,
    )
      ? 1
      : 0
  return place + body + deed
}

/** Pictures, questions, voices: the wording of titles. */
function vividness(text: string): number {
  const quoted = /[“‘]/u.test(text) && plainness(text) < 2 ? 1 : 0
  const asks = /[？?]|(.)不\1|吗|怎么|为啥|谁/u.test(text) ? 2 : 0
  const voice = /[我你他她它咱]/u.test(text) ? 1 : 0
  const halves = /[，, ！!]/u.test(text) ? 0.5 : 0
  return quoted + asks + voice + halves
}

function guessTwo(upper: Block, lower: Block, lead: number): Guess {
  const sure = Math.abs(lead) >= 3
  const message =
    lead > 0
      ? `标题两行：${quote(upper.text, 16)}作主题，其下${quote(lower.text, 16)}作副题；也可能是排在主题之下的引题`
      : `标题两行：上一行${quote(upper.text, 16)}作引题，${quote(lower.text, 16)}作主题；也可能上一行是主题、下一行是副题`
  return {
    kind: 'headings',
    risk: sure ? 1 : Math.abs(lead) < 1.5 ? 4 : 3,
    lines: [...upper.lines, ...lower.lines],
    message,
  }
}

function guessThree(lines: readonly Block[]): Guess {
  const message = `标题${lines.length}行：依次作引题、主题、副题`
  return {
    kind: 'headings',
    risk: lines.length > 3 ? 6 : 3,
    lines: lines.flatMap(line => line.lines),
    message,
  }
}
