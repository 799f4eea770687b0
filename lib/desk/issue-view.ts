// One issue as the desk shows it: its source line by line, its items part by part, its doubts with other readings.
import { join } from 'node:path'
import { inkOf } from '../audit/ink'
import type { Draft } from '../edits/draft'
import type { Part } from '../edits/parts'
import { draftOf } from '../edits/replay'
import { type SourcePage, sourcePage } from '../edits/source-page'
import { issueRule } from '../format/article-file'
import { type Doubt, isRoutine } from '../format/doubt'
import type { LeftOut } from '../format/left-out'
import type { Edition } from '../import/edition/edition'
import { showAll } from '../issues/edit-issue'
import { openIssue } from '../issues/editable'
import { versionOf } from '../issues/folder-version'
import type { IssueFolder } from '../issues/issue-folder'
import { type Article, printNumber } from '../model/article'
import { printedFields } from '../model/article-fields'
import type { Desk } from './desk'
import { factsOf, factsOfIssue } from './facts-view'
import { type Done, isFileChange, redoable } from './journal'
import { placesOf } from './page-picture'
import { viewParts } from './parts-view'
import { viewPictures } from './picture-view'
import { readingsIn } from './readings'
import type { DoubtView, IssueView, ItemView, LineView } from './wire'
import { writtenText } from './written-text'

/**
 * The issue as it is on disk now. Undefined when there is no such issue. `made`: its edition, where an act has just written
 * it; else it is made again.
 */
export function viewIssue(desk: Desk, id: string, made?: Edition): IssueView | undefined {
  const { out, reader } = desk
  if (issueRule(id)) return undefined
  const version = versionOf(join(out, id))
  if (version === '') return undefined
  const { before, edition = made, problems: all } = openIssue({ out, issue: id, reader }, made !== undefined)
  // An issue that was written by hand has no source, and needs none.
  const problems = all.filter(({ rule }) => rule !== 'source-missing')
  const leftOut = edition?.leftOut ?? before.issueFile?.leftOut ?? []
  const articles = edition?.articles ?? before.files.flatMap(({ article }) => article ?? [])
  const page = sourcePage(before.source, leftOut)
  const draft = draftOf(
    articles.filter(({ origin }) => origin !== 'web'),
    leftOut,
    page,
  )
  const items = articles.map(article => viewItem(article, draft))
  const { sheets, places } = placesOf(desk, id)
  const lines = linesOf(page, articles, leftOut).map(line => {
    const place = places.get(line.number)
    return place ? { ...line, place } : line
  })
  const issue = before.issueFile?.issue ?? { id, title: '', date: '', dateBasis: '', publication: '' }
  const { title, publication, date, reason = '' } = issue
  const count = (some: readonly LineView[]) =>
    some.reduce((sum, { number }) => sum + (page.characters[number - 1] ?? 0), 0)
  return {
    ...{ id, version, title, publication, date, reason, lines, sheets, items, problems },
    facts: factsOfIssue(issue),
    doubts: draft ? viewDoubts(edition?.doubts ?? [], items, page, readingsIn(draft, page, desk.trials)) : [],
    characters: count(lines),
    leftOut: count(lines.filter(({ item }) => item === '')),
    ...undoable(desk, id, before),
  }
}

function undoable(desk: Desk, id: string, { edits }: IssueFolder): Pick<IssueView, 'undo' | 'redo'> {
  const { last, next } = redoable(desk, id, edits.operations)
  return { undo: last ? says(last) : '', redo: next ? says(next) : '' }
}

/** What undo or redo would do, in words. */
const says = (done: Done) => (isFileChange(done) ? `写稿（${done.name.slice(0, -3)}）` : showAll(done))

/** Views of items whose articles and parts are as they were. */
const known = new WeakMap<Article, { readonly parts: readonly Part[] | undefined; readonly view: ItemView }>()

function viewItem(article: Article, draft: Draft | undefined): ItemView {
  const parts = draft?.items.find(one => one.article.number === article.number)?.parts
  const before = known.get(article)
  if (before && before.parts === parts) return before.view
  const view = makeView(article, parts ?? plainParts(article))
  known.set(article, { parts, view })
  return view
}

function makeView(article: Article, all: readonly Part[]): ItemView {
  const { number, title, corrections, reason } = article
  const parts = viewParts(all)
  const texts = parts.flatMap(({ segments }) => segments.map(({ text }) => text))
  const characters = texts.reduce((sum, text) => sum + inkOf(text, 1).length, 0)
  const pictures = viewPictures(article)
  const facts = factsOf(article)
  const written = article.origin === 'web' || !article.lines.length ? { written: writtenText(article) } : {}
  return {
    name: printNumber(number),
    title,
    parts,
    facts,
    reason,
    corrections,
    pictures,
    characters,
    ...written,
  }
}

/** The text of an article that stands in no line of the source, or is not proved. */
const plainParts = (article: Article): readonly Part[] =>
  [
    ...printedFields.map(role => ({ role, text: article[role] })),
    ...article.blocks.map(({ kind, text }) => ({ role: kind, text })),
  ].flatMap(({ role, text }) =>
    text ? [{ role, text, corrections: [], lines: inkOf(text, 1).map(() => 0) }] : [],
  )

function linesOf(
  { lines, inked }: SourcePage,
  articles: readonly Article[],
  leftOut: readonly LeftOut[],
): readonly LineView[] {
  const owner = new Map(
    articles.flatMap(({ number, lines: own }) =>
      own.flatMap(range => spread(range).map(line => [line, printNumber(number)] as const)),
    ),
  )
  const reason = new Map(
    leftOut.flatMap(one => (one.text ? [] : spread(one.lines).map(line => [line, one.reason] as const))),
  )
  return [...inked].map(number => ({
    ...{ number, text: (lines[number - 1] ?? '').trim() },
    item: owner.get(number) ?? '',
    reason: reason.get(number) ?? '',
  }))
}

const spread = ({ from, to }: { readonly from: number; readonly to: number }) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)

function viewDoubts(
  doubts: readonly Doubt[],
  items: readonly ItemView[],
  page: SourcePage,
  readingsOf: ReturnType<typeof readingsIn>,
): readonly DoubtView[] {
  return doubts
    .map((doubt): DoubtView => {
      const { kind, risk, message } = doubt
      const item = items.find(({ name }) => Number(name) === doubt.item)
      const lines = doubt.lines.flatMap(spread).filter(line => page.inked.has(line))
      const readings = readingsOf(doubt, item)
      return {
        item: printNumber(doubt.item),
        lines,
        kind,
        risk,
        message,
        routine: isRoutine(doubt),
        readings,
      }
    })
    .concat(items.flatMap(altDoubts))
    .sort((a, b) => b.risk - a.risk || (a.lines[0] ?? 0) - (b.lines[0] ?? 0))
}

/** How much a picture without alternative text matters: more than a note, less than text that may be lost. */
const altRisk = 3

/** Pictures that nobody has described, as `npm run check` counts them. */
const altDoubts = ({ name, pictures, parts }: ItemView): readonly DoubtView[] =>
  pictures.flatMap(({ file, alt }) => {
    const line = parts[0]?.segments[0]?.line
    const message = `图片 ${file} 还没有替代文字：图里看得见什么？`
    const about = { item: name, lines: line ? [line] : [], picture: file }
    return alt ? [] : [{ ...about, kind: 'alt', risk: altRisk, message, routine: false, readings: [] }]
  })
