// Reads the article aloud sentence by sentence and marks the sentence, without changing the text in the page. Its controls stand
// in a bar (read-aloud-bar.ts) that stays on screen as long as it reads.
import { type ReadableSentence, readableSentences, show, unmark } from './read-aloud-text'

export type State = 'idle' | 'reading' | 'paused'

/** What a player shows of itself. `at`: the sentence, from 0, of so many. */
export type Told = { readonly state: State; readonly at: number; readonly count: number }

/** What the reader has chosen; asked for each sentence. */
export type SpeechSettings = { readonly voice: SpeechSynthesisVoice | undefined; readonly rate: number }

export class Player {
  private pieces: readonly ReadableSentence[] = []
  private at = 0
  private state: State = 'idle'
  // Chrome collects an utterance that nobody holds, and its end is never reported.
  private spoken: SpeechSynthesisUtterance | undefined
  /** Whether the page follows the voice: not once the reader has scrolled away, until the sentence is in view again. */
  private follows = true
  private readonly choice: () => SpeechSettings
  private readonly tell: (told: Told) => void

  constructor(choice: () => SpeechSettings, tell: (told: Told) => void) {
    this.choice = choice
    this.tell = tell
    setInterval(() => this.keepAlive(), 10_000)
    for (const event of ['wheel', 'touchmove'])
      document.addEventListener(event, () => this.letGo(), { passive: true })
    document.addEventListener(
      'keydown',
      ({ key }) => /^(Page|Arrow(Up|Down)|Home|End| )/.test(key) && this.letGo(),
    )
  }

  private letGo() {
    this.follows = false
  }

  toggle() {
    if (this.state === 'reading') return this.pause()
    if (this.state === 'idle') this.pieces = readableSentences(document)
    this.set('reading')
    this.speak()
  }

  /** To the sentence before or after, where the page goes too. */
  step(by: 1 | -1) {
    this.at = Math.max(0, Math.min(this.pieces.length - 1, this.at + by))
    this.follows = true
    this.again()
    if (this.state === 'paused') this.present()
  }

  /** Begins the sentence again, with what is chosen now. */
  again() {
    if (this.state !== 'reading') return
    this.silence()
    this.speak()
  }

  stop() {
    this.at = 0
    this.follows = true
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
    this.tell({ state, at: this.at, count: this.pieces.length })
  }

  private speak() {
    const sentence = this.pieces[this.at]
    if (!sentence) return this.stop()
    const { voice, rate } = this.choice()
    const utterance = new SpeechSynthesisUtterance(sentence.text)
    if (voice) utterance.voice = voice
    utterance.lang = voice?.lang ?? 'zh-CN'
    utterance.rate = rate
    // After a cancel the old utterance still reports its end; only the one being spoken may move us on.
    utterance.onend = () => this.spoken === utterance && this.next()
    utterance.onerror = () => this.spoken === utterance && this.pause()
    this.spoken = utterance
    this.present()
    speechSynthesis.speak(utterance)
  }

  private present() {
    const sentence = this.pieces[this.at]
    if (sentence) this.follows = show(sentence, this.pieces, this.follows)
    this.set(this.state)
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
