// Reads the article aloud sentence by sentence and marks the sentence, without changing the text in the page.
import { sentences } from '#lib/device/sentences'

type Piece = { readonly range: Range; readonly block: Element; readonly text: string }

const mark = 'reading'

type FindVoice = () => SpeechSynthesisVoice | undefined

/** Starts at once; then `start` pauses and goes on, `stop` ends. Takes no code from the main module: else a second file. */
export function startReading(
  host: HTMLElement,
  findVoice: FindVoice,
  start: HTMLButtonElement,
  stop: HTMLButtonElement | undefined,
) {
  const player = new Player(findVoice, state => {
    host.dataset.state = state
    start.textContent = state === 'reading' ? '暂停' : state === 'paused' ? '继续' : '朗读'
  })
  start.addEventListener('click', () => player.toggle())
  stop?.addEventListener('click', () => {
    player.stop()
    start.focus()
  })
  addEventListener('pagehide', () => player.stop())
  player.toggle()
}

type State = 'idle' | 'reading' | 'paused'

class Player {
  private pieces: readonly Piece[] = []
  private at = 0
  private state: State = 'idle'
  // Chrome collects an utterance that nobody holds, and its end is never reported.
  private spoken: SpeechSynthesisUtterance | undefined
  private readonly findVoice: FindVoice
  private readonly tell: (state: State) => void

  constructor(findVoice: FindVoice, tell: (state: State) => void) {
    this.findVoice = findVoice
    this.tell = tell
    setInterval(() => this.keepAlive(), 10_000)
  }

  toggle() {
    if (this.state === 'reading') return this.pause()
    if (this.state === 'idle') this.pieces = piecesOf(document)
    this.set('reading')
    this.speak()
  }

  stop() {
    this.at = 0
    this.set('idle')
    this.silence()
    unmark(this.pieces)
  }

  /** Android's pause() is a cancel(): so we cancel everywhere, and go on from the start of the sentence. */
  private pause() {
    this.set('paused')
    this.silence()
  }

  private silence() {
    this.spoken = undefined
    speechSynthesis.cancel()
  }

  private set(state: State) {
    this.state = state
    this.tell(state)
  }

  private speak() {
    const piece = this.pieces[this.at]
    if (!piece) return this.stop()
    const utterance = new SpeechSynthesisUtterance(piece.text)
    const voice = this.findVoice()
    if (voice) utterance.voice = voice
    utterance.lang = voice?.lang ?? 'zh-CN'
    // After a cancel the old utterance still reports its end; only the one being spoken may move us on.
    utterance.onend = () => this.spoken === utterance && this.next()
    utterance.onerror = () => this.spoken === utterance && this.pause()
    this.spoken = utterance
    show(piece, this.pieces)
    speechSynthesis.speak(utterance)
  }

  private next() {
    this.at += 1
    this.speak()
  }

  /** Chrome's network voices fall silent after 15 seconds (crbug.com/679437) unless they are nudged, and then never end. */
  private keepAlive() {
    if (this.state !== 'reading') return
    if (!speechSynthesis.speaking && !speechSynthesis.pending) return this.next()
    if (this.spoken?.voice?.localService === false && !/Android/.test(navigator.userAgent)) {
      speechSynthesis.pause()
      speechSynthesis.resume()
    }
  }
}

/** Every sentence of what is to be read, headline first. */
function piecesOf(root: ParentNode): Piece[] {
  return [...root.querySelectorAll('hgroup > *, .tip > *, [data-body] > *')].flatMap(block => {
    const text = block.textContent
    return sentences(text)
      .map(({ start, end }) => ({
        block,
        text: text.slice(start, end).trim(),
        range: rangeOf(block, start, end),
      }))
      .filter(piece => /[\p{L}\p{N}]/u.test(piece.text))
  })
}

/** The range of two offsets within the text of an element. */
function rangeOf(block: Element, start: number, end: number): Range {
  const range = document.createRange()
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  let before = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const after = before + (node.nodeValue?.length ?? 0)
    if (start >= before && start < after) range.setStart(node, start - before)
    if (end > before && end <= after) range.setEnd(node, end - before)
    before = after
  }
  return range
}

/** Marks the sentence, or its whole block where the browser has no highlights (before Chrome 105, Firefox 140). */
function show(piece: Piece, all: readonly Piece[]) {
  unmark(all)
  if ('highlights' in CSS) CSS.highlights.set(mark, new Highlight(piece.range))
  else piece.block.toggleAttribute('data-reading', true)
  const { top, bottom } = piece.range.getBoundingClientRect()
  if (top >= 0 && bottom <= innerHeight) return
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  scrollBy({ top: top - innerHeight / 3, behavior: calm ? 'auto' : 'smooth' })
}

function unmark(pieces: readonly Piece[]) {
  if ('highlights' in CSS) CSS.highlights.delete(mark)
  for (const { block } of pieces) block.removeAttribute('data-reading')
}
