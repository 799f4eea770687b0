// Whether a page makes sense as it was read: what could hide a wrong page is a doubt that names its lines.
import { readDateline } from '../language/datelines'
import { width } from '../language/measure'
import { endsSentence, looseMarks } from '../language/sentence'
import type { Fields } from '../pipeline/fields'
import type { Paragraph, Story } from '../pipeline/stitch'
import { type Guess, quote } from './guess'

/** Doubts about the page as a whole. */
export function pageGuesses(items: readonly Fields[]): readonly Guess[] {
  const nowhere = items.length > 0 && items.every(({ provinces }) => provinces.length === 0)
  if (!nowhere) return []
  const message = '全版没有一个地名，各篇都按全国处理；评论、副刊如此，消息不会，请看文字是否有误'
  return [{ kind: 'sense', risk: 6, lines: [], message }]
}

type Check = (story: Story, fields: Fields) => readonly Guess[]

/** What in an item speaks against its being one article, whole and of text. */
export function itemGuesses(story: Story, fields: Fields): readonly Guess[] {
  return checks.flatMap(check => check(story, fields))
}

const doubt = (risk: number, lines: readonly number[], message: string): Guess[] =>
  lines.length > 0 ? [{ kind: 'sense', risk, lines, message }] : []

const linesOf = (paragraphs: readonly Paragraph[]) => paragraphs.flatMap(({ block }) => block.lines)

/** A headline and nothing below. */
const bare: Check = ({ paragraphs, headings }, { kind }) =>
  paragraphs.length === 0 && kind === 'article'
    ? doubt(
        8,
        headings.flatMap(block => block.lines),
        '只有标题，没有正文：是目录、图注，还是正文归到了别处',
      )
    : []

/** Reports begin with a dateline; a second one begins another report. */
const datelines: Check = ({ paragraphs }) => {
  const later = paragraphs.findIndex(({ block }, at) => at > 0 && readDateline(block.text) !== undefined)
  if (later < 0) return []
  return doubt(
    9,
    linesOf(paragraphs.slice(later)),
    `${quote(paragraphs[later]?.block.text ?? '')}又是一个电头，可能是另一篇`,
  )
}

/** In ems: a heading that is longer, a paragraph that is longer, has swallowed something. */
const longest = { heading: 44, paragraph: 700 } as const

const long: Check = ({ headings, paragraphs }) => [
  ...headings
    .filter(block => width(block.text) > longest.heading || /。./u.test(block.text))
    .flatMap(block => doubt(8, block.lines, `标题${quote(block.text, 16)}过长或带句号，可能是正文`)),
  ...paragraphs
    .filter(({ block }) => width(block.text) > longest.paragraph)
    .flatMap(({ block }) =>
      doubt(6, block.lines, `一段有 ${Math.round(width(block.text))} 字，可能是几段连在了一起`),
    ),
]

/** Paragraphs end in a full stop; where several do not, lines were taken for paragraphs or headings for text. */
const ends: Check = ({ paragraphs }, { kind }) => {
  const text = paragraphs.filter(({ block, subheading }) => !subheading && block.hint === undefined)
  const open = text
    .slice(0, -1)
    .filter(({ block }) => !endsSentence(block.folded) && !/[:：;；]$/u.test(block.folded))
  if (kind === 'photo' || open.length === 0) return []
  const risk = open.length > 0.3 * text.length ? 8 : 6
  return doubt(risk, linesOf(open), `${open.length} 段不以句号收尾，可能断错了段，或混进了标题`)
}

/** A paragraph that begins with a mark no line begins with, or has marks that open or close nothing. */
const marks: Check = ({ paragraphs }) =>
  paragraphs
    .filter(({ block }) => {
      const { open, close } = looseMarks(block.folded)
      return /^[,，。、；;：:！!？?）)”’》]/u.test(block.folded) || close.length > 0 || open.length > 1
    })
    .flatMap(({ block }) =>
      doubt(5, block.lines, `${quote(block.text, 8)}一段的引号或括号不成对，可能接错了`),
    )

/** A sub-heading seldom stands alone: what follows may be another article. */
const alone: Check = ({ paragraphs }) => {
  const heads = paragraphs.flatMap(({ subheading }, at) => (subheading ? [at] : []))
  const [first] = heads
  if (first === undefined || heads.length > 1) return []
  const text = paragraphs[first]?.block.text ?? ''
  return doubt(
    7,
    linesOf(paragraphs.slice(first)),
    `只有一个小标题${quote(text, 16)}，它和其后的文字可能是另一篇`,
  )
}

/** Words of sites and of running heads amid text. */
const foreign: Check = ({ paragraphs, headings }) =>
  [...headings, ...paragraphs.map(({ block }) => block)]
    .filter(({ folded }) =>
      /上一[篇版]|下一[篇版]|版权所有|扫码关注|ICP备|责任编辑[:：]|^第?\d+版|下转第|上接第|<\/?[a-z]+[ >]/iu.test(
        folded,
      ),
    )
    .flatMap(block => doubt(7, block.lines, `${quote(block.text, 16)}不像正文，可能是版面或网站上的字`))

const checks: readonly Check[] = [bare, datelines, long, ends, marks, alone, foreign]
