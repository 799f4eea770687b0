// Decisions on the issue of a folder: applied, proved, and written only then. START HERE: `npm run edit` and the desk both do.
import { join } from 'node:path'
import { bareDoubt } from '../edits/decide'
import { type Outcome, showOperation } from '../edits/replay'
import { issueRule } from '../format/article-file'
import { editsName } from '../format/edits-file'
import type { Operation } from '../format/operation'
import type { Edition } from '../import/edition/edition'
import { shortHash } from '../import/edition/reimport'
import { cityFaults } from '../import/language/city-check'
import type { Problem } from '../model/problem'
import { completeOperation } from './complete-operation'
import { type IssuePlace, openIssue, prepareEdits } from './editable'
import { versionOf } from './folder-version'
import { ChangedMeanwhile, filesToChange, type IssueFolder, writeIssueFolder } from './issue-folder'
import { underOldNames } from './issue-pictures'
import { type PageReader, rememberingReader } from './page-reader'
import { type PictureStore, putAway, withStored } from './picture-store'
import { withoutFact } from './replaced-facts'

export type EditedIssue = {
  readonly problems: readonly Problem[]
  /** Chinese: what was done. */
  readonly done: string
  /** Names of the files that are other now. */
  readonly changes?: readonly string[]
  /** How many doubts are left. */
  readonly doubts?: number
  /** The operations as they were kept: what the editor need not write is filled in. */
  readonly made?: readonly Operation[]
  /** The issue as it is then, with all its doubts. */
  readonly edition?: Edition
  /** The rule of the operation that could not be done. */
  readonly cause?: string
}

type EditOptions = {
  /** Reads the page; a desk keeps one that remembers. */
  readonly reader?: PageReader
  /** The version of the folder that the editor has seen: nothing is written over another one. */
  readonly expected?: string
  /** Versions of folders that are known to be what this importer writes; those that are written are added. */
  readonly current?: Set<string>
  /** Where pictures lie that no article names any more. */
  readonly store?: PictureStore
}

const refused = (file: string, rule: string, message: string): EditedIssue => ({
  problems: [{ file, line: 1, rule, message }],
  done: '',
})

/** What is being edited: where it is, how it is read, what is in it. */
type Editing = IssuePlace & {
  readonly expected: string
  readonly current: Set<string>
  readonly store: PictureStore | undefined
  readonly before: IssueFolder
}

/** Does operations more, all of them or none. Nothing is written unless they hold and the whole issue is proved with them. */
export function editIssue(
  out: string,
  issue: string,
  given: Operation | readonly Operation[],
  options: EditOptions = {},
): EditedIssue {
  return withIssue(out, issue, options, editing => {
    const { before } = editing
    const made: Operation[] = []
    for (const one of [given].flat()) {
      const operation = completeOperation(one, before, made)
      if (!('do' in operation)) return { problems: [operation], done: '' }
      made.push(operation)
    }
    const unknown = unknownDoubt(editing, made)
    if (unknown) return unknown
    return {
      ...rewrite(editing, [...before.edits.operations, ...made], made, showAll(made), wrongCities),
      made,
    }
  })
}

/** A doubt that was to be settled and that nobody has: it is not open, and was not settled before. */
function unknownDoubt(editing: Editing, made: readonly Operation[]): EditedIssue | undefined {
  const settling = made.filter(
    ({ do: kind, item, doubt }) =>
      kind === 'settle' &&
      !editing.before.edits.operations.some(one => one.item === item && one.doubt === doubt),
  )
  if (settling.length === 0) return undefined
  const open = prepareEdits(editing, editing.before).edition?.doubts
  const none = settling.find(
    ({ item, doubt = '' }) =>
      open && !open.some(one => one.item === Number(item) && one.message === bareDoubt(doubt)),
  )
  if (!none) return undefined
  const says = `${none.item} 没有这条存疑：“${none.doubt}”；应从 issue.md 照抄全文，行号可以不抄`
  return refused(join(editing.out, editing.issue, 'issue.md'), 'doubt-missing', says)
}

/** Several operations in a few words: what was settled with them is only counted. */
export function showAll(made: readonly Operation[]): string {
  const others = made.filter(({ do: kind }) => kind !== 'settle')
  if (others.length === 0 && made.length > 1) return `认可 ${made.length} 条存疑`
  const shown = others.length > 0 ? others : made
  return `${shown.map(showOperation).join('；')}${shown.length < made.length ? '，并认可存疑' : ''}`
}

/** Takes back the last operations, so many of them, together. */
export function undoLast(out: string, issue: string, count: number, options: EditOptions = {}): EditedIssue {
  return withIssue(out, issue, options, editing => {
    const { operations } = editing.before.edits
    const undone = operations.slice(operations.length - count)
    if (count < 1 || undone.length < count)
      return refused(join(out, issue, editsName), 'edit-undo', '没有可以撤销的改动')
    const first = operations.length - count
    const before = undone.reduceRight((folder, operation, at) => {
      const earlier = operations.slice(0, first + at)
      return withoutFact(withoutNames(folder, operation), operation, earlier, earlier.length).folder
    }, editing.before)
    const rest = operations.slice(0, first)
    const done = `已撤去：${showAll(undone)}`
    return { ...rewrite({ ...editing, before }, rest, rest.slice(-1), done), made: undone }
  })
}

/** Takes back an operation by its place in the list, from 1; the last one when no place is given. */
export function undoEdit(
  out: string,
  issue: string,
  place: number | undefined,
  options: EditOptions = {},
): EditedIssue {
  return withIssue(out, issue, options, editing => {
    const { operations } = editing.before.edits
    const at = (place ?? operations.length) - 1
    const operation = operations[at]
    const file = join(out, issue, editsName)
    if (!operation)
      return refused(file, 'edit-undo', `没有第 ${place ?? 1} 条改动，共 ${operations.length} 条`)
    const rest = operations.filter((_, index) => index !== at)
    const { folder, left } = withoutFact(withoutNames(editing.before, operation), operation, rest, at)
    return rewrite(
      { ...editing, before: folder },
      left,
      left.slice(-1),
      `已撤去：${showOperation(operation)}`,
    )
  })
}

/** The folder as if an operation had given no number to an item and no name to a picture. */
function withoutNames(before: IssueFolder, operation: Operation): IssueFolder {
  const folder = withoutNumber(before, operation)
  return { ...folder, pictures: underOldNames(folder.pictures, operation) }
}

/** The folder as if an operation had never given its number to a new item; one that somebody wrote in by hand keeps it. */
function withoutNumber(before: IssueFolder, { do: kind, as = '' }: Operation): IssueFolder {
  const made = before.files.find(({ number }) => number === Number(as))
  const isOurs = made === undefined || before.imported.get(as) === shortHash(made.text)
  if (kind !== 'split' || before.edits.base.has(Number(as)) || !isOurs) return before
  return {
    ...before,
    files: before.files.filter(file => file !== made),
    imported: new Map([...before.imported].filter(([name]) => name !== as)),
  }
}

/** Opens an issue that can be edited, of the version that the editor has seen. */
function withIssue(
  out: string,
  issue: string,
  { reader = rememberingReader(), expected, current = new Set(), store }: EditOptions,
  change: (editing: Editing) => EditedIssue,
): EditedIssue {
  const wrong = issueRule(issue)
  const dir = join(out, issue)
  if (wrong) return refused(dir, wrong.rule, wrong.message)
  const seen = versionOf(dir)
  if (expected !== undefined && expected !== seen) return changedMeanwhile(dir)
  const { before, problems } = openIssue({ out, issue, reader }, current.has(seen))
  if (problems.length > 0) return { problems, done: '' }
  return change({ out, issue, reader, expected: seen, current, store, before })
}

const changedMeanwhile = (dir: string): EditedIssue =>
  refused(dir, 'edit-changed', '这一期刚才在别处改过，没有覆盖；看过现在的样子再改')

/** Writes an issue with these operations; refuses when one of those that were asked for does not hold. */
function rewrite(
  editing: Editing,
  operations: readonly Operation[],
  asked: readonly Operation[],
  done: string,
  judge: (edition: Edition, asked: readonly Operation[]) => readonly string[] = () => [],
): EditedIssue {
  const { out, issue, before, expected, current, store } = editing
  let outcomes: readonly Outcome[] = []
  const wanted = withStored({ ...before, edits: { ...before.edits, operations } }, operations, store)
  const {
    files: made,
    problems,
    edition,
  } = prepareEdits(editing, wanted, seen => {
    outcomes = seen
  })
  const dir = join(out, issue)
  const open = outcomes.find(({ state, operation }) => state === 'open' && asked.includes(operation))
  if (open) {
    const refusal = refused(join(dir, editsName), 'edit-open', open.message)
    return open.rule === undefined ? refusal : { ...refusal, cause: open.rule }
  }
  if (!made || !edition) return { problems, done: '' }
  const files = putAway(made, edition.articles, before, store)
  const [wrong] = judge(edition, asked)
  if (wrong !== undefined) return refused(join(dir, editsName), 'edit-city', wrong)
  const kept = keptByHand(edition, asked)
  if (kept !== undefined) return refused(join(dir, kept), 'edited-by-hand', keptSays(kept))
  const changes = filesToChange(out, issue, files)
  try {
    if (changes.length > 0) writeIssueFolder(out, issue, files, expected)
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return changedMeanwhile(dir)
    throw error
  }
  current.add(versionOf(dir))
  return { problems: [], done, changes, edition, doubts: edition.doubts.length }
}

const keptSays = (name: string) =>
  `${name} 是手工改过的，改动不能记成操作；先恢复这个文件，或用 npm run import -- … --replace`

/** What `npm run check` would say of the cities of items whose places were set. */
function wrongCities({ articles }: Edition, asked: readonly Operation[]): readonly string[] {
  const placed = asked.filter(
    ({ do: kind, field }) => kind === 'set' && (field === 'cities' || field === 'provinces'),
  )
  return articles
    .filter(({ number }) => placed.some(({ item }) => Number(item) === number))
    .flatMap(cityFaults)
    .map(({ message }) => message)
}

/** The file of an item that was to be edited, if it stays as somebody wrote it by hand. */
function keptByHand({ kept }: Edition, asked: readonly Operation[]): string | undefined {
  return asked.map(({ item }) => `${item}.md`).find(name => kept.includes(name))
}
