// The bar of reading aloud, at the foot of the screen for as long as it reads: sentence back and forth, pause, speed, voice, stop.
// Speed and voice stay on the device. Esc stops.
import addStyle from './read-aloud-bar.css'
import { Player, type Told } from './read-aloud-player'

const rates = [1, 1.25, 1.5, 2, 0.75] as const
const normal = 1

/** What the bar asks of its host: the voices there are for Chinese, and what the device keeps. */
export type ReadAloudHost = {
  readonly button: HTMLButtonElement
  readonly voices: () => readonly SpeechSynthesisVoice[]
  readonly recall: (what: 'rate' | 'voice') => string
  readonly keep: (what: 'rate' | 'voice', value: string) => void
}

/** Starts reading; the button of the host then stops and starts it. Takes no code from the main module: else a second file. */
export function startReading(host: ReadAloudHost): void {
  addStyle()
  const bar = new Bar(host)
  host.button.addEventListener('click', () => bar.press())
  bar.press()
}

class Bar {
  private readonly box = document.createElement('section')
  private readonly place = document.createElement('p')
  private readonly player: Player
  private readonly host: ReadAloudHost
  private readonly pause: HTMLButtonElement
  private readonly rate: HTMLButtonElement

  constructor(host: ReadAloudHost) {
    this.host = host
    this.player = new Player(
      () => ({ voice: this.voice(), rate: this.speed() }),
      told => this.show(told),
    )
    this.pause = button('暂停', () => this.player.toggle())
    this.rate = button('', () => this.faster())
    this.build()
    document.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || !this.box.isConnected || event.defaultPrevented) return
      event.preventDefault()
      this.stop()
    })
    addEventListener('pagehide', () => this.stop())
  }

  private build() {
    this.box.className = 'aloud'
    this.box.setAttribute('aria-label', '朗读')
    const keys = document.createElement('div')
    keys.className = 'keys'
    keys.append(
      button('上一句', () => this.player.step(-1)),
      this.pause,
      button('下一句', () => this.player.step(1)),
      this.rate,
      button('停止', () => this.stop()),
    )
    this.box.append(this.place, keys)
  }

  press() {
    if (this.box.isConnected) return this.stop()
    const voices = this.voices()
    this.box.querySelector('select')?.remove()
    if (voices.length > 1) this.box.append(this.choiceOf(voices))
    this.rate.textContent = `语速 ${this.speed()}`
    document.body.append(this.box)
    document.documentElement.classList.add('reading-aloud')
    this.pause.focus({ preventScroll: true })
    this.player.toggle()
  }

  private stop() {
    const inside = this.box.contains(document.activeElement)
    this.player.stop()
    if (inside) this.host.button.focus({ preventScroll: true })
  }

  private show({ state, at, count }: Told) {
    this.host.button.setAttribute('aria-pressed', String(state !== 'idle'))
    this.pause.textContent = state === 'paused' ? '继续' : '暂停'
    this.place.textContent = `第 ${Math.min(at + 1, count)} 句，共 ${count} 句`
    if (state !== 'idle') return
    this.box.remove()
    document.documentElement.classList.remove('reading-aloud')
  }

  private speed(): number {
    return rates.find(rate => String(rate) === this.host.recall('rate')) ?? normal
  }

  private faster() {
    const next = rates[(rates.indexOf(this.speed() as (typeof rates)[number]) + 1) % rates.length] ?? normal
    this.host.keep('rate', next === normal ? '' : String(next))
    this.rate.textContent = `语速 ${next}`
    this.player.again()
  }

  /** Best first: of the mainland before of elsewhere, on the device before over the network. */
  private voices(): readonly SpeechSynthesisVoice[] {
    const rank = ({ lang, localService }: SpeechSynthesisVoice) =>
      Number(!localService) + 2 * Number(/HK|TW|yue/i.test(lang))
    return [...this.host.voices()].sort((a, b) => rank(a) - rank(b))
  }

  private voice(): SpeechSynthesisVoice | undefined {
    const voices = this.voices()
    return voices.find(({ name }) => name === this.host.recall('voice')) ?? voices[0]
  }

  private choiceOf(voices: readonly SpeechSynthesisVoice[]): HTMLSelectElement {
    const select = document.createElement('select')
    select.setAttribute('aria-label', '声音')
    for (const { name } of voices) select.append(new Option(name, name))
    select.value = this.voice()?.name ?? ''
    select.addEventListener('change', () => {
      this.host.keep('voice', select.value)
      this.player.again()
    })
    return select
  }
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'tool'
  made.textContent = text
  made.addEventListener('click', act)
  return made
}
