// A result of a search as it stands in the list: where it is from, its headline and excerpts with the hits marked.
import { excerptsOf, markHits, type Piece } from '#lib/search/excerpt'
import type { Word } from '#lib/search/query'
import type { TextRecord } from '#lib/search/text-record'
import { variantsOf } from '#lib/search/variants'

/** Fills a list item. `root` is the address of the site with a slash at its end. */
export function fillResult(
  item: HTMLElement,
  record: TextRecord,
  words: readonly Word[],
  root: string,
): void {
  const variants = variantsOf(record.variants)
  const hits = (text: string) => markHits(text, words, variants)
  const title = element('h2', 'title')
  const link = element('a', '')
  link.setAttribute('href', `${root}articles/${record.id}/`)
  link.append(...nodesOf(record.title ? hits(record.title) : [{ text: record.opening, marked: false }]))
  title.append(link)
  const facts = element('p', 'facts')
  if (record.topic) facts.append(marked('span', 'label', hits(record.topic)))
  facts.append(marked('span', '', hits(record.place)))
  if (record.date) facts.append(withText('span', '', record.date))
  item.replaceChildren(
    ...(record.kicker ? [marked('p', 'kicker', hits(record.kicker))] : []),
    title,
    ...excerptsOf(record, words).map(pieces => marked('p', 'excerpt', pieces)),
    facts,
  )
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

function marked(name: string, className: string, pieces: readonly Piece[]): HTMLElement {
  const made = element(name, className)
  made.append(...nodesOf(pieces))
  return made
}

const nodesOf = (pieces: readonly Piece[]) =>
  pieces.map(({ text, marked: hit }) => (hit ? withText('mark', '', text) : document.createTextNode(text)))
