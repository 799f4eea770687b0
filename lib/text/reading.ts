// What a list or a heading says about an article before it is read: its name, its opening, its length.
import type { Article, Issue } from '../model/article'
import { formatDate } from '../model/dates'

/** 本报讯（记者刘建林 李彦斌）, 本报讯 记者关小舟报道：, 新华社北京11月8日电（…）: says who reports, not what happened. */
const dateline =
  /^(?:本报|新华社|中新社)[^。，！？“]{0,20}?(?:讯|电)\s*(?:（[^）]{1,60}）|(?:[^。，！？“]{1,40}?(?:报道|摄影报道)：))?\s*/u

/** A text without the words in front that say who reports. */
export const withoutDateline = (text: string) => text.replace(dateline, '')

/** The title; of an item without one, its opening words, at most 24 characters. Never empty. */
export function displayTitle(article: Article): string {
  if (article.title) return article.title
  const opening = [...withoutDateline(article.blocks[0]?.text ?? '')]
  return opening.length > 24 ? `${opening.slice(0, 24).join('')}…` : opening.join('') || article.id
}

/** The opening of an article for a card: whole sentences up to about `limit` characters, at least one. The tip if there is one. */
export function leadOf(article: Article, limit = 90): string {
  const opening =
    article.tip || withoutDateline(article.blocks.find(({ kind }) => kind === 'paragraph')?.text ?? '')
  const sentences = opening.match(/[^。！？]*[。！？]+[”’）]*|[^。！？]+$/gu) ?? []
  let lead = ''
  for (const sentence of sentences) {
    if (lead && lead.length + sentence.length > limit) break
    lead += sentence
  }
  return lead
}

export type Minutes = { readonly from: number; readonly to: number }

/** Reading time in minutes for that many characters: 500 a minute for a quick reader, 300 for a slow one. */
export function readingMinutes(characters: number): Minutes {
  return { from: Math.ceil(characters / 500), to: Math.ceil(characters / 300) }
}

/** “3–4 分钟”, “1 分钟”. */
export function formatMinutes({ from, to }: Minutes): string {
  return from === to ? `${to} 分钟` : `${from}–${to} 分钟`
}

/** “第2版 要闻”: where in the newspaper an article stood; '' when it is not known. */
export function pageName({ page, pageTitle }: { readonly page: string; readonly pageTitle: string }): string {
  return [page && `${/^\d/.test(page) ? '第' : ''}${page}版`, pageTitle].filter(Boolean).join(' ')
}

/** An issue at the head of a page: its title, else its newspaper and date; its id only where nothing else is known. */
export function issueHeadline({ title, date, publication, id }: Issue): string {
  return title || [publication, formatDate(date)].filter(Boolean).join(' ') || id
}

/** What to call an issue among others: its title; where an editor gave none its date and id, 2024年11月（gh202411）; else the id. */
export function issueName({ title, date, id }: Issue): string {
  return title || (date ? `${formatDate(date)}（${id}）` : id)
}
