// Undo and redo of an act that wrote the file of an article.
import { pictureStore } from '../issues/picture-store'
import { type FileChange, putFile, type WrittenIssue } from '../issues/write-item'
import type { Desk } from './desk'

/** Undo and redo of such an act: the file as it was, or as it was made. */
export function turnChange(
  desk: Desk,
  issue: string,
  version: string,
  { name, was, now }: FileChange,
  did: 'undo' | 'redo',
): WrittenIssue {
  const [from, to] = did === 'undo' ? [now, was] : [was, now]
  const says = did === 'undo' ? '已撤去：写稿' : '重做：写稿'
  const change = { name, was: from, now: to }
  const done = putFile(writingPlace(desk, issue, version), change, `${says}（${name.slice(0, -3)}）`)
  return done.change ? { ...done, change: { name, was, now } } : done
}

/** Where an act on files of an issue works. */
export const writingPlace = (desk: Desk, issue: string, expected: string) => ({
  ...{ out: desk.out, issue, expected },
  store: pictureStore(desk.cache, desk.out, issue),
})
