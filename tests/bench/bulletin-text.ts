// The text of the generated bulletins: a story is drawn, then told sentence by sentence from the grammar.
import type { BodyBlock } from '#lib/model/article'
import type { ProvinceName } from '#lib/model/provinces'
import { type BuiltInTopic, builtInTopics as topics } from '#lib/model/topics'
import { actions, clauses, nounPhrases, quotes, sayings, small } from './bulletin-clauses'
import * as lexicon from './bulletin-words'

export type Random = () => number

/** mulberry32: 32 bits of state, the same numbers on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const even = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T

/** Zipf's law with a flattened head: the word at place i has a weight of about 1 / (i + 4). */
export const zipf = <T>(random: Random, list: readonly T[]): T =>
  list[Math.min(list.length - 1, Math.floor(4 * ((list.length + 4) / 4) ** random() - 4))] as T

export const between = (random: Random, from: number, to: number) =>
  from + Math.floor(random() * (to - from + 1))

export function weighted(random: Random, list: readonly (readonly [ProvinceName, number])[]): ProvinceName {
  let left = random() * list.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [name, weight] of list) {
    left -= weight
    if (left < 0) return name
  }
  return '山东'
}

/** Names are where rare characters live: one in thirty has any of the 20,902 of the first Unicode block. */
const givenName = (random: Random) =>
  random() < 0.03
    ? String.fromCodePoint(between(random, 0x4e00, 0x9fa5))
    : zipf(random, lexicon.givenSyllables)

const inventPerson = (random: Random) =>
  zipf(random, lexicon.surnames) +
  givenName(random) +
  (random() < 0.7 ? even(random, lexicon.givenSyllables) : '')

const inventFirm = (random: Random, town: string) =>
  `${random() < 0.7 ? town : ''}${even(random, lexicon.firmSyllables)}${even(random, lexicon.firmSyllables)}` +
  `${zipf(random, lexicon.industries)}${even(random, ['有限公司', '有限公司', '公司', '集团', '股份有限公司', '厂'])}`

/** Who and where a story is about: drawn once, then spoken of again and again, as in print. */
export type Story = {
  readonly random: Random
  readonly province: ProvinceName
  readonly town: string
  readonly topic: BuiltInTopic
  readonly people: readonly string[]
  readonly firms: readonly string[]
}

export function tellStory(random: Random): Story {
  const province = weighted(random, lexicon.provinceWeights)
  const town = even(random, lexicon.towns[province] ?? [province])
  const topic = even(random, topics).name
  const people = [1, 2, 3, 4].map(() => inventPerson(random))
  return { random, province, town, topic, people, firms: [1, 2].map(() => inventFirm(random, town)) }
}

const decimal = (random: Random, most: number) => (random() * most).toFixed(even(random, [1, 1, 2]))

/** What may stand for each {slot}. */
const slots: Readonly<Record<string, (story: Story) => string>> = {
  n: ({ random }) => zipf(random, lexicon.nouns),
  v: ({ random }) => zipf(random, lexicon.verbs),
  a: ({ random }) => zipf(random, lexicon.adjectives),
  adv: ({ random }) => zipf(random, lexicon.adverbs),
  m: ({ random }) => zipf(random, lexicon.measures),
  tn: ({ random, topic }) => zipf(random, lexicon.topicWords[topic].nouns),
  tv: ({ random, topic }) => zipf(random, lexicon.topicWords[topic].verbs),
  doing: ({ random, topic }) => zipf(random, lexicon.topicWords[topic].doings),
  role: ({ random }) => zipf(random, lexicon.roles),
  industry: ({ random }) => zipf(random, lexicon.industries),
  tech: ({ random }) => even(random, lexicon.frontTechnical) + even(random, lexicon.backTechnical),
  lat: ({ random }) => zipf(random, lexicon.latin),
  two: ({ random }) => even(random, lexicon.firmSyllables) + even(random, lexicon.firmSyllables),
  slogan: ({ random }) => zipf(random, lexicon.slogans),
  org: ({ random, town }) => (random() < 0.4 ? town : '') + zipf(random, lexicon.organisations),
  town: ({ town }) => town,
  place: ({ town, province }) => `${province === town ? '' : province}${town}`,
  firm: ({ random, firms, town }) => (random() < 0.8 ? zipf(random, firms) : inventFirm(random, town)),
  person: ({ random, people }) => (random() < 0.8 ? zipf(random, people) : inventPerson(random)),
  year: ({ random }) => String(between(random, 2012, 2024)),
  month: ({ random }) => String(between(random, 1, 12)),
  day: ({ random }) => String(between(random, 1, 28)),
  num: ({ random }) => String(Math.ceil(10 ** (random() * 3.6))),
  wan: ({ random }) => `${decimal(random, random() < 0.8 ? 20 : 400)}万`,
  pct: ({ random }) => `${decimal(random, 100)}%`,
  np: story => fill(zipf(story.random, nounPhrases), story),
  act: story => fill(zipf(story.random, actions), story),
  say: story => fill(even(story.random, sayings), story),
  ...Object.fromEntries(
    Object.entries(small).map(([slot, list]) => [
      slot,
      (story: Story) => fill(even<string>(story.random, list), story),
    ]),
  ),
}

export function fill(rule: string, story: Story): string {
  return rule.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const draw = slots[slot]
    if (!draw) throw new Error(`no such slot: ${slot}`)
    return draw(story)
  })
}

export function sentence(story: Story): string {
  const quoted = story.random() < 0.15
  const text = fill(quoted ? even(story.random, quotes) : zipf(story.random, clauses), story)
  return /[。！？]”$/u.test(text) ? text : `${text}。`
}

export function paragraph(story: Story): string {
  return Array.from({ length: between(story.random, 2, 5) }, () => sentence(story)).join('')
}

export function writeBody(story: Story, dateline: string, length: number): readonly BodyBlock[] {
  const blocks: BodyBlock[] = []
  for (let written = 0; written < length; written += blocks.at(-1)?.text.length ?? length) {
    const opening = blocks.length === 0 ? dateline : ''
    if (opening === '' && story.random() < 0.06) {
      blocks.push({ kind: 'subheading', text: fill(zipf(story.random, actions.slice(0, 3)), story) })
    }
    blocks.push({ kind: 'paragraph', text: opening + paragraph(story) })
  }
  return blocks
}
