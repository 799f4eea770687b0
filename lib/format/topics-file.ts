// The topics of a site in place of those that come with it, content/topics.md.
import type { Topic } from '../model/own-settings'
import type { Problem } from '../model/problem'
import { readerOf } from './field-reader'
import { readFrontMatter } from './front-matter'
import { namesIn, noteTwice, readEntries } from './group-entries'
import { longest, nameRule, slugRule } from './site-rules'

export const topicKeys = ['name', 'slug', 'covers'] as const
export const optionalTopicKeys = ['terms', 'formerly', 'formerSlugs'] as const

const mostTopics = 60

/** Where stories stand without a topic: model/regions.ts. */
const unsorted = { name: '未分类', slug: 'other' } as const

/** Reads topics.md: the topics in their order, or all problems at once. */
export function parseTopics(text: string, file: string): { readonly topics: readonly Topic[] } | Problem[] {
  const front = readFrontMatter(text, file)
  if (Array.isArray(front)) return front
  const reader = readerOf(front, file, ['topics'], () => undefined)
  reader.need('topics')
  const entries = readEntries(front.fields, 'topics', topicKeys, optionalTopicKeys, reader, mostTopics)
  const topics = entries.map(
    ({ text: read, slugs }): Topic => ({
      name: read('name', nameRule(16)),
      slug: read('slug', slugRule),
      says: read('covers', longest('covers', 80)),
      terms: namesIn(read('terms')),
      formerly: namesIn(read('formerly')),
      formerSlugs: slugs('formerSlugs'),
    }),
  )
  // A region's page of a topic and of a city are siblings: /regions/shanxi/city/…
  noteTwice(entries, reader, [unsorted, { name: '', slug: 'city' }])
  return reader.problems.length > 0 ? reader.problems : { topics }
}
