// <reading-place article="gh202411-03">: keeps the place in a long article, offers it at the next visit, and marks the
// article as read when its end has been in view. Holds the button that goes there; does nothing by itself.

import { kept } from '#lib/device/kept'
import { forgotten, noted, placeIn } from '#lib/device/reading-log'
import { keep, recall } from './storage'

export class ReadingPlaceElement extends HTMLElement {
  connectedCallback() {
    const id = this.dataset.id ?? ''
    const blocks = [...document.querySelectorAll<HTMLElement>('[data-body] > *')]
    const last = blocks[blocks.length - 1]
    if (!id || !last) return
    this.offer(blocks, placeIn(recall(kept.place), id))
    const passed = new IntersectionObserver(entries => {
      if (!entries.some(entry => entry.isIntersecting)) return
      passed.disconnect()
      keep(kept.read, noted(recall(kept.read), id))
    })
    passed.observe(last)
    const leave = () => note(id, blocks, last)
    addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', () => document.hidden && leave())
  }

  private offer(blocks: readonly HTMLElement[], place: number | undefined) {
    const block = place === undefined ? undefined : blocks[place]
    const button = this.querySelector('button')
    if (!block || !button) return
    this.toggleAttribute('data-ready', true)
    button.title = `上次读到第 ${blocks.indexOf(block) + 1} 段，共 ${blocks.length} 段`
    button.addEventListener('click', () => {
      block.tabIndex = -1
      block.focus({ preventScroll: true })
      block.scrollIntoView()
    })
  }
}

/** Less of a block than this is not in view: positions on a page are fractions of a pixel. */
const sliver = 10

/** Notes the first block in view; none at the top and none at the end, where there is nothing to come back to. */
function note(id: string, blocks: readonly HTMLElement[], last: HTMLElement) {
  const place = blocks.findIndex(block => block.getBoundingClientRect().bottom > sliver)
  const ended = last.getBoundingClientRect().top < innerHeight
  const log = recall(kept.place)
  keep(kept.place, place < 1 || ended ? forgotten(log, id) : noted(log, id, place))
}
