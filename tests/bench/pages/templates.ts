// Page templates for printing articles: rows of cells on a grid of columns. The last eight are not looked at while working on the reader.

export type Cell = {
  /** Columns of the grid that it takes. */
  readonly span: number
  readonly kind: 'story' | 'photo'
  /** Columns of its text; else as many as it spans. */
  readonly columns?: number
  /** Where the headline stands: above the text, beside it at the left, in the middle with text on both sides, or upright. */
  readonly head?: 'above' | 'left' | 'beside' | 'between' | 'upright'
  readonly frame?: 'line' | 'tint'
  /** A picture at the top of the last columns of its text. */
  readonly picture?: number
  /** A story in a box in the middle columns, around which the text runs. */
  readonly inset?: boolean
  /** Text goes on here on the next page. */
  readonly jump?: boolean
}

export type Template = {
  readonly name: string
  /** Looked at while the reader was made; the others are only scored. */
  readonly seen: boolean
  readonly columns: number
  /** Points. */
  readonly size: number
  readonly leading: number
  readonly gutter: number
  readonly rules?: boolean
  readonly sans?: boolean
  readonly align?: 'left' | 'centre'
  readonly rows: readonly (readonly Cell[])[]
}

const story = (span: number, more: Partial<Cell> = {}): Cell => ({ span, kind: 'story', ...more })
const photo = (span: number): Cell => ({ span, kind: 'photo' })

export const templates: readonly Template[] = [
  {
    ...{ name: 'two columns', seen: true, columns: 2, size: 10, leading: 17, gutter: 18 },
    rows: [[story(2)], [story(1), photo(1)], [story(2)]],
  },
  {
    ...{ name: 'three columns', seen: true, columns: 3, size: 9.5, leading: 16, gutter: 16 },
    rows: [[story(2), photo(1)], [story(3)], [story(1), story(2)]],
  },
  {
    ...{
      name: 'four columns, headlines at the left',
      seen: true,
      columns: 4,
      size: 9.5,
      leading: 15,
      gutter: 14,
      align: 'left',
    },
    rows: [[story(4)], [story(2), story(2)], [photo(2), story(2)]],
  },
  {
    ...{
      name: 'five columns with rules between',
      seen: true,
      columns: 5,
      size: 9,
      leading: 14,
      gutter: 15,
      rules: true,
    },
    rows: [[story(3), story(2)], [photo(2), story(3)], [story(5)]],
  },
  {
    ...{ name: 'six columns, boxes', seen: true, columns: 6, size: 9, leading: 14, gutter: 14 },
    rows: [[story(4), photo(2)], [story(3, { frame: 'line' }), story(3)], [story(6)]],
  },
  {
    ...{ name: 'six columns, tinted boxes', seen: true, columns: 6, size: 9, leading: 14.5, gutter: 13 },
    rows: [
      [photo(2), story(4)],
      [story(4), story(2, { frame: 'tint' })],
      [story(3), story(3)],
    ],
  },
  {
    ...{ name: 'upright headlines', seen: true, columns: 5, size: 9, leading: 14, gutter: 14 },
    rows: [[story(5)], [story(3, { head: 'upright' }), story(2)], [photo(2), story(3)]],
  },
  {
    ...{ name: 'upright headlines in boxes', seen: true, columns: 6, size: 9, leading: 14, gutter: 14 },
    rows: [[story(3, { head: 'upright', frame: 'line' }), story(3)], [photo(3), story(3)], [story(6)]],
  },
  {
    ...{ name: 'headlines beside the text', seen: true, columns: 5, size: 9, leading: 14, gutter: 14 },
    rows: [[story(5, { head: 'beside' })], [story(2), story(3)]],
  },
  {
    ...{ name: 'headlines between columns', seen: true, columns: 5, size: 9, leading: 14, gutter: 14 },
    rows: [[story(5, { head: 'between' })], [story(3), photo(2)]],
  },
  {
    ...{ name: 'pictures among the text', seen: true, columns: 4, size: 9.5, leading: 15, gutter: 14 },
    rows: [[story(4, { picture: 2 })], [photo(1), story(3)], [story(2), photo(2)]],
  },
  {
    ...{ name: 'pictures of all widths', seen: true, columns: 6, size: 9, leading: 14, gutter: 14 },
    rows: [[photo(3), story(3)], [story(4, { picture: 1 }), photo(2)], [story(6, { picture: 3 })]],
  },
  {
    ...{ name: 'an article around another', seen: true, columns: 6, size: 9, leading: 14, gutter: 14 },
    rows: [[story(6, { inset: true })], [story(3), story(3)]],
  },
  {
    ...{ name: 'eight narrow columns', seen: true, columns: 8, size: 8, leading: 12.5, gutter: 12 },
    rows: [
      [story(5), story(3)],
      [photo(3), story(5)],
      [story(4), story(4)],
    ],
  },
  {
    ...{
      name: 'seven columns in sans',
      seen: true,
      columns: 7,
      size: 8.5,
      leading: 13,
      gutter: 13,
      sans: true,
    },
    rows: [[story(4), photo(3)], [story(7)], [story(4), story(3)]],
  },
  {
    ...{ name: 'jump lines over pages', seen: true, columns: 4, size: 9.5, leading: 15, gutter: 14 },
    rows: [[story(4, { jump: true })], [story(2), story(2)]],
  },
  {
    ...{
      name: 'wide columns in sans',
      seen: false,
      columns: 4,
      size: 10,
      leading: 16,
      gutter: 16,
      sans: true,
    },
    rows: [[story(2, { frame: 'tint' }), story(2)], [story(3), photo(1)], [story(4)]],
  },
  {
    ...{
      name: 'headlines among seven columns',
      seen: false,
      columns: 7,
      size: 8.5,
      leading: 13.5,
      gutter: 12,
    },
    rows: [
      [story(4, { head: 'between' }), story(3)],
      [photo(2), story(5, { head: 'between' })],
    ],
  },
  {
    ...{ name: 'pictures over two columns', seen: false, columns: 5, size: 9, leading: 14, gutter: 14 },
    rows: [[story(5, { picture: 2 })], [story(3, { picture: 1 }), story(2)], [photo(3), story(2)]],
  },
  {
    ...{ name: 'two upright headlines', seen: false, columns: 6, size: 9, leading: 14.5, gutter: 15 },
    rows: [
      [story(6)],
      [story(3, { head: 'upright' }), story(3, { head: 'upright' })],
      [photo(3), story(3, { frame: 'line' })],
    ],
  },
  {
    ...{
      name: 'an article around another, with rules',
      seen: false,
      columns: 6,
      size: 9,
      leading: 14,
      gutter: 16,
    },
    rows: [[story(2), photo(2), story(2)], [story(6, { inset: true })]],
  },
  {
    ...{
      name: 'headlines beside four columns',
      seen: false,
      columns: 4,
      size: 9.5,
      leading: 15,
      gutter: 16,
      align: 'left',
    },
    rows: [[story(4, { head: 'beside' })], [story(2, { frame: 'line' }), photo(2)], [story(4)]],
  },
  {
    ...{
      name: 'five columns that go on',
      seen: false,
      columns: 5,
      size: 9,
      leading: 14,
      gutter: 14,
      rules: true,
    },
    rows: [[photo(2), story(3)], [story(5, { jump: true })], [story(2), story(3)]],
  },
  {
    ...{ name: 'boxes of both kinds', seen: false, columns: 7, size: 8.5, leading: 13, gutter: 13 },
    rows: [
      [story(3, { frame: 'line' }), story(4, { head: 'upright' })],
      [photo(3), story(4, { frame: 'tint' })],
      [story(7, { picture: 2 })],
    ],
  },
]
