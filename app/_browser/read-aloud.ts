// <read-aloud>: the button 朗读, shown only where the browser has a Chinese voice. The bar and the player load at the first tap.
import { kept } from '#lib/device/kept'
import { keep, recall } from './storage'

export class ReadAloud extends HTMLElement {
  connectedCallback() {
    // Android's WebView, which WeChat uses, has no speechSynthesis at all.
    if (!('speechSynthesis' in window)) return
    const look = () => this.toggleAttribute('data-ready', chineseVoices().length > 0)
    // Chrome names its voices only after a while.
    speechSynthesis.addEventListener?.('voiceschanged', look)
    look()
    const button = this.querySelector('button')
    const start = async () => {
      const bar = await import('./read-aloud-bar')
      if (!button) return
      bar.startReading({
        button,
        voices: chineseVoices,
        recall: what => recall(kept[what]),
        keep: (what, value) => keep(kept[what], value),
      })
    }
    button?.addEventListener('click', start, { once: true })
  }
}

/** The voices for Chinese, best first: zh-CN, on Android zh_CN, cmn-… elsewhere; on the device before over the network. */
function chineseVoices(): readonly SpeechSynthesisVoice[] {
  const voices = speechSynthesis.getVoices().filter(({ lang }) => /^(zh|cmn)\b|^zh_/i.test(lang))
  const rank = ({ lang, localService }: SpeechSynthesisVoice) =>
    Number(!localService) + 2 * Number(/HK|TW|yue/i.test(lang))
  return voices.sort((a, b) => rank(a) - rank(b))
}
