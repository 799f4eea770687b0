// <read-marks>: marks in a list what has been read on this device, and forgets it by one tap. Stands below the list.

import { kept } from '#lib/device/kept'
import { idsIn } from '#lib/device/reading-log'
import { keep, recall } from './storage'

export class ReadMarksElement extends HTMLElement {
  connectedCallback() {
    this.querySelector('button')?.addEventListener('click', () => {
      keep(kept.read, '')
      keep(kept.place, '')
      this.mark()
      document.querySelector<HTMLElement>('main')?.focus()
    })
    addEventListener('pageshow', () => this.mark())
    document.addEventListener('cards', () => this.mark()) // results of a search came
    this.mark()
  }

  private mark() {
    const read = idsIn(recall(kept.read))
    for (const card of document.querySelectorAll<HTMLElement>('[data-article]')) {
      card.toggleAttribute('data-read', read.has(card.dataset.article ?? ''))
    }
    this.hidden = read.size === 0
    const count = this.querySelector('[data-count]')
    if (count) count.textContent = `${read.size}`
  }
}
