// <read-aloud>: the button 朗读, shown only where the browser has a Chinese voice. The bar and the player load at the first tap.
import { kept } from '#lib/device/kept'
import { keep, recall } from './storage'

export class ReadAloudElement extends HTMLElement {
  connectedCallback() {
    // Android's WebView, which WeChat uses, has no speechSynthesis at all.
    if (!('speechSynthesis' in window)) return
    const look = () => this.toggleAttribute('data-ready', chineseVoices().length > 0)
    // Chrome names its voices only after a while.
    speechSynthesis.addEventListener?.('voiceschanged', look)
    look()
    const button = this.querySelector('button')
    const start = async () =>
      button &&
      (await import('./read-aloud-bar')).startReading({
        button,
        voices: chineseVoices,
        recall: what => recall(kept[what]),
        keep: (what, value) => keep(kept[what], value),
      })
    button?.addEventListener('click', start, { once: true })
  }
}

/** The voices for Chinese: zh-CN, on Android zh_CN, cmn-… elsewhere. */
const chineseVoices = () => speechSynthesis.getVoices().filter(({ lang }) => /^(zh|cmn)\b|^zh_/i.test(lang))
