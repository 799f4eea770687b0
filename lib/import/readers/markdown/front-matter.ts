// The front matter that a crawler writes above an article: which lines it takes, and what it says of the article.
import { parse } from 'yaml'
import { dateIn } from '../../normalise/left-out/running-head'

export type CrawledFacts = {
  /** How many lines it takes, with its rules. */
  readonly lines: number
  readonly title: string
  /** YYYY-MM-DD. */
  readonly date: string
  readonly publication: string
  readonly page: string
  readonly section: string
  readonly authors: string
}

const fence = /^---[ \t]*\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u
const field = /^[\p{L}_][\p{L}\w -]{0,40}[:：](?:\s|$)/mu

/** Whether a text begins with front matter: a rule, lines with keys, a rule. */
export function hasFrontMatter(text: string): boolean {
  const head = fence.exec(text.replace(/^\ufeff/, '').slice(0, headBound))?.[0]
  return head !== undefined && field.test(head.slice(4))
}

/** In characters: the front matter of a crawler is shorter. */
const headBound = 20_000

/** What the front matter says; undefined when there is none. Crawlers name their keys as they like. */
export function readCrawledFacts(text: string): CrawledFacts | undefined {
  if (!hasFrontMatter(text)) return undefined
  const head = (fence.exec(text.replace(/^\ufeff/, '').slice(0, headBound))?.[0] ?? '').trimEnd()
  const entries = Object.entries(readYamlFields(head.split('\n').slice(1, -1).join('\n'))).map(
    ([key, value]) => [key.toLowerCase(), valueText(value)] as const,
  )
  const named = (pattern: RegExp) => entries.find(([key, value]) => pattern.test(key) && value)?.[1] ?? ''
  const valued = (pattern: RegExp) =>
    entries.map(([, value]) => pattern.exec(value)?.[1]).find(one => one !== undefined) ?? ''
  return {
    lines: head.split('\n').length,
    title: named(/^(?:title|标题|题目)$/u),
    date: dayOf(named(/^(?:date|日期|时间|发布(?:时间|日期)|pub(?:lish(?:ed)?)?(?:_?(?:date|time|at))?)$/u)),
    publication: valued(/^《?([\p{Script=Han}]{2,10}报)》?$/u),
    page: valued(/^第?\s*0*([A-Z]?\d{1,3})\s*版/u),
    section: named(/^(?:section_?name|版面?名称?|栏目版)$/u).replace(
      /^第?\s*[A-Z]?\d{1,3}\s*版\s*[:：]?\s*/u,
      '',
    ),
    authors: named(/^(?:authors?|作者|记者|署名)$/u),
  }
}

/** Nothing where it is no YAML: a title with a colon in it and no quotes. */
function readYamlFields(yaml: string): Readonly<Record<string, unknown>> {
  try {
    const data: unknown = parse(yaml, { schema: 'failsafe', maxAliasCount: 0, logLevel: 'silent' })
    return typeof data === 'object' && data !== null ? { ...data } : {}
  } catch {
    return {}
  }
}

/** Lists become one text; what is nested deeper says nothing. */
function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).filter(Boolean).join('、')
  return typeof value === 'string' ? value.trim() : ''
}

const dayOf = (text: string) => /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? dateIn(text)
