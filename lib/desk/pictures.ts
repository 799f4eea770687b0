// Pictures of items at the desk: shown from the issue's folder, and taken in by an act that undo takes back.
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pictureName } from '../format/picture-fields'
import { pictureBounds, pictureKind, readPictureFile } from '../format/picture-file'
import { readEditable } from '../issues/editable'
import { readIssueFolder } from '../issues/issue-folder'
import { freeName } from '../issues/issue-pictures'
import { pictureStore } from '../issues/picture-store'
import { picturesIn } from '../issues/write-item'
import { doAct } from './acts'
import type { Desk } from './desk'
import { viewIssue } from './issue-view'
import { isFileChange, redoable } from './journal'
import { isBase64, isItemName, isVersion, membersOf } from './members'
import type { Answer, GivenPicture } from './wire'

/** The bytes of a picture of an issue, with the type that a browser is told; undefined where there is none of that name. */
export function pictureFile({ out }: Desk, issue: string, name: string) {
  const type = types[name.split('.').at(-1) ?? '']
  if (!pictureName.test(name) || !type) return undefined
  const path = join(out, issue, name)
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ? { type, body: readFileSync(path) } : undefined
}

const types: Readonly<Record<string, string>> = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' }

/** Puts a picture beside its item under the next free name. What is no picture, or too large, is refused with the reason. */
export function takePicture(desk: Desk, issue: string, given: GivenPicture): Answer | undefined {
  const bytes = Buffer.from(given.base64, 'base64')
  const kind = pictureKind(bytes)
  const read = readPictureFile(bytes, `.${kind ?? 'jpg'}`)
  if (Array.isArray(read) || !kind) {
    const view = viewIssue(desk, issue)
    const faults = Array.isArray(read) ? read : []
    const problems = faults.map(({ rule, message }) => ({
      ...{ file: given.name, line: 1, rule },
      message: `“${given.name}”${message}`,
    }))
    return view && { view, problems, done: '', changes: [] }
  }
  const file = `${nameFor(desk, issue, given.item)}.${kind}`
  pictureStore(desk.cache, desk.out, issue).put(file, bytes)
  const operations = [{ do: 'picture', item: given.item, file } as const]
  return doAct(desk, issue, { do: 'edit', version: given.version, operations })
}

/** 05, or where that is taken 05-2 …: a name that no file has, and no operation that is done or may be done again. */
function nameFor(desk: Desk, issue: string, item: string): string {
  const folder = readIssueFolder(desk.out, issue)
  const { operations } = readEditable(desk.out, issue, desk.reader)
  const { redo, written } = redoable(desk, issue, operations)
  const names = [
    ...folder.pictures.keys(),
    ...written.flatMap(({ was, now }) => [was, now].flatMap(text => picturesIn(text ?? ''))),
    ...[...operations, ...redo.flatMap(done => (isFileChange(done) ? [] : done))].flatMap(
      ({ file }) => file ?? [],
    ),
  ]
  return freeName(item, names)
}

/** A picture as it comes from the page of the desk; undefined when it is none. */
export function readGivenPicture(given: unknown): GivenPicture | undefined {
  const { version, item, name, base64 } = membersOf(given)
  if (!isVersion(version) || !isItemName(item)) return undefined
  if (typeof name !== 'string' || !isBase64(base64)) return undefined
  // The door says how large a picture may be; base64 has four characters for three bytes.
  if (base64.length > (pictureBounds.bytes * 4) / 3 + 4_000_000) return undefined
  return {
    version,
    item,
    name: [...name.replace(/[\p{C}\u2028\u2029]/gu, '')].slice(0, 120).join(''),
    base64,
  }
}
