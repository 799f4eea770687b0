// A text that an editor pastes or drops to write from: read by the readers of pages, so that nothing unseen and nothing of a web page comes along.
import { readBlocks } from '../import/readers/html/blocks'
import { openSource } from '../issues/open-source'
import type { GivenFile } from '../issues/source'
import type { Article } from '../model/article'
import type { Cleaned } from './wire'

const nothing: Cleaned['text'] = { title: '', kicker: '', subtitle: '', column: '', byline: '', body: '' }

/** Reads a file as an import would: Word, a web page, text. What the readers refuse of a web page is taken block by block. Nothing is written. */
export function cleanText(part: GivenFile): Cleaned {
  const whole = isFragment(part) ? { ...part, bytes: wrapped(part.bytes) } : part
  const source = openSource([whole])
  if (Array.isArray(source)) {
    if (/\.html?$/.test(part.file)) return fromBlocks(Buffer.from(part.bytes).toString('utf8'))
    return { text: nothing, lines: [], fault: source.map(({ message }) => message).join('；') }
  }
  const { articles, leftOut } = source.read('paste-1')
  const reasons = new Map(
    leftOut.flatMap(({ lines: { from, to }, reason, text }) =>
      text ? [] : Array.from({ length: to - from + 1 }, (_, at) => [from + at, reason] as const),
    ),
  )
  const lines = source.text.split('\n').flatMap((text, at) => {
    return text.trim() ? [{ text: text.trim(), out: reasons.get(at + 1) ?? '' }] : []
  })
  return { text: oneOf(articles), lines, fault: '' }
}

/** What browsers put on the clipboard is the inside of a page. */
const isFragment = ({ file, bytes }: GivenFile) =>
  /\.html?$/.test(file) && !/<html[\s>]/i.test(Buffer.from(bytes).toString('utf8', 0, 2_000))

const wrapped = (bytes: Uint8Array) =>
  Buffer.concat([Buffer.from('<!DOCTYPE html><html><body>'), bytes, Buffer.from('</body></html>')])

/** Several articles as one: the titles of all but the first are sub-headings. */
function oneOf(articles: readonly Article[]): Cleaned['text'] {
  const [first] = articles
  if (!first) return nothing
  const { title, kicker, subtitle, column, byline } = first
  const textsOf = (article: Article) => [
    ...(article === first ? [] : headsOf(article)),
    ...article.blocks.map(({ kind, text }) => (kind === 'subheading' ? `## ${text}` : text)),
    ...[article.signature, article.editor].filter(Boolean),
  ]
  const tip = [[first.tipLabel, first.tip].filter(Boolean).join('：')].filter(Boolean)
  const body = [...tip, ...articles.flatMap(textsOf)].join('\n\n')
  return { title, kicker, subtitle, column, byline, body }
}

const headsOf = ({ title, kicker, subtitle, column, byline, tipLabel, tip }: Article) => [
  ...[kicker, column].filter(Boolean),
  ...(title ? [`## ${title}`] : []),
  ...[subtitle, byline, tipLabel, tip].filter(Boolean),
]

/** What browsers copy of a page need not be a page: every block of it that is seen, headings as such. */
function fromBlocks(html: string): Cleaned {
  const { blocks } = readBlocks(html)
  const lines = blocks.map(({ text, linked }) => ({
    text,
    out: linked >= text.replace(/\s/gu, '').length ? '链接' : '',
  }))
  const kept = blocks.filter((_, at) => lines[at]?.out === '')
  const body = kept.map(({ text, level }) => (level > 0 ? `## ${text}` : text)).join('\n\n')
  return { text: { ...nothing, body }, lines, fault: '' }
}
