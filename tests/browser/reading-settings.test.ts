// What the device remembers and does: settings, care mode, marks, place, keys, reading aloud. And that none of it is needed.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from './chromium'
import { atRest, setsOut } from './painted'
import { at, kinds, longArticle, settle } from './reading-pages'
import { type Served, serve } from './served'

let browser: Browser
let served: Served

beforeAll(async () => {
  ;[browser, served] = await Promise.all([launchChromium(), serve()])
})

afterAll(async () => {
  await browser.close()
  await served.close()
})

/** A fresh device; what it keeps lasts until `use` ends. Errors of any page fail the test. */
async function onDevice(use: (page: Page, context: BrowserContext) => Promise<void>, before?: string) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    colorScheme: 'light',
    serviceWorkers: 'block',
  })
  if (before) await context.addInitScript(before)
  const errors: string[] = []
  context.on('weberror', error => errors.push(error.error().message))
  const page = await context.newPage()
  await use(page, context)
  expect(errors).toEqual([])
  await context.close()
}

const go = (page: Page, path: string) => page.goto(at(served.url, path))
const fontSize = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const dark = 'rgb(22, 21, 19)'

describe('settings', () => {
  it('apply at once, last on the device, and show what is chosen', async () => {
    await onDevice(async page => {
      await go(page, '/')
      await page.getByText('设置', { exact: true }).click()
      await page.getByText('夜间').click()
      await page.getByText('特大').click()
      expect([await paper(page), await fontSize(page)]).toEqual([dark, '24px'])
      await go(page, longArticle)
      expect([await paper(page), await fontSize(page)]).toEqual([dark, '24px'])
      await page.getByText('设置', { exact: true }).click()
      expect(await page.locator('input[name=theme]:checked').inputValue()).toBe('dark')
      await page.keyboard.press('Escape')
      expect(await page.locator('.settings-panel').isVisible()).toBe(false)
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
    })
  })

  it('follow the system until a theme is chosen', async () => {
    await onDevice(async page => {
      await page.emulateMedia({ colorScheme: 'dark' })
      await go(page, '/')
      expect(await paper(page)).toBe(dark)
      await page.getByText('设置', { exact: true }).click()
      await page.getByText('白', { exact: true }).click()
      expect(await paper(page)).toBe('rgb(251, 250, 247)')
      await page.getByText('自动').click()
      expect(await paper(page)).toBe(dark)
    })
  })

  it('need one tap for care mode, and one back', async () => {
    await onDevice(async page => {
      await go(page, longArticle)
      await page.getByRole('button', { name: '关怀版' }).click()
      expect(await fontSize(page)).toBe('28px')
      await page.reload()
      expect(await fontSize(page)).toBe('28px')
      await page.getByRole('button', { name: '标准版' }).click()
      expect(await fontSize(page)).toBe('18px')
    })
  })

  it('come by link: ?mode=care holds on the next page too', async () => {
    await onDevice(async page => {
      await go(page, `${longArticle}?mode=care`)
      expect(await fontSize(page)).toBe('28px')
      await go(page, '/')
      expect(await fontSize(page)).toBe('28px')
    })
  })
})

describe('first paint', () => {
  /** Notes the paper and the size in every frame from the first that has a body. */
  const watch = `
    window.frames_ = []
    const look = () => {
      if (document.body) frames_.push(getComputedStyle(document.body).backgroundColor + ' ' + getComputedStyle(document.documentElement).fontSize)
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    new MutationObserver((_, all) => { if (document.body) { frames_.push(getComputedStyle(document.body).backgroundColor + ' ' + getComputedStyle(document.documentElement).fontSize); all.disconnect() } })
      .observe(document, { childList: true, subtree: true })`

  it('has the stored theme and size in every frame, also when the module never comes', async () => {
    await onDevice(async (page, context) => {
      await go(page, '/')
      await page.evaluate(() => {
        localStorage['jianbao:theme'] = 'dark'
        localStorage['jianbao:size'] = 'xlarge'
      })
      await context.route('**/scripts/**', route => route.abort())
      await page.addInitScript(watch)
      await go(page, longArticle)
      await page.waitForFunction(() => Reflect.get(window, 'frames_').length > 10)
      const frames = await page.evaluate('frames_')
      expect(new Set(frames as string[])).toEqual(new Set([`${dark} 24px`]))
    })
  })
})

/** A browser that throws at any touch of storage, as some do with cookies blocked. */
const refuseStorage = `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError') } })`

describe('a browser that refuses storage', () => {
  it('changes nothing else: settings hold on the page, reading and neighbours work, nothing is thrown', async () => {
    await onDevice(async page => {
      await go(page, `${longArticle}?mode=care`)
      expect(await fontSize(page)).toBe('28px')
      await page.getByRole('button', { name: '标准版' }).click()
      expect(await fontSize(page)).toBe('18px')
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
      await go(page, '/')
      expect(await page.locator('[data-read]').count()).toBe(0)
    }, refuseStorage)
  })
})

describe('elements do not need one another', () => {
  const names = ['settings-panel', 'read-aloud', 'reading-place', 'read-marks']

  it.each(names)('the others work when %s cannot be made', async broken => {
    const spoil = `
      const define = customElements.define
      customElements.define = function (name, element) {
        if (name === '${broken}') throw new Error('spoilt')
        define.call(customElements, name, element)
      }`
    await onDevice(async page => {
      await go(page, kinds.index)
      const defined = await page.evaluate(all => all.filter(name => customElements.get(name)), names)
      expect(defined).toEqual(names.filter(name => name !== broken))
    }, spoil)
  })
})

describe('reading state', () => {
  it('marks on the index what was read to its end, and forgets it by one tap', async () => {
    await onDevice(async page => {
      await go(page, '/')
      expect(await page.locator('[data-read]').count()).toBe(0)
      expect(await page.locator('read-marks').isVisible()).toBe(false)
      await go(page, longArticle)
      await page.locator('[data-body] > :last-child').scrollIntoViewIfNeeded()
      await page.waitForFunction(() => localStorage['jianbao:read'])
      await go(page, '/')
      expect(await page.locator('[data-read]').count()).toBe(1)
      expect(await page.locator('[data-read]').getAttribute('data-article')).toBe(longArticle.split('/')[2])
      await page.getByRole('button', { name: '清除已读标记' }).click()
      expect(await page.locator('[data-read]').count()).toBe(0)
      expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    })
  })

  it('marks it on every list: of a region, of an issue, of what a search found', async () => {
    await onDevice(async page => {
      await go(page, '/')
      await page.evaluate(() => localStorage.setItem('jianbao:read', 'gh202411-02'))
      for (const path of ['/', '/regions/jiangsu/', '/topics/innovation/', '/all/', '/issues/gh202411/']) {
        await go(page, path)
        await page.locator('[data-article=gh202411-02][data-read]').first().waitFor()
      }
      await go(page, `/search/?q=${encodeURIComponent('科学技术奖')}`)
      await page.locator('.results [data-article=gh202411-02][data-read]').waitFor()
    })
  })

  it('does not mark what was only opened', async () => {
    await onDevice(async page => {
      await go(page, longArticle)
      await settle(page)
      // What watches the end of the text has been told of it when we, who ask later, are.
      await page
        .locator('[data-body] > :last-child')
        .evaluate(last => new Promise<void>(done => new IntersectionObserver(() => done()).observe(last)))
      expect(await page.evaluate(() => localStorage['jianbao:read'])).toBeUndefined()
    })
  })

  it('keeps the place in a long article and offers it at the next visit', async () => {
    await onDevice(async page => {
      await go(page, longArticle)
      expect(await page.getByRole('button', { name: '接着读' }).isVisible()).toBe(false)
      await page.locator('[data-body] > :nth-child(5)').evaluate(block => block.scrollIntoView())
      await go(page, '/')
      await go(page, longArticle)
      expect(await page.evaluate(() => scrollY)).toBe(0)
      await page.getByRole('button', { name: '接着读' }).click()
      const top = await page
        .locator('[data-body] > :nth-child(5)')
        .evaluate(block => block.getBoundingClientRect().top)
      expect(Math.abs(top)).toBeLessThan(60)
    })
  })
})

describe('keys', () => {
  it('j, k and the arrows go to the neighbours, / to the search, ? shows the list', async () => {
    await onDevice(async page => {
      await go(page, '/articles/gh202411-02/')
      await page.keyboard.press('j')
      await page.waitForURL('**/articles/gh202411-03/')
      await page.keyboard.press('ArrowLeft')
      await page.waitForURL('**/articles/gh202411-02/')
      await page.keyboard.press('ArrowRight')
      await page.waitForURL('**/articles/gh202411-03/')
      await page.keyboard.press('k')
      await page.waitForURL('**/articles/gh202411-02/')
      await page.keyboard.press('?')
      await page.locator('.keys').waitFor()
    })
  })

  it.each(Object.entries(kinds))(
    '/ leads to a search box, ? to the list of keys: %s',
    async (_kind, path) => {
      await onDevice(async page => {
        await go(page, path)
        await settle(page)
        await page.keyboard.press('/')
        const box = page.locator('input[type=search]:focus')
        expect(await box.count()).toBe(1)
        expect(await box.evaluate(input => input.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
        await box.fill('')
        await page.keyboard.type('工/?j')
        expect(await box.inputValue()).toBe('工/?j')
        await box.blur()
        await page.keyboard.press('?')
        await page.locator('.keyboard input:focus').waitFor()
        expect(await page.locator('.keys').isVisible()).toBe(true)
        await page.keyboard.press('Escape')
        expect(await page.locator('.keys').isVisible()).toBe(false)
      })
    },
  )

  it('/ finds from an article, by keys alone', async () => {
    await onDevice(async page => {
      await go(page, longArticle)
      await page.keyboard.press('/')
      await page.keyboard.type('工匠')
      await page.keyboard.press('Enter')
      await page.waitForURL(url => url.searchParams.get('q') === '工匠')
      await page.locator('.results mark').first().waitFor()
    })
  })

  it('stay where there is no neighbour: k and ← on the first article, arrows in a list', async () => {
    await onDevice(async page => {
      for (const [path, keys] of [
        ['/articles/gh202411-01/', ['k', 'ArrowLeft']],
        [kinds.index, ['ArrowRight', 'ArrowLeft']],
      ] as const) {
        await go(page, path)
        await settle(page)
        const press = async () => {
          for (const key of keys) await page.keyboard.press(key)
        }
        expect(await setsOut(page, press)).toBe(false)
        expect(new URL(page.url()).pathname.endsWith(path)).toBe(true)
        expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
      }
    })
  })

  it('j and k move from headline to headline in a list', async () => {
    await onDevice(async page => {
      await go(page, '/')
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      const second = await page.locator('.card h3 a').nth(1).getAttribute('href')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(second)
    })
  })

  it('can be turned off, and stay off', async () => {
    await onDevice(async page => {
      await go(page, '/articles/gh202411-02/')
      await page.keyboard.press('?')
      await page.getByText('键盘快捷键').click()
      await page.reload()
      await settle(page)
      expect(await setsOut(page, () => page.keyboard.press('j'))).toBe(false)
    })
  })

  it('leave typing and the browser’s own shortcuts alone', async () => {
    await onDevice(async page => {
      await go(page, '/articles/gh202411-02/')
      await settle(page)
      expect(await setsOut(page, () => page.keyboard.press('Control+j'))).toBe(false)
      await page.evaluate(() => {
        const box = document.createElement('input')
        document.querySelector('main')?.append(box)
        box.focus()
      })
      expect(await setsOut(page, () => page.keyboard.press('j'))).toBe(false)
      await page.locator('main > input:focus').evaluate(box => box instanceof HTMLElement && box.blur())
      // The same key elsewhere does: the checks above can fail.
      expect(await setsOut(page, () => page.keyboard.press('j'))).toBe(true)
    })
  })
})

/** A voice that says nothing and notes what it was given; `speech.finish()` ends the utterance being spoken. */
const fakeVoice = `
  window.speech = { said: [], now: null, finish() { const u = this.now; this.now = null; u?.onend?.() } }
  class Utterance { constructor(text) { this.text = text } }
  const synthesis = Object.assign(new EventTarget(), {
    pending: false,
    get speaking() { return speech.now !== null },
    getVoices: () => window.voices ?? [{ lang: 'zh-CN', name: '婷婷', localService: true }],
    speak(u) { speech.said.push(u.text); speech.now = u },
    cancel() { const u = speech.now; speech.now = null; u?.onend?.() },
    pause() {}, resume() {},
  })
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
  window.SpeechSynthesisUtterance = Utterance`

const said = (page: Page) => page.evaluate('speech.said') as Promise<string[]>
const marked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('reading') ?? [])].map(range => String(range)).join(''))

describe('reading aloud', () => {
  it('is hidden where the browser has no Chinese voice', async () => {
    const button = (page: Page) => page.getByRole('button', { name: '朗读' })
    await onDevice(async page => {
      await go(page, longArticle)
      expect(await button(page).isVisible()).toBe(false)
    })
    await onDevice(async page => {
      await go(page, longArticle)
      expect(await button(page).isVisible()).toBe(false)
    }, `${fakeVoice}; window.voices = [{ lang: 'en-US', localService: true }]`)
    await onDevice(async page => {
      await go(page, longArticle)
      expect(await button(page).isVisible()).toBe(false)
    }, `delete window.speechSynthesis; delete Window.prototype.speechSynthesis`)
  })

  it('speaks the whole article in short sentences, marks each, and leaves the text alone', async () => {
    await onDevice(async page => {
      await go(page, longArticle)
      // Reading scrolls, and what comes near its end makes its buttons: they are there before.
      await page.locator('#share').scrollIntoViewIfNeeded()
      await page.waitForSelector('share-panel [data-do=more]', { state: 'attached' })
      await page.evaluate('scrollTo(0, 0)')
      const before = await page.locator('main').innerHTML()
      const text = await page.locator('[data-body]').textContent()
      await page.getByRole('button', { name: '朗读' }).click()
      await page.waitForFunction(() => Reflect.get(window, 'speech').now)
      const marks: string[] = []
      while (await page.evaluate('speech.now !== null')) {
        marks.push((await marked(page)).trim())
        await page.evaluate('speech.finish()')
      }
      const all = await said(page)
      expect(all).toEqual(marks)
      expect(Math.max(...all.map(sentence => sentence.length))).toBeLessThanOrEqual(80)
      expect(all.join('').replace(/\s/g, '')).toContain(text?.replace(/\s/g, ''))
      expect(all[0]?.length).toBeGreaterThan(0)
      expect(await marked(page)).toBe('')
      const after = await page.locator('main').innerHTML()
      const unstated = (html: string) =>
        html.replace(/ (?:data-(?:state|ready|read|place)|aria-pressed)="[^"]*"/g, '')
      expect(unstated(after)).toBe(unstated(before))
    }, fakeVoice)
  })

  it('pauses, goes on with the same sentence, and stops', async () => {
    await onDevice(async page => {
      await go(page, longArticle)
      await page.getByRole('button', { name: '朗读' }).click()
      await page.waitForFunction(() => Reflect.get(window, 'speech').now)
      await page.evaluate('speech.finish(); speech.finish()')
      await page.getByRole('button', { name: '暂停' }).click()
      expect(await page.evaluate('speech.now')).toBeNull()
      await page.getByRole('button', { name: '继续' }).click()
      const all = await said(page)
      expect([all.length, all[3]]).toEqual([4, all[2]])
      expect(await marked(page)).toBe(all[3])
      await page.getByRole('button', { name: '停止' }).click()
      expect([await page.evaluate('speech.now'), await marked(page)]).toEqual([null, ''])
      await page.getByRole('button', { name: '朗读' }).click()
      expect((await said(page)).at(-1)).toBe(all[0])
    }, fakeVoice)
  })

  it('keeps its controls on screen, stops by Esc, and gives the focus back', async () => {
    await onDevice(async page => {
      await go(page, longArticle)
      await page.getByRole('button', { name: '朗读' }).click()
      await page.waitForFunction(() => Reflect.get(window, 'speech').now)
      const bar = page.getByRole('region', { name: '朗读' })
      for (const name of ['上一句', '暂停', '下一句', '停止'])
        await bar.getByRole('button', { name }).waitFor()
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
      const box = await bar.boundingBox()
      expect((box?.y ?? 9999) + (box?.height ?? 9999)).toBeLessThanOrEqual(741)
      await bar.getByRole('button', { name: '下一句' }).click()
      await expect.poll(() => bar.textContent()).toContain('第 2 句')
      await page.keyboard.press('Escape')
      await expect.poll(() => bar.count()).toBe(0)
      expect(await page.evaluate('speech.now')).toBeNull()
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('朗读')
    }, fakeVoice)
  })

  it('does not scroll against the reader, and follows again once the sentence is in view', async () => {
    await onDevice(async page => {
      await go(page, longArticle)
      await page.getByRole('button', { name: '朗读' }).click()
      await page.waitForFunction(() => Reflect.get(window, 'speech').now)
      await page.mouse.move(180, 300)
      await page.mouse.wheel(0, 1500)
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(800)
      await atRest(page)
      const stays = await page.evaluate(() => scrollY)
      await page.evaluate('speech.finish()')
      await page.waitForFunction(() => Reflect.get(window, 'speech').said.length > 1)
      expect(await page.evaluate(() => scrollY)).toBe(stays)
      await page.getByRole('button', { name: '下一句' }).click()
      await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(stays)
    }, fakeVoice)
  })

  it('keeps speed and voice on the device', async () => {
    const two = `${fakeVoice}; window.voices = ['甲', '乙'].map(name => ({ lang: 'zh-CN', name, localService: true }))`
    await onDevice(async page => {
      await go(page, longArticle)
      await page.getByRole('button', { name: '朗读' }).click()
      await page.waitForFunction(() => Reflect.get(window, 'speech').now)
      expect(await page.evaluate('[speech.now.rate, speech.now.voice.name]')).toEqual([1, '甲'])
      await page.getByRole('button', { name: '语速 1' }).click()
      await page.getByRole('combobox', { name: '声音' }).selectOption('乙')
      expect(await page.evaluate('[speech.now.rate, speech.now.voice.name]')).toEqual([1.25, '乙'])
      await go(page, '/articles/gh202411-02/')
      await page.getByRole('button', { name: '朗读' }).click()
      await page.waitForFunction(() => Reflect.get(window, 'speech').now)
      expect(await page.evaluate('[speech.now.rate, speech.now.voice.name]')).toEqual([1.25, '乙'])
    }, two)
  })

  it('goes on when the browser falls silent without saying so', async () => {
    await onDevice(async page => {
      await page.clock.install()
      await go(page, longArticle)
      await page.getByRole('button', { name: '朗读' }).click()
      await page.waitForFunction(() => Reflect.get(window, 'speech').now)
      await page.evaluate('speech.now = null')
      await page.clock.runFor(10_500)
      expect((await said(page)).length).toBe(2)
    }, fakeVoice)
  })

  it('marks the paragraph where the browser has no highlights', async () => {
    await onDevice(async page => {
      await go(page, longArticle)
      await page.getByRole('button', { name: '朗读' }).click()
      await page.waitForFunction(() => Reflect.get(window, 'speech').now)
      expect(await page.locator('[data-reading]').count()).toBe(1)
    }, `${fakeVoice}; delete CSS.highlights; delete Object.getPrototypeOf(CSS).highlights`)
  })
})
