// Pages of the invented articles under heads, labels, sub-headings and bylines of the lists: a half of each list at a time.
import type { Article } from '#lib/model/article'
import { articles, type Invented, photos } from './invented'
import { fold, type Level, layPage, type Page, random } from './layout'
import { bylines, heads, labels, subheadings, tipLabels, tips } from './lists'
import { matchItem } from './measure-pages'

/** Which entries of the lists: those worked on, or those kept aside. */
export type Half = 'worked on' | 'aside'

const halfOf = <T>(list: readonly T[], half: Half): readonly T[] =>
  list.filter((_, at) => at % 2 === (half === 'aside' ? 1 : 0))

function dress(bare: Invented, pick: () => number, half: Half): Invented {
  const from = <T>(list: readonly T[]): T => {
    const entries = halfOf(list, half)
    const entry = entries[Math.floor(pick() * entries.length)]
    if (entry === undefined) throw new Error('an empty list')
    return entry
  }
  const plain = bare.paragraphs.filter(text => !text.startsWith('## '))
  const filed = plain[0]?.startsWith('本报讯') ?? false
  const subs = !filed && plain.length >= 4 && pick() < 0.6 ? from(subheadings) : []
  const signed = filed ? undefined : from(bylines)
  const tip = !filed && pick() < 0.4
  const head = from(heads)
  return {
    ...head,
    ...(pick() < 0.35 && { column: from(labels) }),
    ...(tip && { tipLabel: from(tipLabels), tip: from(tips) }),
    ...(signed && { byline: signed.line }),
    paragraphs: plain.flatMap((text, at) => {
      const sub = at > 0 ? subs[at - 1] : undefined
      return sub ? [`## ${sub}`, text] : [text]
    }),
    provinces: [],
    authors: signed ? signed.authors : (bare.authors ?? []),
  }
}

/** A page of five or six articles and two photos, the same for the same seed. */
export function listedPage(level: Level, seed: number, half: Half): Page {
  const pick = random(seed * 104729 + (half === 'aside' ? 7 : 0))
  const shuffle = <T>(list: readonly T[]) =>
    list
      .map(one => ({ one, at: pick() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one)
  const chosen = shuffle(articles).slice(0, 5 + Math.floor(pick() * 2))
  const used = new Set<string>()
  const dressed = chosen.map(one => {
    let item = dress(one, pick, half)
    while (used.has(item.title) || (item.tip && used.has(item.tip))) item = dress(one, pick, half)
    used.add(item.title)
    if (item.tip) used.add(item.tip)
    return item
  })
  return layPage(dressed, shuffle(photos).slice(0, 2), level, seed)
}

export type Roles = Record<
  'title' | 'kicker' | 'subtitle' | 'column' | 'tip' | 'subheadings' | 'authors',
  [number, number]
>

export const noRoles = (): Roles => ({
  title: [0, 0],
  kicker: [0, 0],
  subtitle: [0, 0],
  column: [0, 0],
  tip: [0, 0],
  subheadings: [0, 0],
  authors: [0, 0],
})

const bareText = (text: string) => fold(text).replace(/\s/g, '')

/** Counts what was printed in each role and how much of it was read so. */
export function tallyRoles(
  page: Page,
  read: readonly Article[],
  roles: Roles,
  tell: (line: string) => void = () => {},
): void {
  for (const item of page.items.filter(one => !one.photo)) {
    const found = matchItem(item, read)
    const count = (role: keyof Roles, wanted: string | undefined, have: string | undefined) => {
      if (!wanted) return
      roles[role][1]++
      if (bareText(have ?? '') === bareText(wanted)) roles[role][0]++
      else tell(`${role}: “${wanted}” was read “${have}”`)
    }
    count('title', item.title, found?.title)
    count('kicker', item.kicker, found?.kicker)
    count('subtitle', item.subtitle, found?.subtitle)
    count('column', item.column, found?.column)
    count('tip', item.tip, found?.tip)
    count('authors', item.authors?.join(' '), found?.authors.join(' '))
    const subs =
      found?.blocks.filter(block => block.kind === 'subheading').map(block => bareText(block.text)) ?? []
    for (const text of item.paragraphs.filter(one => one.startsWith('## '))) {
      const wanted = bareText(text.slice(3))
      count(
        'subheadings',
        wanted,
        subs.find(one => one === wanted),
      )
    }
  }
}
