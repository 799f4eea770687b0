// Operations on real and made pages: after each of them the audit holds, nothing is lost, and what is replayed is the same.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditIssue } from '#lib/audit/audit'
import { applyOperation } from '#lib/edits/apply'
import { decideBy } from '#lib/edits/decide'
import type { Draft } from '#lib/edits/draft'
import { draftOf, replay } from '#lib/edits/replay'
import { sourcePage } from '#lib/edits/source-page'
import { parseEdits, printEdits } from '#lib/format/edits-file'
import type { Operation } from '#lib/format/operation'
import { importPage } from '#lib/import/pipeline/import-page'
import { anyOperation, dice } from './any-operation'

const text = readFileSync(new URL('../corpus/real-page/input.txt', import.meta.url), 'utf8')
const source = text.split('\n')
const page = sourcePage(text, [])

function read(dump: string, by = sourcePage(dump, [])): Draft {
  const { articles, leftOut } = importPage(dump, 'gh202411')
  const draft = draftOf(articles, leftOut, by)
  if (!draft) throw new Error('the page is not proved')
  return draft
}

const imported = read(text)
const fresh = () => imported

function apply(draft: Draft, operation: Operation): Draft {
  const applied = applyOperation(draft, operation, page)
  if ('fault' in applied) throw new Error(applied.fault.message)
  return applied.draft
}

const itemOf = (draft: Draft, number: number) =>
  draft.items.find(({ article }) => article.number === number)?.article

function problemsOf({ items, leftOut }: Draft, dump = text): readonly string[] {
  const articles = items.map(({ article }) => article)
  const locate = () => ({ file: '', line: 1 })
  const { problems, drafts } = auditIssue({ file: 'source.txt', text: dump }, articles, locate, leftOut)
  return [...problems, ...drafts].map(({ message }) => message)
}

describe('an operation', () => {
  it('splits an item and gives the second half facts of its own', () => {
    const draft = apply(fresh(), { do: 'split', item: '02', before: '近年来,江苏工会进一步健全', as: '09' })
    expect(itemOf(draft, 2)?.blocks).toHaveLength(2)
    expect(itemOf(draft, 9)?.blocks[0]?.text).toMatch(/^近年来/)
    expect(itemOf(draft, 9)?.provinces).toEqual(['江苏'])
    expect(problemsOf(draft)).toEqual([])
  })

  it('merges what it split', () => {
    const apart = apply(fresh(), { do: 'split', item: '02', before: '近年来,江苏工会进一步健全', as: '09' })
    const draft = apply(apart, { do: 'merge', item: '02', with: '09', at: '近年来,江苏工会' })
    expect(itemOf(draft, 2)).toEqual(itemOf(fresh(), 2))
    expect(problemsOf(draft)).toEqual([])
  })

  it('changes kicker and title', () => {
    const draft = apply(fresh(), { do: 'role', item: '03', text: '成都工会组织工匠人才', role: 'title' })
    expect(itemOf(draft, 3)).toMatchObject({
      title: '成都工会组织工匠人才开展助企专项行动',
      kicker: '对创新项目给予最高10万元补助',
    })
    expect(problemsOf(draft)).toEqual([])
  })

  it('joins a title that was set in two lines', () => {
    const roles = apply(fresh(), { do: 'role', item: '03', text: '对创新项目给予', role: 'subtitle' })
    const draft = apply(roles, { do: 'join', item: '03', text: '对创新项目给予' })
    expect(itemOf(draft, 3)).toMatchObject({
      kicker: '成都工会组织工匠人才开展助企专项行动对创新项目给予最高10万元补助',
      title: '',
      subtitle: '',
    })
    expect(problemsOf(draft)).toEqual([])
  })

  it('leaves a paragraph out with a reason and takes it back', () => {
    const out = apply(fresh(), { do: 'leave-out', item: '03', text: '据悉,专项行动期间', why: '广告' })
    expect(itemOf(out, 3)?.blocks).toHaveLength(3)
    expect(out.leftOut).toEqual([{ lines: { from: 49, to: 49 }, reason: '不刊（广告）', text: '' }])
    expect(problemsOf(out)).toEqual([])
    const back = apply(out, { do: 'take-back', item: '03', text: '据悉,专项行动' })
    expect(itemOf(back, 3)).toEqual(itemOf(fresh(), 3))
  })

  it('corrects words, which follow their paragraph to another item', () => {
    const first = apply(fresh(), {
      do: 'correct',
      item: '03',
      source: '纾困解难',
      print: '分忧解难',
      why: '测试',
    })
    expect(itemOf(first, 3)?.corrections).toHaveLength(1)
    const draft = apply(first, { do: 'move', item: '03', text: '不久前,成都市总', to: '04' })
    expect(itemOf(draft, 3)?.corrections).toEqual([])
    expect(itemOf(draft, 4)?.corrections).toEqual([{ source: '纾困解难', print: '分忧解难', why: '测试' }])
    expect(problemsOf(draft)).toEqual([])
  })

  it.each<[Operation, RegExp]>([
    [{ do: 'split', item: '02', before: '这几个字页面上没有', as: '09' }, /找不到，应从页面上照抄/],
    [{ do: 'split', item: '02', before: '江苏', as: '09' }, /有 \d+ 处，应多写几个字/],
    [{ do: 'split', item: '02', before: '据了解,获奖的3个', as: '03' }, /编号“03”已有一篇/],
    [{ do: 'split', item: '02', before: '获奖名单出炉', as: '09' }, /第 33 行的中间，只能从一行的开头断开/],
    [{ do: 'set', item: '02', field: 'topic', value: '没有的主题', at: '' }, /应为主题之一/],
    [{ do: 'set', item: '02', field: 'colour', value: '红', at: '' }, /没有“colour”这一项/],
    [{ do: 'set', item: '42', field: 'date', value: '2024', at: '' }, /没有编号为“42”的一篇/],
    [{ do: 'take-back', item: '02', text: '不曾拿掉的字' }, /不在未收的文字里/],
  ])('says what is wrong with %j', (operation, says) => {
    const applied = applyOperation(fresh(), operation, page)
    expect('fault' in applied && applied.fault.message).toMatch(says)
  })
})

it('leaves every operation open, and says so, where items are not what the source says', () => {
  const { articles } = importPage(text, 'gh202411')
  const other = text.replaceAll('成都', '重庆')
  const seen: string[] = []
  const decide = decideBy([{ do: 'join', item: '03', text: '据悉,专项' }], other, outcomes =>
    seen.push(...outcomes.map(({ state }) => state)),
  )
  expect(decide(articles, []).doubts).toMatchObject([{ item: 3, kind: 'edit', risk: 9 }])
  expect(seen).toEqual(['open'])
})

describe('the file of edits', () => {
  const operations: readonly Operation[] = [
    { do: 'split', item: '02', before: '近年来,“江苏”\\工会', as: '09', by: '周敏', when: '2026-11-26' },
    { do: 'settle', item: '03', doubt: '标题两行：上一行' },
  ]
  const list = {
    operations,
    base: new Map([
      [
        3,
        [
          { from: 39, to: 49 },
          { from: 57, to: 57 },
        ],
      ],
    ]),
  }
  it('is read as it was printed', () => expect(parseEdits(printEdits(list), 'edits.yaml')).toEqual(list))
  it('may have a mark of byte order and CRLF', () =>
    expect(parseEdits(`\ufeff${printEdits(list).replaceAll('\n', '\r\n')}`, 'edits.yaml')).toEqual(list))
  it('has all its faults named, each with its line', () => {
    const wrong =
      'edits:\n  - do: "splitt"\n    item: "02"\n  - do: "merge"\n    item: "2"\n    with: "03"\n    wiht: "x"\n'
    expect(parseEdits(wrong, 'edits.yaml')).toMatchObject([
      { line: 2, rule: 'edits-kind', message: expect.stringContaining('是不是“split”') },
      { line: 7, rule: 'key-unknown' },
      { line: 4, rule: 'key-missing', message: expect.stringContaining('at') },
      { line: 4, rule: 'edits-number' },
    ])
  })
})

/** A night's run takes more: EDIT_RUNS=500. */
const numRuns = Number(process.env.EDIT_RUNS || 20)

describe('any operations', () => {
  const seeds = fc.array(fc.nat(1_000_000), { minLength: 40, maxLength: 40 })

  it('keep every character in one place, and replay to the same', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 12 }), (numbers, count) => {
        const pick = dice(numbers)
        let draft = fresh()
        const held: Operation[] = []
        for (let step = 0; step < count; step += 1) {
          const operation = anyOperation(draft, source, pick)
          const applied = applyOperation(draft, operation, page)
          if ('fault' in applied) continue
          draft = applied.draft
          held.push(operation)
          expect(problemsOf(draft), JSON.stringify(held)).toEqual([])
        }
        const again = replay(fresh(), held, page)
        expect(again.outcomes.filter(({ state }) => state !== 'held')).toEqual([])
        expect(again.draft).toEqual(draft)
      }),
      { numRuns },
    )
  })
})
