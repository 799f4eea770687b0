// <index-filter>: where all articles stand on the front page, choosing a region or a topic narrows the list in place: at once, without
// a network. The address becomes that of the page of the choice, which shows the same; Back brings the last choice again.

import { shadeOf } from '#lib/device/tile-shade'

type Choice = { readonly region: string; readonly topic: string }
type Kind = keyof Choice

const nothing: Choice = { region: '', topic: '' }
const folders: Readonly<Record<Kind, string>> = { region: 'regions/', topic: 'topics/' }

class IndexFilterElement extends HTMLElement {
  private choice = nothing
  private readonly ownTitle = document.title

  connectedCallback() {
    this.forward()
    this.addEventListener('click', event => this.choose(event))
    addEventListener('popstate', () => this.show(choiceIn(history.state)))
    this.show(choiceIn(history.state))
  }

  /** An old link, ?region=…&topic=…: to the page of that choice. A slug that the finder does not know is none. */
  private forward() {
    const given = new URLSearchParams(location.search)
    const known = (kind: Kind) =>
      this.links(kind, given.get(kind) ?? '').length > 0 ? (given.get(kind) ?? '') : ''
    const choice = { region: known('region'), topic: known('topic') }
    if (choice.region || choice.topic) location.replace(this.addressOf(choice))
  }

  private choose(event: MouseEvent) {
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.finder a[href]') : null
    const kind = link?.dataset.region ? 'region' : 'topic'
    const slug = link?.dataset[kind]
    // The whole finder, opened on a phone, covers the list: there the page of the choice is better.
    if (!plain || !link || !slug || link.closest(':target')) return
    event.preventDefault()
    const next = { ...this.choice, [kind]: this.choice[kind] === slug ? '' : slug }
    history.pushState(next, '', this.addressOf(next))
    this.show(next)
    link.scrollIntoView({ block: 'nearest', inline: 'center' })
  }

  private addressOf({ region, topic }: Choice): string {
    if (!region && !topic) return this.dataset.root ?? '/'
    const slugs = region ? [region, topic] : [topic]
    return `${this.dataset.root}${folders[region ? 'region' : 'topic']}${slugs.filter(Boolean).join('/')}/`
  }

  private show(choice: Choice) {
    this.choice = choice
    const cards = this.cards()
    for (const card of cards) card.hidden = !fits(card, choice)
    for (const section of this.querySelectorAll<HTMLElement>('.region'))
      section.hidden = !section.querySelector('.card:not([hidden])')
    for (const kind of ['region', 'topic'] as const)
      for (const link of this.links(kind)) this.count(link, kind, cards)
    this.shadeTiles()
    const names = (['region', 'topic'] as const).map(kind => this.nameOf(kind)).filter(Boolean)
    const shown = cards.filter(card => !card.hidden).length
    const text = names.length > 0 ? `${names.join(' · ')}：${shown} 篇` : ''
    const status = this.querySelector('[role=status]')
    if (status && status.textContent !== text) status.textContent = text
    document.title = text ? `${text} - ${this.ownTitle}` : this.ownTitle
    this.classList.toggle('narrowed', text !== '')
  }

  /** A link says how long the list is that it leads to, beside what else is chosen; without an article it leads nowhere. */
  private count(link: HTMLAnchorElement, kind: Kind, cards: readonly HTMLElement[]) {
    const slug = link.dataset[kind] ?? ''
    const chosen = this.choice[kind] === slug
    const count = cards.filter(card => fits(card, { ...this.choice, [kind]: slug })).length
    const next = { ...this.choice, [kind]: chosen ? '' : slug }
    if (count > 0 || chosen) link.href = this.addressOf(next)
    else link.removeAttribute('href')
    if (chosen) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
    const number = link.querySelector('.count, small')
    // A tile without articles has no number.
    if (number) number.textContent = count > 0 || number.className ? `${count}` : ''
    const full = link.querySelector('.full')
    const name = full?.textContent?.split('，')[0] ?? ''
    if (full)
      full.textContent = `${name}，${count > 0 ? `${count} 篇` : '没有文章'}${chosen ? '，取消这个选择' : ''}`
  }

  /** Tiles are as dark as on the page of the choice. */
  private shadeTiles() {
    const tiles = [...this.querySelectorAll<HTMLElement>('.map li')]
    const counts = tiles.map(tile => Number(tile.querySelector('small')?.textContent ?? 0))
    const most = Math.max(...counts)
    for (const [at, tile] of tiles.entries()) {
      const shade = shadeOf(counts[at] ?? 0, most)
      tile.className = tile.className.replace(/bg-shade-\d|none/, shade > 0 ? `bg-shade-${shade}` : 'none')
    }
  }

  private cards(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.card')]
  }

  private links(kind: Kind, slug?: string): readonly HTMLAnchorElement[] {
    const links = [...this.querySelectorAll<HTMLAnchorElement>(`.finder a[data-${kind}]`)]
    return slug === undefined ? links : links.filter(link => link.dataset[kind] === slug)
  }

  private nameOf(kind: Kind): string {
    const slug = this.choice[kind]
    const names = slug ? this.links(kind, slug).map(link => link.firstChild?.textContent?.trim() ?? '') : []
    return names.sort((a, b) => b.length - a.length)[0] ?? '' // 江苏, not the 苏 of its tile
  }
}

const fits = (card: HTMLElement, { region, topic }: Choice) =>
  (!region || (card.dataset.regions ?? '').split(' ').includes(region)) &&
  (!topic || card.dataset.topic === topic)

/** What a history entry says is chosen; anything that is not ours is nothing. */
function choiceIn(state: unknown): Choice {
  const given = (typeof state === 'object' && state !== null ? state : {}) as Partial<Record<Kind, unknown>>
  const slug = (kind: Kind) => (typeof given[kind] === 'string' ? String(given[kind]) : '')
  return { region: slug('region'), topic: slug('topic') }
}

export { IndexFilterElement as Element }
