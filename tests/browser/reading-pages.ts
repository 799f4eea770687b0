// The kinds of pages, one or more of each, and the ways a reader may set them; for the tests of reading.
import type { Page } from 'playwright-core'
import { sizes, themes } from '#lib/device/settings'
import { content } from '#lib/library/content'
import { characterCount } from '#lib/model/article'
import { articlePath, issuePath } from '#lib/model/site'

const { articles } = content()
const byLength = [...articles].sort((a, b) => characterCount(b) - characterCount(a))
const longest = byLength[0]
const photo = articles.find(article => article.kind === 'photo')
if (!longest || !photo) throw new Error('the content has no article or no photo to test with')

export const longArticle = articlePath(longest.id)
export const photoArticle = articlePath(photo.id)
export const wholeIssues = [...new Set(articles.map(article => article.issue))].map(issuePath)

/** Every kind of page there is; the search page three times, since what it holds is made in the browser. */
export const kinds = {
  index: '/',
  article: longArticle,
  photo: photoArticle,
  region: '/regions/jiangsu/',
  'region and topic': '/regions/jiangsu/innovation/',
  topic: '/topics/innovation/',
  all: '/all/',
  issue: wholeIssues[0] ?? '/',
  search: '/search/',
  'search with hits': `/search/?q=${encodeURIComponent('工匠')}`,
  'search without hits': `/search/?q=${encodeURIComponent('工匠 火箭')}`,
  about: '/about/',
  offline: '/offline/',
  'not found': '/404.html',
} as const

export const themeNames = themes.map(({ value }) => value)
export const sizeNames = sizes.map(({ value }) => value)

/** Where a path of the site lies on the server: `served` ends with a slash, a path starts with one. */
export const at = (served: string, path: string) => `${served.replace(/\/$/, '')}${path}`

/** Looks at a page as a reader with that size and theme does. */
export async function dress(page: Page, size: string, theme: string): Promise<void> {
  await page.evaluate(
    ([size, theme]) => Object.assign(document.documentElement.dataset, { size, theme }),
    [size, theme],
  )
}

/** Waits until the elements of the page are there, and what was searched for stands on it. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => customElements.get('settings-panel'))
  if (!new URL(page.url()).searchParams.has('q')) return
  await page.locator('.results :is(mark, .facts), .offers .issue-link').first().waitFor()
  await page.waitForLoadState('networkidle')
}

/** Brings what loads when it comes near: the share row. */
export async function comeNear(page: Page): Promise<void> {
  if ((await page.locator('share-panel').count()) === 0) return
  await page.locator('#share').evaluate(heading => heading.scrollIntoView())
  await page.waitForFunction(() => customElements.get('share-panel'))
  await page.evaluate(() => scrollTo(0, 0))
}

/** Opens all that is folded, and waits for the form of the settings. */
export async function openFolds(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  await page.locator('.settings-panel input').first().waitFor()
}
