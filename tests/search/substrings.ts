// Random pieces of articles, the same ones each time.
import type { Article } from '#lib/model/article'

/** A linear congruential generator: numbers from 0 to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return state / 2 ** 32
  }
}

/** `least` to `most` characters in a row from a field or paragraph of some article. */
export function substringOf(
  articles: readonly Article[],
  random: () => number,
  least: number,
  most: number,
): string {
  const article = articles[Math.floor(random() * articles.length)]
  const fields = [
    article?.title ?? '',
    article?.kicker ?? '',
    ...(article?.blocks ?? []).map(({ text }) => text),
  ]
  const characters = [...(fields[Math.floor(random() * fields.length)] ?? '')]
  const length = Math.min(characters.length, least + Math.floor(random() * (most - least + 1)))
  const from = Math.floor(random() * (characters.length - length + 1))
  return characters.slice(from, from + length).join('')
}
