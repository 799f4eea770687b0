// A result of a search as it stands in the list: where it is from, its headline and excerpts with the hits marked.
import { type ExcerptSegment, excerptsOf, markHits } from '#lib/search/excerpt'
import type { Word } from '#lib/search/query'
import type { TextRecord } from '#lib/search/text-record'
import { variantsOf } from '#lib/search/variants'
import { breakable } from '#lib/text/heading-breaks'

/** Fills a list item. `root` is the address of the site with a slash at its end. */
export function fillResult(
  item: HTMLElement,
  record: TextRecord,
  words: readonly Word[],
  root: string,
): void {
  const variants = variantsOf(record.variants)
  const hits = (text: string) => markHits(text, words, variants)
  item.dataset.article = record.id
  const title = element('h2', 'title')
  const link = element('a', '')
  link.setAttribute('href', `${root}articles/${record.id}/`)
  link.append(...headingOf(record.title ? hits(record.title) : [{ text: record.opening, marked: false }]))
  title.append(link)
  const facts = element('p', 'facts')
  if (record.topic) facts.append(marked('span', 'tag', hits(record.topic)))
  facts.append(marked('span', '', hits(record.place)))
  if (record.date) facts.append(withText('span', '', record.date))
  empty(item)
  item.append(
    ...(record.kicker ? [withNodes('p', 'kicker', headingOf(hits(record.kicker)))] : []),
    title,
    ...excerptsOf(record, words).map((pieces, at) =>
      marked('p', at > 0 ? 'excerpt mt-3' : 'excerpt', pieces),
    ),
    facts,
  )
  document.dispatchEvent(new Event('cards'))
}

/** Takes everything out of an element. */
export function empty(element: Element): void {
  element.textContent = ''
}

export function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name)
  if (className) made.className = className
  return made
}

export function withText(name: string, className: string, text: string): HTMLElement {
  const made = element(name, className)
  made.textContent = text
  return made
}

const marked = (name: string, className: string, pieces: readonly ExcerptSegment[]) =>
  withNodes(name, className, pieces.map(nodeOf))

function withNodes(name: string, className: string, nodes: readonly Node[]): HTMLElement {
  const made = element(name, className)
  made.append(...nodes)
  return made
}

const nodeOf = ({ text, marked: hit }: ExcerptSegment): Node =>
  hit ? withText('mark', '', text) : document.createTextNode(text)

/** A heading with <wbr> where its lines may break, as headings have on every page; a hit is not broken. */
function headingOf(pieces: readonly ExcerptSegment[]): readonly Node[] {
  const parts = breakable(pieces.map(({ text }) => text).join(''))
  const breaks = parts.map((_, n) => parts.slice(0, n).join('').length).slice(1)
  let end = 0
  return pieces.flatMap(piece => {
    const start = end
    end += piece.text.length
    const cuts = piece.marked ? [] : breaks.filter(at => at > start && at < end)
    return [start, ...cuts].flatMap((from, n) => [
      ...(breaks.includes(from) ? [document.createElement('wbr')] : []),
      nodeOf({ ...piece, text: piece.text.slice(from - start, (cuts[n] ?? end) - start) }),
    ])
  })
}
