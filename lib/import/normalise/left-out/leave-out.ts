// Which lines of a page belong to no article, rule by rule, and what they prove of the issue.
import type { LeftOut } from '../../../format/left-out'
import { type Guess, quote } from '../../edition/guess'
import { readDateline } from '../../language/datelines'
import { width } from '../../language/measure'
import { endsSentence, foldWidth } from '../../language/sentence'
import type { Line } from '../../pipeline/blocks'
import type { PageFacts, PrintedPage } from '../page'
import { plainHead, ruleOf, sourceAfter, sourceBefore } from './line-rules'
import { readFiller } from './notices'
import { dateIn, papersIn, readHead } from './running-head'

export type Sorted = {
  readonly lines: readonly Line[]
  readonly leftOut: readonly LeftOut[]
  readonly facts: PageFacts
  readonly guesses: readonly Guess[]
}

/** The rules whose lines may prove the day and the paper. */
const proving = new Set(['报眉', '网站文字', '来源行', '编辑署名', '公众号'])

type Reasons = Map<number, string>

/** Sorts out the lines that belong to no article; what is left keeps its order and its numbers. */
export function sortOutLines(all: readonly Line[]): Sorted {
  const reasons: Reasons = new Map()
  markByWords(all, reasons)
  markHeads(all, reasons)
  markFillers(all, reasons)
  markFeet(all, reasons)
  markTitleLists(all, reasons)
  const kept = closeGaps(all, reasons)
  const notes = kept.flatMap(line => noteOf(line) ?? [])
  const facts = factsOf([...all.filter((_, at) => proving.has(reasons.get(at) ?? '')), ...notes])
  return {
    lines: kept.map(withoutSource),
    leftOut: [...listOf(all, reasons), ...kept.flatMap(sourceOf)],
    facts: { ...facts.facts, pages: pagesOf(all, reasons, notes) },
    guesses: [...outGuesses(all, reasons), ...facts.guesses],
  }
}

/** The source of an article before or behind its author's name: the name stays. */
const withoutSource = (line: Line): Line => ({
  ...line,
  text: line.text
    .slice(sourceBefore(line.text).length, line.text.length - sourceAfter(line.text).length)
    .trim(),
})

function sourceOf({ text, number }: Line): LeftOut[] {
  const parts = [sourceBefore(text), sourceAfter(text)].map(part => part.trim()).filter(Boolean)
  return parts.map(part => ({ lines: { from: number, to: number }, reason: '来源行', text: part }))
}

/** The line of a running head that stands behind an author's name. */
function noteOf(line: Line): Line | undefined {
  const note = sourceAfter(line.text)
  return note ? { ...line, text: plainHead(note) } : undefined
}

function markByWords(all: readonly Line[], reasons: Reasons): void {
  all.forEach(({ text, hint }, at) => {
    const rule = hint === undefined ? ruleOf(text) : undefined
    if (rule) reasons.set(at, rule.reason)
  })
}

const runningHead = '报眉'

/** Running heads, and the lines beside them that are a part of one: a folio, a section, the paper's name. */
function markHeads(all: readonly Line[], reasons: Reasons): void {
  const heads = all.map(({ text }) => readHead(text))
  const strong = heads.flatMap((head, at) => (head?.strong ? [at] : []))
  for (const at of strong) {
    reasons.set(at, runningHead)
    for (const step of [-1, 1]) {
      for (let near = at + step; heads[near] || reasons.has(near); near += step) {
        if (heads[near]) reasons.set(near, runningHead)
      }
    }
  }
  all.forEach((line, at) => {
    const opens = at === 0 || line.page !== all[at - 1]?.page
    const closes = at === all.length - 1 || all[at + 1]?.page !== line.page
    const folio = /^[—\s-]*\d{1,3}[—\s-]*$/u.test(foldWidth(line.text))
    if (folio && (opens || closes || nextToMarked(at, reasons) || isLoneNumber(all, at)))
      reasons.set(at, '页码')
    if (opens && isChannel(all, at, reasons)) reasons.set(at, runningHead)
  })
}

const nextToMarked = (at: number, reasons: Reasons) => reasons.has(at - 1) || reasons.has(at + 1)

/** A number on a line of its own among text; in a column of numbers it is a table's. */
const isLoneNumber = (all: readonly Line[], at: number) =>
  [all[at - 1], all[at + 1]].every(line => line !== undefined && !/\d/u.test(line.text.slice(0, 3)))

/** The name of a channel above the running head at the top of a page, when a title follows all the same. */
function isChannel(all: readonly Line[], at: number, reasons: Reasons): boolean {
  const line = all[at]
  if (!line || reasons.has(at) || width(line.text) > 6 || reasons.get(at + 1) !== runningHead) return false
  let next = at + 1
  while (reasons.has(next)) next++
  return isShort(all[next]) && !endsSentence(all[next]?.text ?? '')
}

function markFillers(all: readonly Line[], reasons: Reasons): void {
  const texts = all.map(({ text }) => text)
  for (let at = 0; at < all.length; at++) {
    const { reason, count } = readFiller(texts, at)
    for (let index = at; index < at + count; index++) reasons.set(index, reason)
    at += Math.max(0, count - 1)
  }
}

const longestShort = 22

/** A line that may be of a site's foot or a heading; no text. */
function isShort(line: Line | undefined): boolean {
  return (
    line !== undefined &&
    width(line.text) <= longestShort &&
    !/[。；;]/u.test(line.text) &&
    readDateline(line.text) === undefined
  )
}

/** Below the foot of a site, short lines up to the next page or the end: icons, links, titles of other articles. */
function markFeet(all: readonly Line[], reasons: Reasons): void {
  all.forEach((line, at) => {
    const rule = reasons.has(at) ? ruleOf(line.text) : undefined
    if (!rule?.foot?.(foldWidth(line.text).trim())) return
    let end = at + 1
    while (end < all.length && isFoot(all, end, reasons)) end++
    const closed = end === all.length || reasons.has(end) || all[end]?.page !== line.page
    if (!closed) return
    for (let index = at + 1; index < end; index++) if (!reasons.has(index)) reasons.set(index, '网站文字')
  })
}

const isFoot = (all: readonly Line[], at: number, reasons: Reasons) =>
  (reasons.has(at) ? reasons.get(at) !== runningHead : isShort(all[at])) &&
  all[at]?.page === all[at - 1]?.page

/** A list of titles between the lines of a site, when one of them stands again above its article. */
function markTitleLists(all: readonly Line[], reasons: Reasons): void {
  const bare = all.map(({ text }) => foldWidth(text).replace(/\s/gu, ''))
  for (let at = 1; at < all.length; at++) {
    if (!reasons.has(at - 1) || reasons.has(at)) continue
    let end = at
    while (end < all.length && !reasons.has(end) && isTitle(all[end])) end++
    const run = bare.slice(at, end)
    const again = run.some(text => text.length >= 5 && bare.indexOf(text, end) >= 0)
    if (end < all.length && reasons.has(end) && again) {
      for (let index = at; index < end; index++) reasons.set(index, '标题目录')
    }
    at = Math.max(at, end - 1)
  }
}

const isTitle = (line: Line | undefined) =>
  line !== undefined && width(line.text) <= 40 && !/[。；;]/u.test(line.text) && !readDateline(line.text)

/** What is left, each line with the largest gap that stood between it and the last one left. */
function closeGaps(all: readonly Line[], reasons: Reasons): readonly Line[] {
  let gap = 0
  return all.flatMap((line, at) => {
    gap = Math.max(gap, line.gap)
    if (reasons.has(at)) return []
    const kept = { ...line, gap }
    gap = 0
    return [kept]
  })
}

/** Runs of neighbouring lines under one rule as one entry. */
function listOf(all: readonly Line[], reasons: ReadonlyMap<number, string>): readonly LeftOut[] {
  const list: { lines: { from: number; to: number }; reason: string; text: string }[] = []
  all.forEach(({ number, also = [] }, at) => {
    const reason = reasons.get(at)
    const last = list.at(-1)
    if (reason === undefined) return
    const to = also.at(-1) ?? number
    const goesOn = last && last.reason === reason && reasons.get(at - 1) === reason
    if (goesOn) last.lines.to = to
    else list.push({ lines: { from: number, to }, reason, text: '' })
  })
  return list
}

function outGuesses(all: readonly Line[], reasons: Reasons): readonly Guess[] {
  if (reasons.size === 0) return []
  const counts = new Map<string, number>()
  for (const reason of reasons.values()) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  const parts = [...counts].map(([reason, count]) => `${reason} ${count} 行`)
  const lines = all.flatMap(({ number, also = [] }, at) => (reasons.has(at) ? [number, ...also] : []))
  const message = `${reasons.size} 行不属于任何一篇，没有收入（${parts.join('，')}），逐条列在 issue.md 的“未收”里，请看有没有正文`
  return [{ kind: 'left-out', risk: 7, lines, message }]
}

/** The pages of the source, each with the one number and the one section that its running heads print. */
function pagesOf(all: readonly Line[], reasons: Reasons, notes: readonly Line[]): readonly PrintedPage[] {
  return [...new Set(all.map(({ page }) => page))].map(page => {
    const own = all.flatMap((line, at) => (line.page === page ? [{ line, reason: reasons.get(at) }] : []))
    const printed = own.flatMap(({ line, reason }) => (reason === runningHead ? [line] : []))
    const noted = notes.filter(line => line.page === page)
    const heads = [...printed, ...noted].flatMap(({ text }) => readHead(text) ?? [])
    const only = (texts: readonly string[]) => {
      const [one = '', other] = new Set(texts.filter(Boolean))
      return other === undefined ? one : ''
    }
    const number = only(heads.map(head => head.page))
    const name = only(heads.map(head => head.section))
    return { from: own[0]?.line.number ?? 1, page: number, section: number ? name : '' }
  })
}

/** The date and the paper that running heads print, when they agree. */
function factsOf(out: readonly Line[]): { readonly facts: PageFacts; readonly guesses: readonly Guess[] } {
  const heads = out.map(line => ({ line, head: readHead(line.text), papers: papersIn(line.text) }))
  const dates = new Set(heads.flatMap(({ line }) => dateIn(line.text) || []))
  const papers = new Set(heads.flatMap(({ head, papers }) => [...(head?.papers ?? []), ...papers]))
  const [date = '', otherDate] = dates
  const [publication = '', otherPaper] = papers
  const facts = { date: otherDate ? '' : date, publication: otherPaper ? '' : publication }
  const lines = heads.flatMap(({ line, head, papers }) =>
    dateIn(line.text) || head?.papers.length || papers.length ? [line.number] : [],
  )
  const guess = (risk: number, message: string): Guess[] => [{ kind: 'form', risk, lines, message }]
  if (otherDate || otherPaper) {
    const found = [...dates, ...papers].map(one => quote(one, 20)).join('、')
    return {
      facts,
      guesses: guess(6, `报眉印的日期或报名不止一个（${found}），没有记入本期，请在 issue.md 里写明`),
    }
  }
  const told = [publication && `报名“${publication}”`, date && `日期 ${date}`].filter(Boolean).join('，')
  return { facts, guesses: told ? guess(2, `版面印明${told}，已记入本期`) : [] }
}
