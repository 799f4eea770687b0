// Text that may stand in the wrong place: a caption in an article, a credit above a title, a label in one, half an article.
import { readByline } from '../language/bylines'
import { captionOpening, readDateline } from '../language/datelines'
import { looksLikeName } from '../language/names'
import { endsSentence, foldWidth } from '../language/sentence'
import type { Fields } from '../pipeline/fields'
import type { Story } from '../pipeline/stitch'
import { type Guess, quote } from './guess'

/** An item of a page as it was read. */
export type ReadItem = { readonly story: Story; readonly fields: Fields }

type Check = (item: ReadItem, all: readonly ReadItem[]) => readonly Guess[]

/** What in an item may belong elsewhere, or something elsewhere to it; `all`: the items of the page. */
export function misplacedGuesses(item: ReadItem, all: readonly ReadItem[]): readonly Guess[] {
  return checks.flatMap(check => check(item, all))
}

/** 图为…, a credit in brackets anywhere, 记者 姜克红 摄 at the end: words of captions. */
const captionWords = new RegExp(
  [
    captionOpening.source,
    '[(（][^()（）。]{2,24}(?:摄|供图)[)）]',
    '(?:记者|通讯员|新华社)[^。，,]{1,14} ?摄$',
  ].join('|'),
  'u',
)

/** The caption of a picture among the paragraphs of an article. */
const caption: Check = ({ story, fields }) => {
  if (fields.kind === 'photo') return []
  const found = story.paragraphs.filter(
    ({ block, subheading }, at) => !subheading && at > 0 && captionWords.test(block.folded.trim()),
  )
  return found.map(({ block }) => ({
    kind: 'caption',
    risk: 7,
    lines: block.lines,
    message: `${quote(block.text, 16)}像是图片说明，可能不是这一篇的正文`,
  }))
}

const headingLines = (story: Story, text: string) =>
  story.headings.filter(block => text.includes(block.text.slice(0, 6))).flatMap(block => block.lines)

/** 本报全媒体记者乔立言通讯员武青禾, set without spaces and so not read as a byline, with spaces around its roles. */
const spaced = (text: string) =>
  text.replace(/(?<!特约|本报)(?=通讯员|摄影|撰文)/gu, ' ').replace(/记者|通讯员|摄影|撰文/gu, '$& ')

function isCredit(text: string): boolean {
  const read = readByline(text)
  if (read) return read.photo || read.people.some(({ role }) => role !== '')
  const people = readByline(spaced(text))?.people ?? []
  return people.some(({ role }) => role !== '') && people.every(({ name }) => looksLikeName(name))
}

const headings = { kicker: '引题', title: '主题', subtitle: '副题' } as const

/** Names and roles where a heading stands. */
const credit: Check = ({ story, fields }) =>
  (['kicker', 'title', 'subtitle'] as const).flatMap((field): readonly Guess[] => {
    const text = fields[field]
    if (text === '' || !isCredit(text)) return []
    const message = `${headings[field]}${quote(text, 16)}像是署名，可能应作署名`
    return [{ kind: 'credit', risk: 7, lines: headingLines(story, text), message }]
  })

/** 【工会论坛】让劳模…, 图片新闻｜共享工具屋. */
const labelled =
  /^(?:[【[〔][^】\]〕]{2,10}[】\]〕]\s*|(?:图片新闻|新闻速递|工会论坛|工会观察|记者手记|短评|时评|快评|特写|图片报道)(?:[｜|:：·]\s*|\s+)|\p{Script=Han}{2,6}[｜|]\s*)(?=.{4})/u

/** The label of a column in a title. */
const label: Check = ({ story, fields }) => {
  const found = labelled.exec(foldWidth(fields.title))?.[0]
  if (!found) return []
  const message = `主题${quote(fields.title, 16)}以${quote(found.trim())}开头，像是栏目，可能应分开`
  return [{ kind: 'label', risk: 5, lines: headingLines(story, fields.title), message }]
}

/** Nothing in the text says what it is about. */
const topic: Check = ({ story, fields }) => {
  if (fields.topic !== '') return []
  const lines = [...story.headings, ...story.paragraphs.map(({ block }) => block)].flatMap(one => one.lines)
  const message = '没有足以确定主题的词，归在“未分类”，请看能不能归入一类'
  return [{ kind: 'topic', risk: 3, lines: lines.slice(0, 1), message }]
}

/** Text without a headline that begins where another item breaks off. */
const half: Check = (item, all) => {
  const first = item.story.paragraphs[0]?.block
  if (item.story.headings.length > 0 || item.fields.kind === 'photo' || !first) return []
  const open = all.find(other => {
    const last = other.story.paragraphs.at(-1)?.block
    return other !== item && last !== undefined && !endsSentence(last.folded)
  })
  const midway = /^[，。；：、！？”’）》,;:!?)]/u.test(first.text)
  if (!midway && (!open || readDateline(first.text))) return []
  const of = open ? `可能是${quote(open.fields.title || '另一篇', 16)}的后一半` : '可能是另一篇的后一半'
  return [{ kind: 'half', risk: 9, lines: first.lines, message: `${quote(first.text)}没有标题，${of}` }]
}

const checks: readonly Check[] = [caption, credit, label, topic, half]
