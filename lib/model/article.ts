// Article: the one shape everything speaks. START HERE, then article-fields.ts: the table that says where each field goes.
// Whatever is not printed is an empty string or an empty list; nothing is ever made up to fill a field.
import type { KnownDate } from './dates'
import type { Picture } from './picture'

export type Kind = 'article' | 'photo'

/** `draft`: not published, and may be wrong; `withdrawn`: its page says why it is gone; empty: ready. */
export type Status = 'draft' | 'withdrawn' | ''

/** Lines of source.txt, 1-based, both ends included. */
export type LineRange = { readonly from: number; readonly to: number }

export type BodyBlock = { readonly kind: 'paragraph' | 'subheading'; readonly text: string }

/** A deliberate change of the text: what the source has, what we print, and why (更正说明). */
export type Correction = {
  readonly source: string
  readonly print: string
  readonly why: string
  /** YYYY-MM-DD, when it was made. */
  readonly when?: string
  /** Who made it. */
  readonly by?: string
}

export type Article = {
  /** `<issue>-<NN>`, the address of the article; ASCII, frozen once published. */
  readonly id: string
  readonly issue: string
  /** Place in the issue, from 1, in the order of the page. */
  readonly number: number
  readonly kind: Kind
  readonly status: Status
  /** Why it was withdrawn; empty unless it was. */
  readonly reason: string
  /** 版次 and 版名, as the newspaper's page prints them: 2, A3; 要闻. */
  readonly page: string
  readonly pageTitle: string
  /** 主题. Items without a title exist. */
  readonly title: string
  /** 引题, printed above the title. */
  readonly kicker: string
  /** 副题, printed below the title. */
  readonly subtitle: string
  /** 栏目, the label of the column or series. */
  readonly column: string
  /** 阅读提示, 编者按 …: the label as printed, and the text under it. */
  readonly tipLabel: string
  readonly tip: string
  /** 署名 as printed on a line of its own; for a photo its credit (新华社记者 姜克红 摄). */
  readonly byline: string
  /** A second line of that sort at the foot of the text, as printed: （株洲市总工会供稿 2024-11-08）. */
  readonly signature: string
  /** 责任编辑, as printed at the end of the item: 责任编辑：王芳. */
  readonly editor: string
  /** Names only, without roles. */
  readonly authors: readonly string[]
  readonly photographers: readonly string[]
  /** Names of regions, which are provinces unless the owner of the site has others. The first is the primary one; empty means 全国. */
  readonly provinces: readonly string[]
  /** Prefecture- or county-level names, short: 成都, 胶州. */
  readonly cities: readonly string[]
  /** Empty when the text gives no evidence for one. */
  readonly topic: string
  /** YYYY, YYYY-MM or YYYY-MM-DD, only if printed with the item itself. */
  readonly date: string
  /** `web`: written for the site beside the items of a page, so no line of source.txt is its own; else empty. */
  readonly origin: 'web' | ''
  /** What of source.txt the item was made of, in reading order. */
  readonly lines: readonly LineRange[]
  /** Its photographs and drawings, in the order of the page; the first is the main one. */
  readonly pictures: readonly Picture[]
  readonly corrections: readonly Correction[]
  /** The Markdown of the body, and the same as plain text, block by block. */
  readonly body: string
  readonly blocks: readonly BodyBlock[]
}

/** An article without its text: all that lists need. */
export type ArticleFacts = Omit<Article, 'body' | 'blocks'>

/** Facts about an issue as a whole, kept by an editor in content/<issue>/issue.md. */
export type Issue = {
  readonly id: string
  readonly title: string
  /** YYYY, YYYY-MM or YYYY-MM-DD; inherited by items that print no date of their own. */
  readonly date: string
  /** Why we believe the date, when the page does not print it. Not empty = the date is inferred. */
  readonly dateBasis: string
  /** The newspaper, only if it is known. */
  readonly publication: string
  /** As an article's: it holds for all of its articles. Left out: ready. */
  readonly status?: Exclude<Status, ''>
  /** Why it was withdrawn. */
  readonly reason?: string
  /** Numbers of the articles that come first, in this order; the others follow by their numbers. */
  readonly order?: readonly number[]
  /** Number of the article that leads the front page while the issue is the newest. */
  readonly lead?: number
}

/** The number of an article as its id and its file have it: 03, 117. */
export const printNumber = (number: number): string => String(number).padStart(2, '0')

/** The date to show for an article: its own, else its issue's; undefined when neither is known. */
export function dateOf(article: ArticleFacts, issue: Issue | undefined): KnownDate | undefined {
  return article.date ? { value: article.date, inferred: false } : dateOfIssue(issue)
}

/** The date of an issue; undefined when it is not known. */
export function dateOfIssue(issue: Issue | undefined): KnownDate | undefined {
  return issue?.date ? { value: issue.date, inferred: issue.dateBasis !== '' } : undefined
}

/** Number of characters of the body, white space left out. */
export function characterCount(article: Article): number {
  return [
    ...article.blocks
      .map(block => block.text)
      .join('')
      .replace(/\s/gu, ''),
  ].length
}
