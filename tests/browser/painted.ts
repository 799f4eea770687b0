// Waiting for what a browser does, instead of for a time.
import type { Page } from 'playwright-core'

/** Resolves when the page has painted what was set off so far: two frames later, however long a frame takes. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** Resolves when a page scrolls no more: where it is has been the same for ten frames. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame)
    for (let [at, same] = [scrollY, 0]; same < 10; same = scrollY === at ? same + 1 : 0) {
      at = scrollY
      await frame()
    }
  })
}

/**
 * A single sign that style sets behind words (the × of a chosen chip) follows them while they arrive: on a phone of 360 × 740 px
 * that weighs 0.0001 at most. A word of 100 × 20 px that moves by a line weighs 0.0004.
 */
const leastShift = 0.0002

/** Every layout shift of the page since it began but of such signs, each as a line that says what moved. */
export async function shiftsSoFar(page: Page): Promise<readonly string[]> {
  await painted(page)
  return page.evaluate(
    least =>
      new Promise<string[]>(done => {
        const shifts: string[] = []
        const observer = new PerformanceObserver(list => {
          for (const entry of list.getEntriesByType('layout-shift')) {
            if (Number(Reflect.get(entry, 'value')) < least) continue
            const sources: unknown = Reflect.get(entry, 'sources')
            const nodes = Array.isArray(sources)
              ? sources.map(source => source.node?.outerHTML?.slice(0, 80))
              : []
            shifts.push(`${Reflect.get(entry, 'value')} at ${entry.startTime}: ${nodes.join(' ')}`)
          }
          if (list.getEntriesByName('all told').length > 0) done(shifts)
        })
        observer.observe({ type: 'layout-shift', buffered: true })
        // Told after what was asked for first, so that a page without any shift need not be waited for.
        observer.observe({ type: 'mark' })
        performance.mark('all told')
      }),
    leastShift,
  )
}

/** Whether the page sets out for another address while `act` is done: told at once, not when the other page comes. */
export async function setsOut(page: Page, act: () => Promise<void>): Promise<boolean> {
  await page.evaluate(() => {
    Reflect.set(window, 'setOut', false)
    const navigation: unknown = Reflect.get(window, 'navigation')
    if (!(navigation instanceof EventTarget)) throw new Error('this browser tells nothing of navigations')
    navigation.addEventListener('navigate', event => {
      Reflect.set(window, 'setOut', true)
      event.preventDefault() // so that there is still a page to ask
    })
  })
  await act()
  await painted(page)
  return page.evaluate(() => Reflect.get(window, 'setOut') === true)
}
