// <read-aloud>: the button 朗读, shown only where the browser has a Chinese voice. The player loads at the first tap.

export class ReadAloud extends HTMLElement {
  connectedCallback() {
    // Android's WebView, which WeChat uses, has no speechSynthesis at all.
    if (!('speechSynthesis' in window)) return
    const look = () => this.toggleAttribute('data-ready', chineseVoice() !== undefined)
    // Chrome names its voices only after a while.
    speechSynthesis.addEventListener?.('voiceschanged', look)
    look()
    const [start, stop] = this.querySelectorAll('button')
    start?.addEventListener(
      'click',
      async () => {
        const { startReading } = await import('./read-aloud-player')
        startReading(this, chineseVoice, start, stop)
      },
      { once: true },
    )
  }
}

/** A voice for Chinese: zh-CN, on Android zh_CN, cmn-… elsewhere; one on the device before one over the network. */
function chineseVoice(): SpeechSynthesisVoice | undefined {
  const voices = speechSynthesis.getVoices().filter(({ lang }) => /^(zh|cmn)\b|^zh_/i.test(lang))
  const mandarin = voices.filter(({ lang }) => !/HK|TW|yue/i.test(lang))
  return [...mandarin, ...voices].sort((a, b) => Number(b.localService) - Number(a.localService))[0]
}
