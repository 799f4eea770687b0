// How the pictures that travel with a link look: paper, ink, hairlines, one red. Layout only, as trees for the renderer.
import type { Node } from '@takumi-rs/core'
import { palette } from '../../model/palette'
import { cardSize } from '../../publish/paths'
import { family, settable } from './font'

export type Drawing = {
  readonly node: Node
  readonly width: number
  readonly height: number
  readonly format: 'png' | 'ico'
}

/** What a card says; whatever is empty leaves no gap. */
export type CardText = {
  /** On the red tab, top to bottom: 山东. */
  readonly tab: string
  readonly label: string
  readonly kicker: string
  readonly title: string
  readonly subtitle: string
  /** At the foot: who wrote it, and when. */
  readonly byline: string
  readonly date: string
  readonly site: string
}

type Style = NonNullable<Node['style']>

/** A text as the serif can set it; nothing for an empty one. */
export const textIn = (value: string, style: Style): readonly Node[] =>
  value ? [{ type: 'text', text: unbroken(settable(value)), style }] : []

/** What is quoted stays on one line if it is short: a word joiner between its characters. */
const unbroken = (value: string) =>
  value.replace(/“[^“”]{1,12}”/gu, quotation => [...quotation].join('\u2060'))

const box = (style: Style, ...children: readonly Node[]): Node => ({
  type: 'container',
  style: { display: 'flex', ...style },
  children: [...children],
})

/** The card of a page, 1200 × 630: a tab with the place, the headline as it was printed, a foot. */
export function cardDrawing(card: CardText): Drawing {
  const frame: Style = {
    width: '100%',
    height: '100%',
    backgroundColor: palette.paper,
    color: palette.ink,
    fontFamily: family,
    padding: '0 72px',
    gap: 48,
  }
  const column: Style = {
    flexDirection: 'column',
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    padding: '60px 0 44px',
  }
  const node = box(frame, ...tab(card.tab), box(column, masthead(card), headline(card), foot(card)))
  return { node, width: cardSize.width, height: cardSize.height, format: 'png' }
}

/** A red marker that hangs from the upper edge, its characters one below the other. */
function tab(name: string): readonly Node[] {
  if (!name) return []
  const size = name.length > 3 ? 44 : 60
  const style: Style = {
    flexDirection: 'column',
    alignItems: 'center',
    alignSelf: 'flex-start',
    width: 116,
    padding: '56px 0 30px',
    backgroundColor: palette.red,
    color: palette.paper,
    fontWeight: 900,
    fontSize: size,
    lineHeight: 1.24,
  }
  return [box(style, ...[...name].flatMap(character => textIn(character, {})))]
}

const masthead = ({ label, site }: CardText) =>
  box(
    {
      justifyContent: 'space-between',
      alignItems: 'baseline',
      borderBottom: `6px double ${palette.rule}`,
      paddingBottom: 18,
    },
    box(
      { flexGrow: 1 },
      ...textIn(label, { fontSize: 28, fontWeight: 500, color: palette.muted, letterSpacing: '0.04em' }),
    ),
    ...textIn(site, {
      fontSize: 40,
      fontWeight: 900,
      color: palette.red,
      letterSpacing: '0.12em',
      marginRight: -5,
    }),
  )

/** The room for a headline: what masthead and foot leave of the card. */
const room = { width: 892, height: 350 } as const
const small = { kicker: 34, subtitle: 32, leading: 1.45, gap: 14, lines: 2 } as const
const titleLeading = 1.3

/** Kicker above, title, subtitle below. */
function headline({ kicker, title, subtitle }: CardText): Node {
  const taken = smallHeight(kicker, small.kicker) + smallHeight(subtitle, small.subtitle)
  const size = sizeOf(title, room.height - taken)
  const lines = Math.floor((room.height - taken) / (size * titleLeading))
  return box(
    { flexDirection: 'column', justifyContent: 'center', flexGrow: 1, minHeight: room.height },
    ...textIn(kicker, {
      ...clamp(small.lines),
      ...smallText(small.kicker),
      fontWeight: 600,
      color: palette.muted,
      marginBottom: small.gap,
    }),
    ...textIn(atPause(title, size), {
      ...clamp(lines),
      fontSize: size,
      fontWeight: 900,
      lineHeight: titleLeading,
    }),
    ...textIn(subtitle, {
      ...clamp(small.lines),
      ...smallText(small.subtitle),
      fontWeight: 500,
      marginTop: small.gap,
    }),
  )
}

const smallText = (size: number): Style => ({ fontSize: size, lineHeight: small.leading })

function smallHeight(value: string, size: number): number {
  if (!value) return 0
  return Math.min(small.lines, linesOf(value, size)) * size * small.leading + small.gap
}

/** The largest size in which the title fits the height; names of four characters and fewer are set large. */
function sizeOf(title: string, height: number): number {
  const sizes = [...title].length <= 4 ? [128, ...titleSizes] : titleSizes
  return sizes.find(size => linesOf(title, size) * size * titleLeading <= height) ?? smallest
}

const smallest = 40
const titleSizes = [74, 68, 62, 56, 50, 45, smallest] as const

/** How many lines a text takes in that size: Latin letters and figures are about half as wide as they are high. */
function linesOf(value: string, size: number): number {
  const ems = [...value].reduce((sum, character) => sum + (character < '\u0100' ? 0.58 : 1), 0)
  return Math.ceil((ems * size) / room.width)
}

/** A title of two phrases (畅通职工建言渠道 及时高效解决问题) that needs two lines breaks where it pauses, if it has one pause. */
function atPause(title: string, size: number): string {
  const phrases = title.split(/\s+/u)
  const two = phrases.length === 2 && linesOf(title, size) === 2
  return two && phrases.every(phrase => linesOf(phrase, size) === 1) ? phrases.join('\n') : title
}

/** At most so many lines, all about equally long. */
const clamp = (lines: number): Style => ({
  textWrap: 'balance',
  lineClamp: lines,
  textOverflow: 'ellipsis',
  whiteSpace: 'pre-line',
})

const foot = ({ byline, date }: CardText) =>
  box(
    {
      justifyContent: 'space-between',
      gap: 40,
      borderTop: `1px solid ${palette.rule}`,
      paddingTop: 18,
      fontSize: 26,
      fontWeight: 400,
      color: palette.muted,
    },
    box({ flexGrow: 1, flexShrink: 1, minWidth: 0 }, ...textIn(byline || '　', clamp(1))),
    ...textIn(date, { flexShrink: 0 }),
  )

/** The square of a region, which programs show as small as a fingernail: its name, white on red. */
export function squareDrawing(name: string, site: string): Drawing {
  const frame: Style = {
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    width: '100%',
    height: '100%',
    backgroundColor: palette.red,
    color: palette.paper,
    fontFamily: family,
  }
  const size = name.length > 2 ? 86 : 118
  const node = box(
    frame,
    ...textIn(name, { fontSize: size, fontWeight: 900, lineHeight: 1.1 }),
    box({ width: 200, height: 2, backgroundColor: palette.paper, opacity: 0.5, margin: '16px 0 14px' }),
    ...textIn(site, { fontSize: 30, fontWeight: 700, letterSpacing: '0.14em' }),
  )
  return { node, width: cardSize.square, height: cardSize.square, format: 'png' }
}
