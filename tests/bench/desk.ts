// npm run bench:desk: what an act at the desk costs on a page of 20,000 characters, in CPU and by kind: decided, proved, written, shown.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inkOf } from '#lib/audit/ink'
import { doAct } from '#lib/desk/acts'
import { openDesk } from '#lib/desk/desk'
import { viewIssue } from '#lib/desk/issue-view'
import {
  correctOperation,
  factOperation,
  partQuote,
  roleOperation,
  settleOperation,
  splitOperation,
} from '#lib/desk/operations'
import type { Act, IssueView } from '#lib/desk/wire'
import type { Operation } from '#lib/format/operation'
import { allowable } from '#lib/import/edition/refusals'
import { importBytes } from '#lib/issues/import-file'
import { readPageAnew } from '#lib/issues/page-reader'
import { bulletin } from './bulletins'

/** What the aim speaks of: characters with ink of one page. */
const wanted = 20_000
/** Acts of each kind. */
const rounds = Number(process.argv[2] ?? 12)

const inked = (text: string) => text.split('\n').reduce((sum, line) => sum + inkOf(line, 1).length, 0)

/** The first made-up page of about so many characters. */
function pageOf(characters: number): string {
  for (let n = 0; ; n += 1) {
    const { source } = bulletin(n)
    const count = inked(source)
    if (count >= characters && count < characters * 1.05) return source
  }
}

/** Microseconds of CPU that a call takes. */
function cost<Result>(call: () => Result): readonly [micros: number, result: Result] {
  const before = process.cpuUsage()
  const result = call()
  const { user, system } = process.cpuUsage(before)
  return [user + system, result]
}

const place = mkdtempSync(join(tmpdir(), 'bench-desk-'))

function measure(name: string, text: string | undefined): Record<string, unknown> {
  const out = join(place, name)
  const issue = text === undefined ? 'gh202411' : 'bench-1'
  mkdirSync(out)
  if (text === undefined) cpSync('tests/content/gh202411', join(out, issue), { recursive: true })
  else {
    const options = { out, replace: false, allow: allowable, reader: readPageAnew }
    const done = importBytes(new TextEncoder().encode(text), { file: 'page.txt', issue }, options, new Map())
    if (done.problems.length > 0) throw new Error(JSON.stringify(done.problems.slice(0, 3)))
  }
  const desk = openDesk(out, join(place, `${name}-cache`))
  const [opening, first] = cost(() => viewIssue(desk, issue))
  if (!first) throw new Error('no issue')
  let view: IssueView = first
  const times: Record<string, number[]> = {}
  const act = (kind: string, wish: Omit<Act, 'version'>): boolean => {
    const [micros, answer] = cost(() => doAct(desk, issue, { ...wish, version: view.version } as Act))
    if (!answer || answer.problems.length > 0) return false
    view = answer.view
    times[kind] = [...(times[kind] ?? []), micros / 1000]
    return true
  }
  const edit = (kind: string, ...operations: readonly Operation[]) =>
    act(kind, { do: 'edit', operations } as Act)
  for (let round = 0; round < rounds; round += 1) {
    const item = view.items[round % view.items.length]
    const part = item?.parts.find(
      ({ role, segments }) => role === 'paragraph' && (segments[0]?.text.length ?? 0) > 20,
    )
    const later = item?.parts.filter(({ role }) => role === 'paragraph')[2]
    if (!item || !part) continue
    const words = [...(part.segments[0]?.text ?? '')].slice(4, 10).join('')
    edit('更正', correctOperation(item, words, `${words}了`, '漏字'))
    const doubt = view.doubts[0]
    if (doubt) edit('认可', settleOperation(doubt.item, doubt.message))
    if (later) edit('改身份', roleOperation({ item, part: later }, 'subheading'))
    edit(
      '改事实',
      factOperation(
        item,
        'topic',
        item.facts.find(one => one.name === 'topic')?.value === '民主管理' ? '文化体育' : '民主管理',
      ),
    )
    const now = view.items.find(one => one.name === item.name)
    const last = now?.parts.at(-1)
    if (now && last && now.parts.length > 3 && edit('拆', splitOperation(now, partQuote(last))))
      act('撤销', { do: 'undo' })
  }
  const all = Object.values(times).flat()
  return {
    page: name,
    characters: first.characters,
    items: first.items.length,
    doubts: first.doubts.length,
    'open ms': Math.round(opening / 1000),
    acts: all.length,
    ...Object.fromEntries(
      Object.entries(times).map(([kind, list]) => [kind, Math.round(quantile(list, 0.5))]),
    ),
    median: Math.round(quantile(all, 0.5)),
    'ninth decile': Math.round(quantile(all, 0.9)),
    most: Math.round(Math.max(...all)),
  }
}

const quantile = (list: readonly number[], at: number) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * at))] ?? 0

try {
  console.table([measure('real', undefined), measure('long', pageOf(wanted))])
} finally {
  rmSync(place, { recursive: true, force: true })
}
