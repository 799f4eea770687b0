// Stage 5, stories → fields: headings sorted, people named, places and topic found, punctuation full-width again.
import type { Kind } from '../../model/article'
import { bylineGuesses, placeGuesses, slipGuesses, titleGuesses } from '../edition/field-guesses'
import type { Guess } from '../edition/guess'
import { type Byline, type Person, readBareNames, readByline } from '../language/bylines'
import { type Dateline, readDateline, readTail } from '../language/datelines'
import { sortHeadings } from '../language/headings'
import { widen } from '../language/punctuation'
import { locate, type Regions } from '../language/regions'
import { topicOf } from '../language/topics-of'
import type { Block } from './blocks'
import { briefSignatures, isBriefs } from './briefs'
import { inlineLabel } from './roles'
import type { Paragraph, Story } from './stitch'

export type Fields = {
  readonly kind: Kind
  readonly title: string
  readonly kicker: string
  readonly subtitle: string
  readonly column: string
  readonly tipLabel: string
  readonly tip: string
  readonly byline: string
  readonly signature: string
  readonly authors: readonly string[]
  readonly photographers: readonly string[]
  readonly provinces: readonly string[]
  readonly cities: readonly string[]
  readonly topic: string
  readonly date: string
  readonly paragraphs: readonly { readonly text: string; readonly subheading: boolean }[]
  /** Lines of the source in reading order. */
  readonly lines: readonly number[]
  readonly guesses: readonly Guess[]
}

type Credits = {
  readonly byline: string
  readonly signature: string
  readonly read: readonly Byline[]
  readonly paragraphs: readonly Paragraph[]
}

/** The fields of one item; `others` are the heading lines of the rest of the page, folded. */
export function fieldsOf(story: Story, others: readonly string[] = []): Fields {
  const heads = story.heads ?? sortHeadings(story.headings, { tip: story.tip.length > 0, others })
  const credits = takeCredits(story)
  const dateline = credits.paragraphs[0] ? readDateline(credits.paragraphs[0].block.text) : undefined
  const bylines = [...credits.read, ...(dateline?.byline ? [dateline.byline] : [])]
  const tip = tipOf(story)
  const place = isBriefs(story)
    ? placesOfBriefs(credits)
    : provincesAndCities(heads, tip.text, credits, dateline)
  const body = credits.paragraphs.map(one => one.block.text).join('\n')
  const topic = topicOf(
    [heads.kicker, heads.title, heads.subtitle].join('\n'),
    `${heads.column}\n${tip.text}`,
    body,
  )
  return {
    kind: story.kind,
    title: widen(heads.title),
    kicker: widen(heads.kicker),
    subtitle: widen(heads.subtitle),
    column: widen(heads.column),
    tipLabel: widen(tip.label),
    tip: widen(tip.text),
    byline: widen(credits.byline),
    signature: widen(credits.signature),
    ...peopleOf(bylines, story.kind),
    provinces: place.provinces,
    cities: place.cities,
    topic: topic.topic,
    date: credits.read.map(one => one.date).find(date => date !== '') ?? '',
    paragraphs: credits.paragraphs.map(one => ({ text: widen(one.block.text), subheading: one.subheading })),
    lines: readingLines(story),
    guesses: [
      ...story.guesses,
      ...heads.guesses,
      ...bylineGuesses(credits.byline, bylines, story),
      ...placeGuesses(place, story),
      ...slipGuesses(story),
      ...titleGuesses(story),
    ],
  }
}

/** The byline, the signature, and the text without a credit set at its end. */
function takeCredits(story: Story): Credits {
  const last = story.paragraphs.at(-1)
  const briefs = isBriefs(story)
  // What stands at the end of several paragraphs is of their text.
  const several = story.paragraphs.slice(0, -1).some(({ block }) => readTail(block.text) !== undefined)
  const tail = last && !briefs && !several && !last.subheading ? readTail(last.block.text) : undefined
  const paragraphs =
    last && tail ? [...story.paragraphs.slice(0, -1), cutTail(last, tail.at)] : story.paragraphs
  const inline = last && tail ? last.block.text.slice(tail.at).trim() : ''
  const own = [...story.bylines, ...story.foot].map(block => block.text)
  const head = story.bylines.map(block => block.text)
  const [byline = '', ...rest] =
    head.length > 1
      ? [head.join(' '), ...own.slice(head.length), inline].filter(Boolean)
      : story.kind === 'photo' || !/^[(（]/.test(own[0] ?? inline)
        ? [...own, inline].filter(Boolean)
        : ['', ...own, inline].filter((text, at) => at === 0 || text)
  const lines = [...own, inline].flatMap(text => readByline(text) ?? readBareNames(text) ?? [])
  const read = briefs ? [...lines, ...briefSignatures(paragraphs)] : lines
  return { byline, signature: rest.join(' '), read, paragraphs }
}

function cutTail(paragraph: Paragraph, at: number): Paragraph {
  const text = paragraph.block.text.slice(0, at).trimEnd()
  return {
    ...paragraph,
    block: { ...paragraph.block, text, folded: paragraph.block.folded.slice(0, text.length) },
  }
}

function tipOf(story: Story): { readonly label: string; readonly text: string } {
  const text = story.tip.map(block => block.text).join('')
  const label = inlineLabel(text)
  if (!story.tipLabel) return { label: label.trim(), text: text.slice(label.length) }
  return { label: story.tipLabel.text, text }
}

/** Who wrote and who took; the one who supplies picture and caption (图/文) is a photographer. */
function peopleOf(
  bylines: readonly Byline[],
  kind: Kind,
): { readonly authors: readonly string[]; readonly photographers: readonly string[] } {
  const people = bylines.flatMap(byline => byline.people)
  const unique = (list: readonly Person[]) => [...new Set(list.map(one => one.name))]
  return {
    authors: unique(people.filter(one => one.wrote && !(kind === 'photo' && one.took))),
    photographers: unique(people.filter(one => one.took)),
  }
}

function provincesAndCities(
  heads: ReturnType<typeof sortHeadings>,
  tip: string,
  { paragraphs, byline, signature }: Credits,
  dateline: Dateline | undefined,
) {
  const texts = paragraphs.filter(one => !one.subheading).map(one => one.block.text)
  const first = (texts[0] ?? '').slice(dateline?.text.length ?? 0)
  const filed = dateline?.place === '北京' ? '' : (dateline?.place ?? '')
  return locate({
    dateline: filed,
    headings: [heads.kicker, heads.title, heads.subtitle],
    tip,
    credits: `${byline} ${signature}`,
    paragraphs: [first, ...texts.slice(1)],
  })
}

/** Briefs from several places: those of each, in order. */
function placesOfBriefs({ paragraphs }: Credits): Regions {
  const found = paragraphs.map(one => locate({ ...noWitness, paragraphs: [one.block.text] }))
  const named = found.filter(one => one.provinces.length > 0)
  return {
    provinces: [...new Set(named.flatMap(one => one.provinces))],
    cities: [...new Set(named.flatMap(one => one.cities))],
    margin: Math.min(...named.map(one => one.margin), named.length === 0 ? 0 : Number.POSITIVE_INFINITY),
    evidence: named[0]?.evidence ?? '',
  }
}

const noWitness = { dateline: '', headings: [], tip: '', credits: '' } as const

const readingLines = (story: Story) => readingBlocks(story).flatMap(block => block.lines)

/** The blocks of an item in reading order: headings as printed, byline, tip, text, foot. */
export function readingBlocks(story: Story): readonly Block[] {
  const label = story.tipLabel ? [story.tipLabel] : []
  return [
    ...story.headings,
    ...story.bylines,
    ...label,
    ...story.tip,
    ...story.paragraphs.map(one => one.block),
    ...story.foot,
  ]
}
