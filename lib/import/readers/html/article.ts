// Which blocks of a web page are its article, and what each is: by the tags of 方正 systems, by headings and paragraphs, by the reader view.
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { isByline } from '../is-byline'
import { type HtmlBlock, type HtmlPage, readBlocks } from './blocks'

export type HtmlRole = 'kicker' | 'title' | 'subtitle' | 'byline' | 'text' | 'subheading' | 'caption'

/** The part that each block of the page is; undefined for what belongs to no article. */
type HtmlRoles = readonly (HtmlRole | undefined)[]

/** How the article was found, for the editor. */
type Basis = '方正标签' | '标题和段落' | '浏览器的阅读模式'

export type FoundArticle = { readonly parts: HtmlRoles; readonly basis: Basis; readonly date: string }

/** Finds the article of a saved page; undefined when there is none. */
export function findArticle(html: string, page: HtmlPage): FoundArticle | undefined {
  const fields = readFields(page.comments)
  const tagged = byTags(page, fields)
  if (tagged) return { parts: tagged, basis: '方正标签', date: fields.date }
  const found = byReaderView(html, page, fields)
  return found && { ...found, date: fields.date }
}

type HtmlFields = {
  readonly title: string
  readonly kicker: string
  readonly subtitle: string
  readonly date: string
}

/** <!--enpproperty <date>…</date><title>…</title> … /enpproperty-->: the fields of an article as 方正翔宇 writes them. */
function readFields(comments: readonly string[]): HtmlFields {
  const all = comments.find(text => /enpproperty/i.test(text)) ?? ''
  const field = (name: string) => {
    const inner = new RegExp(`<${name}>([\\s\\S]{0,500}?)</${name}>`, 'i').exec(all)?.[1] ?? ''
    return inner.replace(/<[^<>]{0,100}>/gu, '').trim()
  }
  return {
    title: field('title'),
    kicker: field('introtitle'),
    subtitle: field('subtitle'),
    date: /^\d{4}-\d{2}-\d{2}/.exec(field('date'))?.[0] ?? '',
  }
}

const tagNames: readonly (readonly [pattern: RegExp, part: HtmlRole])[] = [
  [/^founder-(?:title|headline)$/, 'title'],
  [/^founder-(?:introtitle|pretitle|yinti)$/, 'kicker'],
  [/^founder-(?:subtitle|futi)$/, 'subtitle'],
  [/^founder-(?:author|byline)$/, 'byline'],
  [/^founder-(?:content|body)$/, 'text'],
]

const bareName = (label: string) => label.split('.')[0] ?? ''
const flat = (text: string) => text.replace(/\s/gu, '')

function byTags({ blocks, title }: HtmlPage, fields: HtmlFields): HtmlRoles | undefined {
  const parts = blocks.map((block): HtmlRole | undefined => {
    const names = block.path.map(bareName)
    const tag = tagNames.findLast(([pattern]) => names.some(name => pattern.test(name)))?.[1]
    const marked = block.marks.some(mark => /^(?:enpcontent|foundercontent)$/.test(mark)) ? 'text' : undefined
    const part = tag ?? marked
    return part === 'text' ? textPart(block) : part
  })
  const first = parts.indexOf('text')
  if (first < 0) return undefined
  const named = withFields(blocks, parts, fields)
  if (!named.includes('title')) return withHeadings({ blocks, title }, named, first, fields)
  const above = named.indexOf('title')
  return named.map((part, at) => {
    const between = above < at && at < first
    return part ?? (between && isByline(blocks[at]?.text ?? '') ? 'byline' : undefined)
  })
}

/** Where neither tags nor the comment name a title: the headings right above the text. */
function withHeadings(
  page: Pick<HtmlPage, 'blocks' | 'title'>,
  parts: HtmlRoles,
  first: number,
  fields: HtmlFields,
): HtmlRoles {
  const title = findTitle(page, first, fields)
  if (title === undefined) return parts
  return parts.map((part, at) => part ?? (at < first ? headPart(page.blocks[at], at, title) : undefined))
}

/** What a block above the text is, by where it stands from the title. */
function headPart(block: HtmlBlock | undefined, at: number, title: number): HtmlRole | undefined {
  if (!block) return undefined
  if (at === title) return 'title'
  if (isByline(block.text) && at > title) return 'byline'
  if (block.level === 0 || Math.abs(at - title) > 2) return undefined
  return at < title ? 'kicker' : 'subtitle'
}

/** Headings that the tags leave out stand in the page's comment word for word. */
function withFields(blocks: readonly HtmlBlock[], parts: HtmlRoles, fields: HtmlFields): HtmlRoles {
  const named: HtmlRole[] = ['title', 'kicker', 'subtitle']
  return parts.map((part, at) => {
    if (part !== undefined) return part
    const text = flat(blocks[at]?.text ?? '')
    return named.find(
      name =>
        (name === 'title' || name === 'kicker' || name === 'subtitle') &&
        fields[name] !== '' &&
        flat(fields[name]) === text &&
        !parts.includes(name),
    )
  })
}

/** What a block in the body of an article is. */
function textPart({ level, bold, text }: HtmlBlock): HtmlRole {
  const short = text.length <= 26 && !/[。；，：]$/u.test(text)
  return short && (level > 0 || bold) ? 'subheading' : 'text'
}

const isProse = ({ text, linked }: HtmlBlock) =>
  linked < 0.3 * text.length && (/[。！？]/u.test(text) || text.length >= 40)

/** In characters: below, an article is not told from the page around it. */
const leastText = 60

/** What the reader view of browsers takes for the article, and the headings right above its first paragraph. */
function byReaderView(
  html: string,
  page: HtmlPage,
  fields: HtmlFields,
): { readonly parts: HtmlRoles; readonly basis: Basis } | undefined {
  if (page.deep) return undefined
  const { blocks } = page
  const content = new Set(readBlocks(readerView(html)).blocks.map(block => flat(block.text)))
  const inside = blocks.map(block => content.has(flat(block.text)) && block.linked < 0.5 * block.text.length)
  const prose = blocks.filter((block, at) => inside[at] && isProse(block))
  if (prose.reduce((sum, block) => sum + block.text.length, 0) < leastText) return undefined
  const first = blocks.findIndex((block, at) => inside[at] && isProse(block))
  const last = blocks.findLastIndex((block, at) => inside[at] && (isProse(block) || isByline(block.text)))
  const title = findTitle(page, first, fields)
  const parts = blocks.map((block, at): HtmlRole | undefined => {
    if (at >= first && at <= last && inside[at]) return textPart(block)
    return title === undefined || at >= first ? undefined : headPart(block, at, title)
  })
  return {
    parts: withFields(blocks, parts, fields),
    basis: title === undefined ? '浏览器的阅读模式' : '标题和段落',
  }
}

/** The HTML of the article as Mozilla's Readability finds it; '' when it finds none. Scripts are not run. */
function readerView(html: string): string {
  try {
    const { document } = parseHTML(html)
    return new Readability(document, { charThreshold: leastText }).parse()?.content ?? ''
  } catch {
    return ''
  }
}

/** The heading of the highest rank above the text, or the line that the page's own title begins with. */
function findTitle(
  { blocks, title }: Pick<HtmlPage, 'blocks' | 'title'>,
  first: number,
  fields: HtmlFields,
): number | undefined {
  const above = blocks.slice(0, first).map((block, at) => ({ block, at }))
  const named = above.findLast(({ block }) => fields.title !== '' && flat(block.text) === flat(fields.title))
  if (named) return named.at
  const said = above.findLast(
    ({ block }) => block.text.length >= 4 && block.linked === 0 && flat(title).startsWith(flat(block.text)),
  )
  if (said) return said.at
  const headings = above.filter(({ block }) => block.level > 0 && block.linked < block.text.length)
  const rank = Math.min(...headings.map(({ block }) => block.level))
  return headings.findLast(({ block }) => block.level === rank)?.at
}
