// Rules of axe, WCAG 2.2 AA and good practice, over a page in every theme and both sizes.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { dress, themeNames } from './reading-pages'

declare global {
  var axe: { run: (options: object) => Promise<AxeResults> }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The rules that a theme can break: it changes colours, and edges with them, where the size changes everything that is measured. */
const ofThemes = ['color-contrast', 'link-in-text-block', 'target-size']

type Chosen = {
  /** Rules left out. */
  readonly without?: readonly string[]
  /** The only rules that are tried; all when there are none. */
  readonly only?: readonly string[]
}

/** What breaks a rule on a page as it is now, in words. */
export async function violations(
  page: Page,
  { without = [], only }: Chosen = {},
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const rules = Object.fromEntries(without.map(rule => [rule, { enabled: false }]))
  const options = { resultTypes: ['violations'], rules, ...(only ? { runOnly: [...only] } : {}) }
  const { violations } = await page.evaluate(options => axe.run(options), options)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 120)).join(' | ')}`)
}

/** The same in every theme, standard and care: all rules in the first theme, in the others those that a theme can break. */
export async function violationsInThemes(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const size of ['standard', 'care'])
    for (const [at, theme] of themeNames.entries()) {
      await dress(page, size, theme)
      const broken = await violations(page, at === 0 ? {} : { only: ofThemes })
      found.push(...broken.map(text => `${size} ${theme} ${text}`))
    }
  return found
}

/** What is too faint on a page as it is now, in words, in every theme. */
export async function faintInThemes(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const theme of themeNames) {
    await dress(page, 'standard', theme)
    found.push(...(await violations(page, { only: ['color-contrast'] })).map(text => `${theme} ${text}`))
  }
  return found
}
