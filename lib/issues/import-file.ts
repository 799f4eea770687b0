// One page of an import: bytes to a folder of content, or problems and nothing written.
import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { decideBy } from '../edits/decide'
import type { Outcome } from '../edits/replay'
import { issueRule } from '../format/article-file'
import { editsName, printEdits } from '../format/edits-file'
import { inFile } from '../format/front-matter'
import type { Operation } from '../format/operation'
import { readSource } from '../format/source-folder'
import { type Edition, makeEdition } from '../import/edition/edition'
import { shortHash, undecided } from '../import/edition/reimport'
import { printNumber } from '../model/article'
import type { Problem } from '../model/problem'
import { absorbEdits, absorbIssue, readAgain } from './absorb-edits'
import { takePictures } from './found-pictures'
import { clashesOf, type Known, type PageOfIssue, verifyEdition } from './import-checks'
import {
  filesToChange,
  holdsAlready,
  type IssueFolder,
  keepAside,
  readIssueFolder,
  writeIssueFolder,
} from './issue-folder'
import { keepPictures, underNewNames } from './issue-pictures'
import { type PageReader, type ReadPage, readPageAnew } from './page-reader'
import { takenAway } from './picture-store'
import type { GivenFile, Source } from './source'

export type Options = {
  readonly out: string
  readonly replace: boolean
  /** Rules of pageFaults that do not count. */
  readonly allow: readonly string[]
  /** Tells what would change, and writes nothing. */
  readonly dryRun?: boolean
  /** Reads the page; one that remembers spares an editor's next decision the reading. */
  readonly reader?: PageReader
  /** Hears what became of each operation. */
  readonly see?: (outcomes: readonly Outcome[]) => void
}

export type Imported = {
  readonly file: string
  readonly issue: string
  /** `tried`: what would be written, and nothing was. */
  readonly state: 'written' | 'unchanged' | 'refused' | 'tried'
  /** Names of the files of the issue that are new, other, or gone. */
  readonly changes?: readonly string[]
  /** Where the issue lies as it was before. */
  readonly aside?: string
  readonly encoding?: Source['encoding']
  readonly edition?: Edition
  readonly problems: readonly Problem[]
  /** Changes that were made by hand and are operations now. */
  readonly added?: readonly Operation[]
  /** Pictures of the page that may not be beside its articles, each with the reason, in Chinese. */
  readonly refusedPictures?: readonly string[]
  /** The files of the pictures that the issue has then. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>
}

/** Reads the sources of a content folder once a run. */
export function knownPages(out: string): Known {
  const issues = existsSync(out) && lstatSync(out).isDirectory() ? readdirSync(out).sort() : []
  const known: Known = new Map()
  for (const issue of issues.filter(name => !issueRule(name))) {
    const source = readSource(out, issue)
    if (source && !Array.isArray(source)) known.set(shortHash(source.text.trim()), issue)
  }
  return known
}

/** Imports the files of one issue, or the bytes of its only one; nothing is written unless everything about it is right. */
export function importBytes(
  given: Uint8Array | readonly GivenFile[],
  page: PageOfIssue,
  options: Options,
  known: Known,
): Imported {
  const wrongId = issueRule(page.issue)
  if (wrongId) return { ...page, state: 'refused', problems: [idProblem(page, wrongId.message)] }
  const read = readIssueFolder(options.out, page.issue)
  const before = absorbIssue(read)
  const ofIssue = before.edits.operations.slice(read.edits.operations.length)
  const { files, text, ...prepared } = prepareImport(given, page, options, known, before)
  const imported = { ...prepared, added: [...ofIssue, ...(prepared.added ?? [])] }
  if (!files) return imported
  known.set(shortHash(text.trim()), page.issue)
  if (holdsAlready(options.out, page.issue, files)) return { ...imported, state: 'unchanged' }
  const changes = filesToChange(options.out, page.issue, files)
  if (options.dryRun) return { ...imported, state: 'tried', changes }
  const aside = replaces(before, files) ? keepAside(options.out, page.issue) : undefined
  writeIssueFolder(options.out, page.issue, files)
  return { ...imported, changes, ...(aside && { aside }) }
}

/** Whether an import takes something away that is nowhere else: another dump, or work done by hand. */
function replaces(before: IssueFolder, files: ReadonlyMap<string, string | Uint8Array>): boolean {
  const source = files.get('source.txt')
  const isOther =
    before.bytes !== undefined && source !== undefined && !Buffer.from(source).equals(before.bytes)
  const byHand = before.files.some(({ number, text }) => {
    const name = printNumber(number)
    return before.imported.get(name) !== shortHash(text) && files.get(`${name}.md`) !== text
  })
  const loses = [...before.pictures.keys()].some(name => !files.has(name))
  return isOther || byHand || loses
}

const idProblem = ({ file }: PageOfIssue, message: string): Problem => {
  return { file, line: 1, rule: 'issue-format', message: `${message}，可用 --issue 写明` }
}

type Prepared = Imported & {
  readonly text: string
  readonly files?: ReadonlyMap<string, string | Uint8Array>
}

/** Everything about an import but the writing: the files that the folder of the issue should hold, or problems. */
export function prepareImport(
  given: Uint8Array | readonly GivenFile[],
  page: PageOfIssue,
  options: Options,
  known: Known,
  before: IssueFolder,
): Prepared {
  const { file, issue } = page
  const refused = (problems: readonly Problem[]): Prepared => {
    return { file, issue, state: 'refused', problems, text: '' }
  }
  const reader = options.reader ?? readPageAnew
  const opened = reader(given instanceof Uint8Array ? [{ file, bytes: given }] : given, issue, file)
  if (!('page' in opened)) return refused(opened)
  const { encoding, text } = opened.page
  const clashes = clashesOf(text, page, before, options, known)
  if (clashes.length > 0) return refused(clashes)
  if (opened.unread.length > 0) return refused(opened.unread)
  const decided = decideEdition(opened, issue, options, before, reader)
  const { edition, operations } = decided
  const counted = [...opened.read.faults, ...opened.faults].filter(
    ({ rule }) => !options.allow.includes(rule),
  )
  const wrong = [...inFile(counted, file), ...verifyEdition(edition, text, page, options.out, before)]
  if (wrong.length > 0) return refused(wrong)
  const found = new Map([...before.pictures, ...decided.pictures])
  const named = underNewNames(found, edition.articles, operations)
  const pictures = keepPictures(edition.articles, named, join(options.out, issue))
  if (pictures.problems.length > 0) return refused(pictures.problems)
  const files = new Map([...opened.page.kept, ...textFilesOf(decided, text, before), ...pictures.files])
  return {
    ...{ file, issue, state: 'written', problems: [] },
    ...{ encoding, edition, text, files, pictures: pictures.files },
    added: operations.slice(before.edits.operations.length),
    refusedPictures: decided.refusedPictures,
  }
}

/** The files of an edition, the decisions that made it, and source.txt as it is, to the byte, where it says the same. */
const textFilesOf = ({ edition, operations }: Decided, text: string, before: IssueFolder) =>
  new Map<string, string | Uint8Array>([
    ...edition.files,
    ...(operations.length > 0 ? [[editsName, printEdits({ operations, base: edition.base })] as const] : []),
    ...(before.bytes && before.source === text ? [['source.txt', before.bytes] as const] : []),
  ])

type Decided = {
  readonly edition: Edition
  /** The decisions of an editor, and those that the pictures of the source come by. */
  readonly operations: readonly Operation[]
  /** Files of pictures that are new, by their names. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
  readonly refusedPictures: readonly string[]
}

/** The issue as its importer reads it and its editor decided, what was changed by hand among the decisions. */
function decideEdition(
  { page, read }: ReadPage,
  issue: string,
  { replace, see }: Options,
  before: IssueFolder,
  reader: PageReader,
): Decided {
  const isAsBefore = before.source === page.text
  const absorbed = replace
    ? before
    : absorbEdits(before, () => (isAsBefore ? read : readAgain(before, issue, reader)))
  const make = (operations: readonly Operation[]) => {
    const decide = operations.length > 0 ? decideBy(operations, page.text, see) : undecided
    return makeEdition({ ...read, ...page.origins, source: page.text }, issue, absorbed, replace, decide)
  }
  const plain = make(absorbed.edits.operations)
  const away = takenAway(absorbed.edits.operations)
  const taken = takePictures(page.pictures ?? [], plain.articles, before.pictures, away)
  const operations = [...absorbed.edits.operations, ...taken.operations]
  const edition = taken.operations.length > 0 ? make(operations) : plain
  return { edition, operations, pictures: taken.files, refusedPictures: taken.refused }
}
