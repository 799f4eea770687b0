// Typesets articles into pages for tests: columns, headlines, boxes, pictures, running heads, as newspapers print them.
import type { Rectangle, Sheet, Text } from './pdf-writer'

export type Story = {
  readonly kicker?: string
  readonly title: string
  readonly subtitle?: string
  readonly label?: string
  readonly byline?: string
  /** Paragraphs; `## ` before a sub-heading. */
  readonly body: readonly string[]
}

export const body = { size: 9, leading: 14 } as const

/** Ink that grows while a page is set. */
export type Draft = { texts: Text[]; boxes: Rectangle[]; rules: Rectangle[]; pictures: Rectangle[] }
export const draft = (): Draft => ({ texts: [], boxes: [], rules: [], pictures: [] })

const widthOf = (text: string, size: number) =>
  [...text].reduce((sum, mark) => sum + (mark.charCodeAt(0) < 127 ? size / 2 : size), 0)

const noStart = /[、。，；：！？”’）》」』]/u

/** The lines of a text in a measure; closing marks hang over the edge. */
export function breakLines(text: string, measure: number, size: number, indent = 0): string[] {
  const lines: string[] = []
  let line = ''
  let left = measure - indent
  for (const word of text.match(/[A-Za-z\d][\w.,:/%-]*|[\s\S]/gu) ?? []) {
    const width = widthOf(word, size)
    if (width > left + 0.01 && !noStart.test(word) && line) {
      lines.push(line)
      line = ''
      left = measure
    }
    if (!line && word === ' ') continue
    line += word
    left -= width
  }
  return line ? [...lines, line] : lines
}

type SetLine = { readonly text: string; readonly indent: number; readonly font: 'song' | 'bold' }

/** All lines of a story's text, as they follow one another through its columns. */
export function setLines(paragraphs: readonly string[], measure: number): SetLine[] {
  return paragraphs.flatMap((paragraph): SetLine[] => {
    if (paragraph.startsWith('## ')) return [{ text: paragraph.slice(3), indent: 0, font: 'bold' }]
    const indent = 2 * body.size
    return breakLines(paragraph, measure, body.size, indent).map((text, at) => ({
      text,
      indent: at === 0 ? indent : 0,
      font: 'song',
    }))
  })
}

export type Place = {
  readonly x: number
  readonly y: number
  readonly columns: number
  readonly measure: number
  readonly gutter: number
}

const span = ({ columns, measure, gutter }: Place) => columns * measure + (columns - 1) * gutter

/** Sets a story: headlines in the middle of its columns, then its text; gives the y under it. */
export function setStory(page: Draft, story: Story, place: Place): number {
  const top = setHead(page, story, place)
  return setColumns(page, setLines(story.body, place.measure), { ...place, y: top })
}

/** Headlines, label and byline; gives the y of the first baseline of text. */
export function setHead(
  page: Draft,
  { kicker, title, subtitle, label, byline }: Story,
  place: Place,
): number {
  let y = place.y
  const middle = (text: string, size: number, font: Text['font']) => {
    y += 1.25 * size
    page.texts.push({
      text,
      x: place.x + (span(place) - widthOf(text, size)) / 2,
      y,
      size,
      font: font ?? 'bold',
    })
  }
  if (kicker) middle(kicker, 12, 'bold')
  for (const line of breakLines(title, span(place), 20)) middle(line, 20, 'bold')
  if (subtitle) middle(subtitle, 12, 'hei')
  y += 6
  for (const text of [label, byline].filter(one => one !== undefined)) {
    y += body.leading
    page.texts.push({ text, x: place.x, y, size: body.size, font: text === label ? 'bold' : 'hei' })
  }
  return y + body.leading + 4
}

/** Divides lines evenly among the columns; gives the y under the longest. */
export function setColumns(page: Draft, lines: readonly SetLine[], place: Place): number {
  const height = Math.ceil(lines.length / place.columns)
  lines.forEach(({ text, indent, font }, at) => {
    const column = Math.floor(at / height)
    const x = place.x + column * (place.measure + place.gutter) + indent
    page.texts.push({ text, x, y: place.y + (at % height) * body.leading, size: body.size, font })
  })
  return place.y + height * body.leading
}

/** A picture with its caption and credit below; gives the y under them. */
export function setPhoto(
  page: Draft,
  { title, caption, credit }: { readonly title?: string; readonly caption: string; readonly credit: string },
  place: Rectangle,
): number {
  page.pictures.push(place)
  let y = place.y1 + 4
  const width = place.x1 - place.x0
  if (title) {
    y += 16
    page.texts.push({
      text: title,
      x: place.x0 + (width - widthOf(title, 13)) / 2,
      y,
      size: 13,
      font: 'bold',
    })
    y += 6
  }
  for (const [at, line] of breakLines(caption, width, body.size, 2 * body.size).entries()) {
    y += body.leading
    page.texts.push({ text: line, x: place.x0 + (at === 0 ? 2 * body.size : 0), y, size: body.size })
  }
  y += body.leading
  page.texts.push({ text: credit, x: place.x1 - widthOf(credit, body.size), y, size: body.size, font: 'hei' })
  return y + body.leading
}

/** Running head with a rule under it: number of the page, section, paper, date. */
export function setRunningHead(
  page: Draft,
  width: number,
  words: readonly [string, string, string, string],
): number {
  const [number, section, paper, date] = words
  page.texts.push(
    { text: number, x: 36, y: 30, size: 11, font: 'bold' },
    { text: section, x: 90, y: 30, size: 11 },
    { text: paper, x: width / 2 - 30, y: 30, size: 14, font: 'bold' },
    { text: date, x: width - 150, y: 30, size: 9 },
  )
  page.rules.push({ x0: 36, y0: 38, x1: width - 36, y1: 39 })
  return 48
}

/** The page, its text drawn in the order of `shuffle`. */
export function sheetOf(
  page: Draft,
  width: number,
  height: number,
  shuffle = (texts: readonly Text[]) => texts,
): Sheet {
  return { width, height, ...page, texts: shuffle(page.texts) }
}
