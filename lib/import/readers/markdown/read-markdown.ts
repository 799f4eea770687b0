// Markdown of crawlers → articles: front matter that says what it is, headings by their marks, a paragraph a line or a few.
import type { LeftOut } from '../../../format/left-out'
import type { LineRange } from '../../../model/article'
import { type Guess, quote } from '../../edition/guess'
import { readTail } from '../../language/datelines'
import { endsSentence, startsListEntry } from '../../language/sentence'
import { sortOutLines } from '../../normalise/left-out/leave-out'
import { readLines } from '../../normalise/lines'
import type { PrintedPage } from '../../normalise/page'
import { joinText, type Line } from '../../pipeline/blocks'
import type { ReadStories } from '../../pipeline/import-page'
import type { Story } from '../../pipeline/stitch'
import { type RankedLine, storiesByHeadings } from '../heading-stories'
import { type PlacedPicture, placePictures } from '../html/place-pictures'
import { type CrawledFacts, hasFrontMatter, readCrawledFacts } from './front-matter'
import { takeMarks } from './marks'

export type ReadMarkdown = ReadStories & {
  /** The pictures of its articles, with the number of their file, from 0. */
  readonly pictures: readonly (PlacedPicture & { readonly file: number })[]
}

/** Whether a text is Markdown to be read by its marks: it has front matter, or its name says so and it has headings. */
export const isMarkdown = (text: string, name: string) =>
  hasFrontMatter(text) || (/\.(?:md|markdown)$/i.test(name) && /^ {0,3}#{1,6}[ \t]+\S/mu.test(text))

/** Reads the text of an issue; `files` are the lines of each file that it was joined from. Never throws. */
export function readMarkdown(source: string, files: readonly LineRange[]): ReadMarkdown {
  const all = readLines(source)
  const read = files.map((range, file) => readFile(source, all, range, file))
  const dates = new Set(read.flatMap(one => one.dates))
  const papers = new Set(read.flatMap(one => one.papers))
  const only = (values: ReadonlySet<string>) => (values.size === 1 ? ([...values][0] ?? '') : '')
  const several = dates.size > 1 || papers.size > 1 ? [...dates, ...papers] : []
  return {
    stories: read.flatMap(one => one.stories),
    leftOut: read.flatMap(one => one.leftOut),
    facts: { date: only(dates), publication: only(papers), pages: read.map(one => one.page) },
    inked: new Set(all.map(({ number }) => number)),
    guesses: [...read.flatMap(one => one.guesses), ...severalGuesses(several)],
    faults: [],
    pictures: read.flatMap(one => one.pictures),
  }
}

function severalGuesses(found: readonly string[]): readonly Guess[] {
  if (found.length === 0) return []
  const message = `各文件写的日期或报名不止一个（${found.map(one => quote(one, 20)).join('、')}），没有记入本期，请在 issue.md 里写明`
  return [{ kind: 'form', risk: 6, lines: [1], message }]
}

function readFile(source: string, all: readonly Line[], range: LineRange, file: number) {
  const text = source
    .split('\n')
    .slice(range.from - 1, range.to)
    .join('\n')
    .replace(/^\f/, '')
  const facts = readCrawledFacts(text)
  const first = range.from + (facts?.lines ?? 0)
  const marked = takeMarks(all.filter(({ number }) => first <= number && number <= range.to))
  const sorted = sortOutLines(marked.lines)
  const named = titleLine(facts, marked.levels, sorted.lines, all, range)
  const rows = joinRows(rankedLines(sorted.lines, marked, facts, named === undefined))
  const ranked = named ? [named.line, ...rows] : rows
  const levels = ranked.map(({ level }) => level).filter(level => level > 0)
  const stories = levels.length > 0 ? storiesByHeadings(ranked, Math.min(...levels)).map(asPhoto) : []
  const head = frontMatterLines(range.from, facts, named)
  const noted = sorted.facts.pages?.[0]
  const page: PrintedPage = {
    from: range.from,
    page: noted?.page || facts?.page || '',
    section: noted?.section || facts?.section || '',
  }
  return {
    stories,
    page,
    leftOut: [...head, ...marked.leftOut, ...sorted.leftOut],
    dates: [sorted.facts.date, facts?.date ?? ''].filter(Boolean),
    papers: [sorted.facts.publication, facts?.publication ?? ''].filter(Boolean),
    guesses: [...sorted.guesses, ...fileGuesses(facts, range, sorted.lines, rows)],
    pictures: picturesOf(marked, ranked).map(picture => ({ ...picture, file })),
  }
}

type Marked = ReturnType<typeof takeMarks>
type NamedTitle = { readonly line: RankedLine; readonly leftOut: readonly LeftOut[] }

const flat = (text: string) => text.replace(/[\s\\]/gu, '')

/** The title in the front matter, where no heading of the text is it. */
function titleLine(
  facts: CrawledFacts | undefined,
  levels: ReadonlyMap<number, number>,
  lines: readonly Line[],
  all: readonly Line[],
  range: LineRange,
): NamedTitle | undefined {
  if (!facts?.title) return undefined
  if (titleHeading(lines, levels, facts.title)) return undefined
  const line = all.find(
    ({ number, text }) =>
      range.from < number && number < range.from + facts.lines && text.includes(facts.title),
  )
  if (!line) return undefined
  const at = line.text.indexOf(facts.title)
  const around = [line.text.slice(0, at), line.text.slice(at + facts.title.length)].map(part => part.trim())
  return {
    line: { text: facts.title, level: 1, subheading: false, row: false, lines: [line.number] },
    leftOut: around.filter(Boolean).map(text => {
      return { lines: { from: line.number, to: line.number }, reason: '文件头', text }
    }),
  }
}

/** The heading that is the title of a file whose front matter names one: the same words, else the only heading of the first rank. */
function titleHeading(
  lines: readonly Line[],
  levels: ReadonlyMap<number, number>,
  title: string,
): Line | undefined {
  const ranked = lines.flatMap(line => {
    const level = levels.get(line.number)
    return level === undefined ? [] : [{ line, level }]
  })
  const same = ranked.filter(({ line }) => isTitle(line.text, title)).sort((a, b) => a.level - b.level)
  const first = ranked.filter(({ level }) => level === 1)
  return same[0]?.line ?? (first.length === 1 ? first[0]?.line : undefined)
}

const isTitle = (heading: string, title: string) =>
  flat(heading).includes(flat(title)) || (flat(heading).length > 3 && flat(title).includes(flat(heading)))

/** The lines of front matter, all but a title that stands nowhere else. */
function frontMatterLines(
  from: number,
  facts: CrawledFacts | undefined,
  named: NamedTitle | undefined,
): readonly LeftOut[] {
  if (!facts) return []
  const to = from + facts.lines - 1
  const at = named?.line.lines[0]
  const runs =
    at === undefined
      ? [{ from, to }]
      : [
          { from, to: at - 1 },
          { from: at + 1, to },
        ]
  return [...runs.map(lines => ({ lines, reason: '文件头', text: '' })), ...(named?.leftOut ?? [])]
}

/**
 * Lines with their ranks. A file with front matter is one article: only the heading that is its title has the highest rank, unless
 * the title stands in the front matter alone.
 */
function rankedLines(
  lines: readonly Line[],
  { levels, bold }: Marked,
  facts: CrawledFacts | undefined,
  inText: boolean,
): readonly (RankedLine & { readonly gap: number })[] {
  const title = facts?.title ?? ''
  const best = inText && title ? titleHeading(lines, levels, title) : undefined
  return lines.map(line => {
    const own = levels.get(line.number) ?? 0
    const level = own === 0 || !title ? own : line === best ? 1 : own + 1
    const { text, number, gap, hint, also = [] } = line
    const short = text.length <= 26 && !/[。；，：]$/u.test(text)
    return {
      ...{ text, level, gap, row: hint === 'line', lines: [number, ...also] },
      subheading: level === 0 && bold.has(number) && short,
    }
  })
}

/** A line that no empty line parts from one that breaks off goes on it. */
function joinRows(lines: readonly (RankedLine & { readonly gap: number })[]): readonly RankedLine[] {
  const rows: RankedLine[] = []
  for (const { gap, ...line } of lines) {
    const last = rows.at(-1)
    const isText = (one: RankedLine) => one.level === 0 && !one.subheading && !one.row
    const goesOn = last && gap === 0 && isText(last) && isText(line)
    if (
      last &&
      goesOn &&
      !endsSentence(last.text) &&
      !/[：:]$/u.test(last.text) &&
      !startsListEntry(line.text)
    )
      rows.splice(-1, 1, {
        ...last,
        text: joinText(last.text, line.text),
        lines: [...last.lines, ...line.lines],
      })
    else rows.push(line)
  }
  return rows
}

/** An item whose text is captions that end in the credit of a picture. */
function asPhoto(story: Story): Story {
  const captions = story.paragraphs.map(({ block }) => readTail(block.text)?.byline.photo === true)
  return captions.length > 0 && captions.every(Boolean) ? { ...story, kind: 'photo' } : story
}

function fileGuesses(
  facts: CrawledFacts | undefined,
  range: LineRange,
  lines: readonly Line[],
  rows: readonly RankedLine[],
): readonly Guess[] {
  const says = (kind: Guess['kind'], risk: number, lines: readonly number[], message: string): Guess[] => [
    { kind, risk, lines, message },
  ]
  const text = flat(lines.map(line => line.text).join(''))
  const unnamed = (facts?.authors ?? '')
    .split(/[、,，;；/]/u)
    .filter(one => one.trim() && !text.includes(flat(one)))
  const title = rows.find(({ level }) => level === 1)?.text ?? ''
  const other = facts?.title && title && !isTitle(title, facts.title) ? facts.title : ''
  const joined = rows.filter(row => row.lines.length > 1)
  return [
    ...says('form', 2, [range.from], `按 Markdown 读${facts ? '，文件头没有收入' : ''}`),
    ...(other
      ? says('title', 6, [range.from], `文件头写的标题是${quote(other, 20)}，正文上的标题不同，照正文`)
      : []),
    ...(unnamed.length > 0
      ? says(
          'byline',
          6,
          [range.from],
          `文件头写作者${quote(unnamed.join('、'))}，正文里没有，请看要不要补上署名`,
        )
      : []),
    ...(joined.length > 0
      ? says(
          'form',
          6,
          joined.flatMap(row => row.lines),
          `${joined.length} 段由几行接成：前一行没有句末标点，中间没有空行`,
        )
      : []),
  ]
}

/** The pictures, each beside the line that it goes with. */
function picturesOf({ pictures }: Marked, ranked: readonly RankedLine[]): readonly PlacedPicture[] {
  const rows = ranked.map(({ text, level, lines }) => ({ text, line: lines[0] ?? 0, isHeading: level > 0 }))
  const starts = rows.map(({ line }) => line)
  return placePictures(
    rows.map((row, at) => {
      const from = starts[at - 1] ?? 0
      return {
        ...row,
        pictures: pictures.filter(({ line }) => from < line && line < row.line).map(({ src }) => src),
      }
    }),
    pictures.filter(({ line }) => line > (starts.at(-1) ?? 0)).map(({ src }) => src),
  )
}
