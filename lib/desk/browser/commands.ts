// What each key of the desk does at an issue.

import { joinOperation, type PartOfItem, partQuote, splitOperation } from '../operations'
import { acceptDoubt, type Bench, chosenPart, chosenWords, lookAtNextDoubt, shownItem } from './bench'
import { goTo, type KeyAction } from './keys'

type Keys = Readonly<Record<string, KeyAction>>

/** What the keys do now. */
export const commandsOf = (bench: Bench): Keys => ({
  ...doubtKeys(bench),
  ...walkKeys(bench),
  ...partKeys(bench),
  ...itemKeys(bench),
  ...issueKeys(bench),
})

/** From doubt to doubt, and what is decided about it. */
function doubtKeys(bench: Bench): Keys {
  const { view, looking, open } = bench
  const doubt = view.doubts[looking.doubt]
  const accept = () => doubt && acceptDoubt(bench, doubt)
  const readings = (doubt?.readings ?? []).map(({ operations }, at): [string, KeyAction] => [
    String(at + 2),
    () => open.edit(...operations),
  ])
  return {
    j: () => lookAtNextDoubt(bench, 1),
    k: () => lookAtNextDoubt(bench, -1),
    Enter: accept,
    '1': accept,
    ...Object.fromEntries(readings),
  }
}

/** From part to part, from item to item, from pane to pane. */
function walkKeys(bench: Bench): Keys {
  const { view, looking, look } = bench
  const toPart = (by: number) => () => {
    const last = (shownItem(bench)?.parts.length ?? 1) - 1
    look({ part: Math.max(0, Math.min(last, looking.part + by)), pane: 'print' })
  }
  const toItem = (by: number) => () => {
    const at = view.items.findIndex(({ name }) => name === looking.item)
    const next = view.items[at + by]
    if (next) look({ item: next.name, part: -1, pane: 'print' })
  }
  return {
    ArrowDown: toPart(1),
    ArrowUp: toPart(-1),
    ArrowRight: toItem(1),
    ArrowLeft: toItem(-1),
    F6: focusNext,
  }
}

/** What is done with the part that is chosen. */
function partKeys(bench: Bench): Keys {
  const { open, question } = bench
  const chosen = chosenPart(bench)
  const onPart = (then: (part: PartOfItem) => void) => () => chosen && then(chosen)
  return {
    s: onPart(({ item, part }) => open.edit(splitOperation(item, partQuote(part)))),
    b: onPart(part => open.edit(joinOperation(part))),
    d: onPart(part => question({ ask: 'break', ...part })),
    v: onPart(part => question({ ask: 'move', ...part })),
    x: onPart(part => question({ ask: 'leave-out', ...part })),
    c: onPart(part => question({ ask: 'correct', ...part, words: chosenWords(bench) })),
  }
}

/** What is done with the item that is looked at. */
function itemKeys(bench: Bench): Keys {
  const { view, question } = bench
  const item = shownItem(bench)
  return {
    m: () => item && !item.written && question({ ask: 'merge' }),
    a: () => document.getElementById('add-picture')?.click(),
    Delete: () => question({ ask: 'delete' }),
    f: item?.written ? goTo(`#/${view.id}/write/${item.name}`) : () => question({ ask: 'facts' }),
  }
}

/** What is done with the whole issue. */
function issueKeys({ view, looking, open, question }: Bench): Keys {
  const redo = () => open.ask({ do: 'redo' })
  return {
    n: goTo(`#/${view.id}/write`),
    i: () => question({ ask: 'issue' }),
    p: goTo(`#/${view.id}/preview/${looking.item}`),
    g: goTo(`#/${view.id}/publish`),
    '?': () => question({ ask: 'keys' }),
    'Control+z': () => open.ask({ do: 'undo' }),
    'Control+y': redo,
    'Control+Shift+z': redo,
  }
}

/** Goes on to the next pane. */
function focusNext(): void {
  const list = [...document.querySelectorAll<HTMLElement>('.pane > .body')]
  const at = list.findIndex(pane => pane.contains(document.activeElement))
  list[(at + 1) % list.length]?.focus()
}
