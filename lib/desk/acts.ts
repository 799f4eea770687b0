// What an editor asks for, done by the functions that `npm run edit` uses: proved, then written; or why not.
import { editsName, parseEdits, printEdits } from '../format/edits-file'
import { keysOf, type Operation, operationKinds } from '../format/operation'
import { type EditedIssue, editIssue, undoLast } from '../issues/edit-issue'
import { readEditable } from '../issues/editable'
import { readKnownFolder } from '../issues/known-folder'
import { pictureStore } from '../issues/picture-store'
import { systemProblem } from '../issues/system-problem'
import { writePictures, writtenWithPictures } from '../issues/write-picture'
import type { Desk } from './desk'
import { viewIssue } from './issue-view'
import { type Done, isFileChange, noteStep, redoable } from './journal'
import { isVersion, membersOf } from './members'
import { turnChange, writingPlace } from './turn-change'
import type { Act, Answer } from './wire'

/** How many operations one act may have, and how long a value of one may be: no editor decides more at a time. */
const most = { operations: 200, characters: 2_000 } as const

/** Does it to an issue that there is. Whatever stands against it is in the answer, with the issue as it is. */
export function doAct(desk: Desk, issue: string, act: Act): Answer | undefined {
  const { problems, done, changes = [], edition, cause } = attempt(desk, issue, act)
  const view = viewIssue(desk, issue, edition)
  return view && { view, problems, done, changes, ...(cause !== undefined && { cause }) }
}

function attempt(desk: Desk, issue: string, act: Act): EditedIssue {
  try {
    return step(desk, issue, act)
  } catch (error) {
    return { problems: [systemProblem(error, issue, desk.out)], done: '' }
  }
}

function step(desk: Desk, issue: string, act: Act): EditedIssue {
  const { out, reader, current } = desk
  const { operations } = readEditable(out, issue, reader)
  const { last, next } = redoable(desk, issue, operations)
  const store = pictureStore(desk.cache, out, issue)
  const options = { reader, current, expected: act.version, store }
  const turned = act.do === 'undo' ? last : next
  if (act.do !== 'edit' && !turned) return nothingTo(act.do, out)
  if (act.do !== 'edit' && turned && isFileChange(turned)) {
    const done = turnChange(desk, issue, act.version, turned, act.do)
    if (done.change) remember(desk, issue, { did: act.do, done: done.change }, operations.length)
    return done
  }
  if (act.do === 'edit' && writtenWithPictures(readKnownFolder(out, issue), act.operations)) {
    const done = writePictures(writingPlace(desk, issue, act.version), act.operations)
    if (done.change) remember(desk, issue, { did: act.do, done: done.change }, operations.length)
    return done
  }
  const wanted = act.do === 'edit' ? act.operations.map(signed) : operationsOf(turned)
  const done =
    act.do === 'undo' ? undoLast(out, issue, wanted.length, options) : editIssue(out, issue, wanted, options)
  if (done.problems.length === 0 && done.made)
    remember(desk, issue, { did: act.do, done: done.made }, operations.length)
  return done
}

const operationsOf = (done: Done | undefined) => (done && !isFileChange(done) ? done : [])

/** What is done is written already: where this cannot be, undo takes operations back one by one, and nothing is lost. */
function remember(...step: Parameters<typeof noteStep>): void {
  try {
    noteStep(...step)
  } catch {
    // The journal is then of another number of operations, and is not believed.
  }
}

function nothingTo(what: 'undo' | 'redo', file: string): EditedIssue {
  const message = what === 'undo' ? '没有可以撤销的了' : '没有可以重做的了'
  return { problems: [{ file, line: 1, rule: 'desk-nothing', message }], done: '' }
}

/** Decided today. */
const signed = (operation: Operation): Operation => ({
  ...operation,
  when: new Date().toISOString().slice(0, 10),
})

/** An act as it comes from the page; what is wrong with it, if it is none. */
export function readAct(given: unknown): Act | { readonly wrong: string } {
  const { do: what, version, operations } = membersOf(given)
  if (!isVersion(version)) return { wrong: 'version' }
  if (what === 'undo' || what === 'redo') return { do: what, version }
  if (what !== 'edit' || !Array.isArray(operations)) return { wrong: 'do' }
  if (operations.length === 0 || operations.length > most.operations) return { wrong: 'operations' }
  const read = operations.map(readOperation)
  const good = read.filter(one => one !== undefined)
  if (good.length < read.length) return { wrong: 'operation' }
  // What could not be read back from the file of edits must not get there; some keys are filled in later.
  const filled = good.map(one => ({ as: '99', at: '字', ...one }))
  const text = printEdits({ operations: filled, base: new Map() })
  return Array.isArray(parseEdits(text, editsName))
    ? { wrong: 'characters' }
    : { do: what, version, operations: good }
}

function readOperation(given: unknown): Operation | undefined {
  const members = membersOf(given)
  const texts = Object.entries(members).filter(([, value]) => value !== undefined)
  const kind = operationKinds.find(one => one === members.do)
  if (!kind) return undefined
  const known = keysOf(kind).map(({ name }) => name)
  const isGood = ([name, value]: [string, unknown]) =>
    known.includes(name) && typeof value === 'string' && [...value].length <= most.characters
  if (!texts.every(isGood)) return undefined
  const { item } = members
  return typeof item === 'string'
    ? { ...(Object.fromEntries(texts) as Record<string, string>), do: kind, item }
    : undefined
}
