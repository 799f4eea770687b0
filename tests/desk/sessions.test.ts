// Random sessions at the desk: after each act the issue is proved and nothing else has changed; undone to the start, every byte is back.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { doAct } from '#lib/desk/acts'
import { viewIssue } from '#lib/desk/issue-view'
import {
  breakOperation,
  correctOperation,
  deleteOperations,
  factOperation,
  joinOperation,
  leaveOutOperation,
  mergeOperation,
  moveOperation,
  partQuote,
  partText,
  pictureOperations,
  removePictureOperation,
  roleOperation,
  settleOperation,
  splitOperation,
  takeBackOperation,
} from '#lib/desk/operations'
import { takePicture } from '#lib/desk/pictures'
import type { Act, IssueView } from '#lib/desk/wire'
import { type Operation, roles } from '#lib/format/operation'
import { plainPng } from '../photographs'
import { deskFolder } from './desk-folder'

/** `DESK_RUNS=500 DESK_ACTS=50` for the whole of it; a few in every run of the tests. */
const runs = Number(process.env.DESK_RUNS || 2)
const acts = Number(process.env.DESK_ACTS || 8)

/** Numbers that choose: a button, and what it is pressed on. */
type Press = readonly [what: number, item: number, part: number, other: number]

const from = <Item>(list: readonly Item[], at: number): Item | undefined =>
  list[at % Math.max(1, list.length)]

/** The operations that a button makes, as the page of the desk makes them; none where there is no such button. */
function pressed(view: IssueView, [what, one, two, three]: Press): readonly Operation[] {
  const item = from(view.items, one)
  const part = item && from(item.parts, two)
  const other = from(view.items, three)
  if (!item || !part || !other) return []
  const target = { item, part }
  const goal = { item: other.name, before: partQuote(from(other.parts, two + three)) }
  const doubt = from(view.doubts, two)
  const line = from(
    view.lines.filter(({ item: owner }) => owner === ''),
    two,
  )
  const seam = from(part.segments.slice(1), three)
  const picture = from(item.pictures, three)
  const words = [...(part.segments[0]?.text ?? '')].slice(0, 12).join('')
  const buttons: readonly (readonly Operation[])[] = [
    [roleOperation(target, from(roles, three) ?? 'paragraph')],
    [splitOperation(item, partQuote(part))],
    item === other ? [] : [mergeOperation(item, other)],
    [joinOperation(target)],
    seam ? [breakOperation(item, seam.quote)] : [],
    [moveOperation(target, goal)],
    [leaveOutOperation(target, '广告')],
    line ? [takeBackOperation(line.text, goal)] : [],
    [correctOperation(item, words, `${words}字`, '试改')],
    [factOperation(item, 'topic', '民主管理'), factOperation(item, 'cities', three % 2 ? '太原' : '')],
    doubt ? [settleOperation(doubt.item, doubt.message)] : [],
    from(doubt?.readings ?? [], three)?.operations ?? [],
    deleteOperations(item, '广告'),
    picture ? [removePictureOperation(item, picture.file)] : [],
    picture ? pictureOperations(item, picture, { alt: '盐田', caption: partText(part), place: '1' }) : [],
  ]
  return from(buttons, what) ?? []
}

/** What is wrong with an issue, read in a place where nobody has read it: nothing that the desk remembers is believed. */
function provedElsewhere(dir: string) {
  const place = mkdtempSync(join(tmpdir(), 'proof-'))
  cpSync(dir, join(place, 'gh202411'), { recursive: true })
  const { problems } = checkContent(place)
  rmSync(place, { recursive: true, force: true })
  return problems
}

const press: fc.Arbitrary<Press> = fc.tuple(fc.nat(17), fc.nat(30), fc.nat(30), fc.nat(30))

/** Numbers above add a picture. */
const addsPicture = 14
const base64 = plainPng(30, 20).toString('base64')

describe('any session', () => {
  // As long as it takes: 500 sessions of 50 acts are hours.
  it('is proved after each act, changes nothing else, and is undone to the last byte', { timeout: 0 }, () => {
    let done = 0
    fc.assert(
      fc.property(fc.array(press, { minLength: acts, maxLength: acts }), presses => {
        const folder = deskFolder()
        const { desk } = folder
        cpSync(folder.dir, join(desk.out, 'gh202412'), { recursive: true })
        const others = () =>
          readdirSync(join(desk.out, 'gh202412')).map(name =>
            readFileSync(join(desk.out, 'gh202412', name), 'utf8'),
          )
        const [before, beside] = [folder.files(), others()]
        let view = viewIssue(desk, 'gh202411')
        const act = (wish: Omit<Act, 'version'>) => {
          const answer = view && doAct(desk, 'gh202411', { ...wish, version: view.version } as Act)
          view = answer?.view
          return answer
        }
        for (const one of presses) {
          if (!view) continue
          const operations = pressed(view, one)
          const item = from(view.items, one[1])?.name
          const was = folder.files()
          const answer =
            one[0] > addsPicture && item
              ? takePicture(desk, 'gh202411', { version: view.version, item, name: '图.png', base64 })
              : operations.length > 0
                ? act({ do: 'edit', operations } as Act)
                : undefined
          if (!answer) continue
          view = answer.view
          if (answer.problems.length === 0) done += 1
          else expect(folder.files()).toEqual(was)
          expect(provedElsewhere(folder.dir)).toEqual([])
          expect(view?.problems).toEqual([])
        }
        while (view?.undo) expect(act({ do: 'undo' } as Act)?.problems).toEqual([])
        expect(folder.files()).toEqual(before)
        expect(others()).toEqual(beside)
        folder.remove()
      }),
      { numRuns: runs },
    )
    expect(done).toBeGreaterThan(runs)
  })
})
