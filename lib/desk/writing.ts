// 写稿: articles that an editor writes for the site, put into an issue or into a new one, changed and taken away; acts like any other.
import { readEditable } from '../issues/editable'
import { systemProblem } from '../issues/system-problem'
import { eraseItem, type WrittenIssue, writeItem } from '../issues/write-item'
import type { Issue } from '../model/article'
import type { Desk } from './desk'
import { viewIssue } from './issue-view'
import { type Done, noteStep } from './journal'
import { writingPlace } from './turn-change'
import type { Writing, WritingAnswer } from './wire'
import { writtenItem } from './written-text'

/** Writes or takes away what the editor asks for. Whatever stands against it is in the answer. */
export function doWriting(desk: Desk, issue: string, writing: Writing): WritingAnswer {
  return answerTo(desk, issue, () => {
    const place = writingPlace(desk, issue, writing.version)
    if ('erase' in writing) return eraseItem(place, writing.erase)
    const { text, item, facts } = writing
    const made: Issue | undefined = facts && { id: issue, title: '', dateBasis: '', ...facts }
    return writeItem(place, item, writtenItem(text), made)
  })
}

function answerTo(desk: Desk, issue: string, write: () => WrittenIssue): WritingAnswer {
  const { problems, done, changes, change } = attempt(desk, issue, write)
  if (change) remember(desk, issue, change)
  const view = viewIssue(desk, issue)
  return { problems, done, changes, ...(view && { view }) }
}

function attempt(desk: Desk, issue: string, write: () => WrittenIssue): WrittenIssue {
  try {
    return write()
  } catch (error) {
    return { problems: [systemProblem(error, issue, desk.out)], done: '', changes: [] }
  }
}

function remember(desk: Desk, issue: string, done: Done): void {
  try {
    const { operations } = readEditable(desk.out, issue, desk.reader)
    noteStep(desk, issue, { did: 'edit', done }, operations.length)
  } catch {
    // It is written; it cannot be undone here then, and nothing is lost.
  }
}
