// One issue at the desk: source, doubts and print side by side (one at a time on a phone), and every key that works on them.
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { DoubtView, IssueView } from '../wire'
import { Ask } from './ask'
import {
  type Bench,
  chosenWords,
  itemOf,
  type Looking,
  lookAtDoubt,
  lookingAt,
  needsEyes,
  type Pane,
  panes,
  type Question,
  targetOf,
} from './bench'
import { DoubtPane } from './doubt-pane'
import { type Command, useKeys } from './keys'
import { Mast } from './mast'
import { NoteBar } from './note-bar'
import { joinUp, quoteOf, settle, splitAt } from './operations'
import { PrintPane } from './print-pane'
import { sayDate } from './say-date'
import { SourcePane } from './source-pane'
import { type OpenIssue, useIssue } from './use-issue'

export function IssuePage({ id }: { id: string }) {
  const open = useIssue(id)
  const { view, note } = open
  return (
    <>
      {view ? (
        <Benches view={view} open={open} />
      ) : (
        <>
          <Mast>
            <span className="grow" />
          </Mast>
          <main className="issue-list">
            <h1 className="hidden">{id}</h1>
            <p className={note ? 'alarm' : 'quiet none'} role={note ? 'alert' : 'status'}>
              {note?.text ?? '正在打开……'}
            </p>
          </main>
        </>
      )}
    </>
  )
}

const paneNames: Readonly<Record<Pane, string>> = { source: '原文', doubts: '存疑', print: '成稿' }

function Benches({ view, open }: { view: IssueView; open: OpenIssue }) {
  const [looking, setLooking] = useState<Looking>(() => lookingAt(view, 0, 'doubts'))
  const [asked, setAsked] = useState<Question>()
  const { dismiss } = open
  const look = useCallback(
    (to: Partial<Looking>) => {
      dismiss('done')
      setLooking(now => ({ ...now, ...to }))
    },
    [dismiss],
  )
  const followed = useFollowed(view, looking, setLooking)
  const question: Bench['question'] = (next, ...operations) => {
    setAsked(next)
    if (operations.length > 0) open.edit(...operations)
  }
  const bench: Bench = { view, looking: within(followed, view), look, open, question }
  const { title, publication, date, items, doubts, id } = view
  useEffect(() => {
    document.title = `${publication || title || sayDate(date)} · 编辑台`
  }, [publication, title, date])
  useEffect(() => scrollTo(bench.looking, doubts[bench.looking.doubt]), [bench.looking, doubts])
  useKeys(
    useMemo(() => commandsOf(bench), [bench]),
    asked === undefined,
  )
  const need = doubts.filter(needsEyes).length
  return (
    <>
      <Mast>
        <h1 className="crumb">
          <b>{publication || title || sayDate(date)}</b>
          <span>{`${id} · ${items.length} 篇`}</span>
        </h1>
        <button type="button" className="plain" onClick={() => setAsked({ ask: 'issue' })}>
          这一期 <kbd>I</kbd>
        </button>
        <span className="grow" />
        <Proof view={view} />
        <button
          type="button"
          className="plain undo"
          disabled={!view.undo}
          title={view.undo}
          onClick={() => open.ask({ do: 'undo' })}
        >
          撤销 <kbd>Ctrl Z</kbd>
        </button>
        <button
          type="button"
          className="plain"
          disabled={!view.redo}
          title={view.redo}
          onClick={() => open.ask({ do: 'redo' })}
        >
          重做 <kbd>Ctrl Y</kbd>
        </button>
      </Mast>
      {view.problems.length > 0 && <Stopped view={view} />}
      <nav className="segments" aria-label="看哪一栏">
        {panes.map(pane => (
          <button
            type="button"
            key={pane}
            aria-current={looking.pane === pane || undefined}
            onClick={() => look({ pane })}
          >
            {paneNames[pane]} {pane === 'doubts' && need > 0 && <b>{need}</b>}
          </button>
        ))}
      </nav>
      <main className={`bench show-${looking.pane}`}>
        <SourcePane bench={bench} />
        <DoubtPane bench={bench} />
        <PrintPane bench={bench} />
      </main>
      <NoteBar open={open} />
      {asked && <Ask question={asked} bench={bench} close={() => setAsked(undefined)} />}
      <footer className="keys">
        <span>
          <kbd>J</kbd>
          <kbd>K</kbd> 下一条、上一条
        </span>
        <span>
          <kbd>Enter</kbd> 认可
        </span>
        <span>
          <kbd>1–9</kbd> 换一种读法
        </span>
        <span>
          <kbd>↑</kbd>
          <kbd>↓</kbd> 选一段
        </span>
        <span>
          <kbd>S</kbd> 拆
        </span>
        <span>
          <kbd>B</kbd> 接
        </span>
        <span>
          <kbd>X</kbd> 不刊
        </span>
        <span>
          <kbd>C</kbd> 更正
        </span>
        <button type="button" className="plain" onClick={() => setAsked({ ask: 'keys' })}>
          <kbd>?</kbd> 全部按键
        </button>
      </footer>
    </>
  )
}

/** Goes on to the next doubt when the one that is looked at is settled, and stays with it when others come and go. */
function useFollowed(view: IssueView, looking: Looking, setLooking: (to: Looking) => void): Looking {
  const [known, setKnown] = useState(view)
  if (known === view) return looking
  setKnown(view)
  const was = known.doubts[looking.doubt]
  const at = view.doubts.findIndex(({ item, message }) => item === was?.item && message === was.message)
  const next =
    at >= 0
      ? { ...looking, doubt: at }
      : lookingAt(view, Math.min(looking.doubt, view.doubts.length - 1), looking.pane, looking)
  setLooking(next)
  return next
}

/** What is looked at, where an act has taken some of it away. */
function within(looking: Looking, { items, doubts }: IssueView): Looking {
  const item = items.find(({ name }) => name === looking.item) ?? items[0]
  return {
    ...looking,
    item: item?.name ?? '',
    part: Math.min(looking.part, (item?.parts.length ?? 0) - 1),
    doubt: Math.max(0, Math.min(looking.doubt, doubts.length - 1)),
  }
}

/** Brings the lines of the doubt and the part that is chosen into sight, each in its own pane. */
function scrollTo({ part, item }: Looking, doubt: DoubtView | undefined): void {
  const show = (id: string) => document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
  if (doubt?.lines[0] !== undefined) show(`s${doubt.lines[0]}`)
  show(part >= 0 ? `p${item}-${part}` : `i${item}`)
}

/** Says that it is open to the whole page: what is proved, or that nothing is. */
function Proof({ view: { characters, leftOut, problems } }: { view: IssueView }) {
  return (
    <p className={problems.length > 0 ? 'proof ko' : 'proof'} role="status">
      {problems.length > 0
        ? `${problems.length} 处要先处理`
        : `✓ ${characters.toLocaleString('zh-CN')} 字逐字相符`}
      {problems.length === 0 && leftOut > 0 && <small>{` 含不刊 ${leftOut} 字`}</small>}
    </p>
  )
}

function Stopped({ view: { problems } }: { view: IssueView }) {
  return (
    <div className="alarm" role="alert">
      <b>这一期现在不能改：</b>
      <ul>
        {problems.map(({ file, line, message }) => (
          <li key={`${file}${line}${message}`}>{message}</li>
        ))}
      </ul>
    </div>
  )
}

/** What the keys do now. */
function commandsOf(bench: Bench): Readonly<Record<string, Command>> {
  const { view, looking, look, open, question } = bench
  const target = targetOf(bench)
  const doubt = view.doubts[looking.doubt]
  const onPart = (then: (chosen: NonNullable<typeof target>) => void) => () => target && then(target)
  const turn = (by: number) => () =>
    lookAtDoubt(bench, (looking.doubt + by + view.doubts.length) % view.doubts.length)
  const walk = (by: number) => () =>
    look({
      part: Math.max(0, Math.min((itemOf(bench)?.parts.length ?? 1) - 1, looking.part + by)),
      pane: 'print',
    })
  const item = (by: number) => () => {
    const at = view.items.findIndex(({ name }) => name === looking.item)
    const next = view.items[at + by]
    if (next) look({ item: next.name, part: -1, pane: 'print' })
  }
  const readings = (doubt?.readings ?? []).map(({ operations }, at): [string, Command] => [
    String(at + 2),
    () => open.edit(...operations),
  ])
  return {
    j: turn(1),
    k: turn(-1),
    Enter: () => doubt && open.edit(settle(doubt.item, doubt.message)),
    '1': () => doubt && open.edit(settle(doubt.item, doubt.message)),
    ...Object.fromEntries(readings),
    ArrowDown: walk(1),
    ArrowUp: walk(-1),
    ArrowRight: item(1),
    ArrowLeft: item(-1),
    s: onPart(one => open.edit(splitAt(one.item, quoteOf(one.part)))),
    b: onPart(one => open.edit(joinUp(one))),
    d: onPart(one => question({ ask: 'break', ...one })),
    m: () => question({ ask: 'merge' }),
    v: onPart(one => question({ ask: 'move', ...one })),
    x: onPart(one => question({ ask: 'leave-out', ...one })),
    c: onPart(one => question({ ask: 'correct', ...one, words: chosenWords(bench) })),
    f: () => question({ ask: 'facts' }),
    i: () => question({ ask: 'issue' }),
    '?': () => question({ ask: 'keys' }),
    'Control+z': () => open.ask({ do: 'undo' }),
    'Control+y': () => open.ask({ do: 'redo' }),
    'Control+Shift+z': () => open.ask({ do: 'redo' }),
    F6: () => focusNext(),
  }
}

/** Goes on to the next pane. */
function focusNext(): void {
  const list = [...document.querySelectorAll<HTMLElement>('.pane > .body')]
  const at = list.findIndex(pane => pane.contains(document.activeElement))
  list[(at + 1) % list.length]?.focus()
}
