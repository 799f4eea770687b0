// Stage 4, items → stories: loose ends go back to the article left open, rotated articles are turned, cuts are rejoined.

import { type Guess, quote, quoteEnd } from '../edition/guess'
import { readDateline, readTail } from '../language/datelines'
import type { Headings } from '../language/headings'
import { fits, kinship, type PageStatistics } from '../language/page-statistics'
import { mayStop } from '../language/sentence'
import { type Block, joinBlocks } from './blocks'
import { type CutParagraph, findHiddenCuts } from './columns'
import type { Item, RunningBlock } from './item'

export type Paragraph = { readonly block: Block; readonly subheading: boolean }

export type Story = Omit<Item, 'pieces' | 'inlineCredits'> & {
  readonly paragraphs: readonly Paragraph[]
  /** Lines of the sort of a byline at the foot of the text. */
  readonly foot: readonly Block[]
  /** Which heading is which, where the page shows it by size or by tags; else the wording decides. */
  readonly heads?: Headings
}

/** Articles whole again, in the order of the page. */
export function stitchItems(items: readonly Item[], page: PageStatistics): readonly Story[] {
  return returnLooseColumns(
    items.map(item => restoreRotatedOrder(item, page)),
    page,
  ).map(item => rejoin(item, page))
}

/** A byline or a dateline amid the text: the article is printed from its middle, and begins after that line. */
function restoreRotatedOrder(item: Item, page: PageStatistics): Item {
  if (item.kind === 'photo') return item
  const at = middle(item)
  if (at === undefined) return item
  const before = item.pieces.slice(0, at)
  const after = item.pieces.slice(at)
  const [loose, start] = [after.at(-1), before[0]]
  if (!loose || !start) return item
  const lines = [...(loose.block.lines.slice(-1) ?? []), start.block.lines[0] ?? 0]
  if (mayStop(loose.block.folded, start.block.folded)) {
    // Whole sentences on both sides prove nothing: the text stays where it stands.
    const message = '署名或电头出现在正文中间，没有断句可以证明从中间排起，文字没有移动'
    return { ...item, guesses: [...item.guesses, { kind: 'rotated', risk: 8, lines, message }] }
  }
  const good = fits(loose.block, start.block, page)
  const message = `此篇从中间排起，已按署名后的文字在前理顺：${quoteEnd(loose.block.text)}接${quote(start.block.text, 8)}`
  return {
    ...item,
    pieces: [...after, ...before],
    bylines: [...item.bylines, ...item.inlineCredits.filter(one => one.after === at).map(one => one.block)],
    inlineCredits: item.inlineCredits
      .filter(one => one.after !== at)
      .map(one => ({ ...one, after: one.after > at ? one.after - at : one.after + after.length })),
    guesses: [...item.guesses, { kind: 'rotated', risk: good > 0 ? 5 : 8, lines, message }],
  }
}

/** How many pieces stand before the line that shows the rotation; undefined for an article in its order. */
function middle(item: Item): number | undefined {
  const size = item.pieces.length
  const byline = item.inlineCredits.find(one => one.after > 0 && one.after < size)
  if (byline) return byline.after
  const dateline = item.pieces.findIndex(
    (piece, at) => at > 0 && /^本报讯|^新华社.{2,14}电/u.test(piece.block.folded),
  )
  return dateline > 0 ? dateline : undefined
}

/** An article that stops in mid-sentence gets the last column back that stands after the next article. */
function returnLooseColumns(items: readonly Item[], page: PageStatistics): readonly Item[] {
  let all = items
  items.forEach((_, at) => {
    const open = all[at]
    const last = open?.pieces.at(-1)
    if (!open || !last || open.kind === 'photo' || isWhole(last.block) || isSetApart(last.block)) return
    const found = findColumn(open, all, at, page)
    if (found) all = moveColumn(all, at, found.item, found.piece)
  })
  return all
}

/** Whether a text may end here: a full stop, or a credit after it. */
function isWhole(block: Block): boolean {
  return mayStop(block.folded, '') || readTail(block.text) !== undefined
}

/** How many items away on the page a loose column may stand. */
const farthest = 4

function findColumn(
  open: Item,
  items: readonly Item[],
  at: number,
  page: PageStatistics,
): { readonly item: number; readonly piece: number } | undefined {
  const last = open.pieces.at(-1)?.block
  if (!last) return undefined
  const mine = [...open.headings, ...open.pieces.map(one => one.block)]
  const candidates = items.flatMap((host, item) => {
    if (item === at || host.kind === 'photo' || Math.abs(item - at) > farthest) return []
    const near = item === at + 1 ? 1 : item > at ? 0.5 : 0
    const strange = affinityGain(host, mine, page)
    return host.pieces.flatMap((piece, place) => {
      const before = host.pieces[place - 1]
      if (
        !before ||
        piece.subheading ||
        isSetApart(piece.block) ||
        !mayStop(before.block.folded, piece.block.folded)
      )
        return []
      const tail = strange.slice(place).reduce((sum, one) => sum + one, 0)
      return [{ item, piece: place, score: fits(last, piece.block, page) + tail + near }]
    })
  })
  const best = candidates.sort((a, b) => b.score - a.score)[0]
  return best && best.score > 0 ? best : undefined
}

/** For each piece of a host, −2 to 2: how much more it shares with the open article than with the rest of its host. */
function affinityGain(host: Item, mine: readonly Block[], page: PageStatistics): readonly number[] {
  return host.pieces.map((piece, at) => {
    const others = [...host.headings, ...host.pieces.filter((_, index) => index !== at).map(one => one.block)]
    const lead = kinship(mine, [piece.block], page) - kinship(others, [piece.block], page)
    return Math.max(-2, Math.min(2, 40 * lead))
  })
}

function moveColumn(items: readonly Item[], to: number, from: number, place: number): readonly Item[] {
  const host = items[from]
  const open = items[to]
  const moved = host?.pieces.slice(place) ?? []
  const first = moved[0]
  const last = open?.pieces.at(-1)
  if (!host || !open || !first || !last) return items
  const message = `另一篇文章之后的一段归还本篇：${quoteEnd(last.block.text)}接${quote(first.block.text, 8)}`
  const guess: Guess = { kind: 'moved', risk: 7, lines: moved.flatMap(piece => piece.block.lines), message }
  const foot = host.inlineCredits.filter(one => one.after > place)
  const given = foot.map(one => ({ ...one, after: one.after - place + open.pieces.length }))
  return items.map((item, index) => {
    if (index === from)
      return {
        ...host,
        pieces: host.pieces.slice(0, place),
        inlineCredits: host.inlineCredits.filter(one => one.after <= place),
      }
    if (index !== to) return item
    return {
      ...open,
      pieces: [...open.pieces, ...moved],
      inlineCredits: [...open.inlineCredits, ...given],
      guesses: [...open.guesses, guess],
    }
  })
}

/** Joins the pieces of each paragraph: what may not stop goes on, and so does what the columns cut after a full stop. */
function rejoin(item: Item, page: PageStatistics): Story {
  const shown = groupPieces(item.pieces)
  const hidden = item.kind === 'photo' ? [] : findHiddenCuts(shown.map(setParagraph))
  const groups = mergeGroups(shown, hidden)
  const { pieces: _pieces, inlineCredits, ...rest } = item
  return {
    ...rest,
    paragraphs: groups.map(group => ({
      block: joinBlocks(group.map(one => one.block)),
      subheading: group[0]?.subheading ?? false,
    })),
    foot: inlineCredits.map(one => one.block),
    guesses: [...item.guesses, ...groups.flatMap(group => joinGuesses(group, page)), ...openEnd(item)],
  }
}

/** Verses, entries of lists and rolls keep their lines. */
const isSetApart = (...blocks: readonly Block[]) => blocks.some(({ hint }) => hint === 'line')

function groupPieces(pieces: readonly RunningBlock[]): readonly (readonly RunningBlock[])[] {
  const groups: RunningBlock[][] = []
  for (const piece of pieces) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    const whole =
      !before ||
      before.subheading ||
      piece.subheading ||
      isSetApart(before.block, piece.block) ||
      readDateline(piece.block.text) !== undefined ||
      mayStop(before.block.folded, piece.block.folded)
    if (group && before && !whole && !readTail(before.block.text)) group.push(piece)
    else groups.push([piece])
  }
  return groups
}

function setParagraph(group: readonly RunningBlock[]): CutParagraph {
  const cuts = group
    .slice(0, -1)
    .map((_, at) => joinBlocks(group.slice(0, at + 1).map(one => one.block)).text.length)
  const heading = group[0]?.subheading ?? false
  return { text: joinBlocks(group.map(one => one.block)).text, cuts, heading }
}

function mergeGroups(
  groups: readonly (readonly RunningBlock[])[],
  hidden: readonly number[],
): readonly (readonly RunningBlock[])[] {
  const merged: RunningBlock[][] = []
  groups.forEach((group, at) => {
    const last = merged.at(-1)
    if (last && hidden.includes(at - 1)) last.push(...group)
    else merged.push([...group])
  })
  return merged
}

function joinGuesses(group: readonly RunningBlock[], page: PageStatistics): Guess[] {
  return group.slice(1).map((piece, at) => {
    const left = group[at]?.block ?? piece.block
    const hidden = mayStop(left.folded, piece.block.folded)
    const risk = hidden ? 5 : fits(left, piece.block, page) >= 2 ? 1 : 2
    const why = hidden ? '两个整句按各栏等高、末行排满判断为同一段，已接上' : '断开的一段已接上'
    const message = `${why}：${quoteEnd(left.text)}接${quote(piece.block.text, 8)}`
    return { kind: 'join', risk, lines: [...left.lines.slice(-1), ...piece.block.lines.slice(0, 1)], message }
  })
}

function openEnd(item: Item): Guess[] {
  const last = item.pieces.at(-1)?.block
  if (!last || isWhole(last) || isSetApart(last)) return []
  const message = `文末${quoteEnd(last.text)}没有句号，后面的文字可能缺失或在别处`
  return [{ kind: 'open', risk: 8, lines: last.lines.slice(-1), message }]
}
