// What each key of the desk does at an issue.
import { acceptDoubt, type Bench, chosenWords, itemOf, lookAtDoubt, targetOf } from './bench'
import type { Command } from './keys'
import { joinUp, quoteOf, splitAt } from './operations'

/** What the keys do now. */
export function commandsOf(bench: Bench): Readonly<Record<string, Command>> {
  const { view, looking, look, open, question } = bench
  const own = itemOf(bench)
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
    Enter: () => doubt && acceptDoubt(bench, doubt),
    '1': () => doubt && acceptDoubt(bench, doubt),
    ...Object.fromEntries(readings),
    ArrowDown: walk(1),
    ArrowUp: walk(-1),
    ArrowRight: item(1),
    ArrowLeft: item(-1),
    s: onPart(one => open.edit(splitAt(one.item, quoteOf(one.part)))),
    b: onPart(one => open.edit(joinUp(one))),
    d: onPart(one => question({ ask: 'break', ...one })),
    m: () => own && !own.written && question({ ask: 'merge' }),
    v: onPart(one => question({ ask: 'move', ...one })),
    x: onPart(one => question({ ask: 'leave-out', ...one })),
    c: onPart(one => question({ ask: 'correct', ...one, words: chosenWords(bench) })),
    n: () => {
      location.hash = `#/${view.id}/write`
    },
    a: () => document.getElementById('add-picture')?.click(),
    Delete: () => question({ ask: 'delete' }),
    f: () => {
      if (own?.written) location.hash = `#/${view.id}/write/${own.name}`
      else question({ ask: 'facts' })
    },
    i: () => question({ ask: 'issue' }),
    p: () => {
      location.hash = `#/${view.id}/preview/${looking.item}`
    },
    g: () => {
      location.hash = `#/${view.id}/publish`
    },
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
