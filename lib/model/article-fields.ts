// The one table of an article's fields: its name for people, its form in front matter, where it is printed, who else gets it.
// A new field is its type in article.ts and a row here. Keys, parser, printer, audit, search, feeds and data files follow.
import type { Article } from './article'

/**
 * How front matter writes a field. `text`: one line of free text. `list`: free texts, each once. `own`: a form of its own, read by
 * format/article-file.ts. `none`: not in front matter, it follows from the file.
 */
type FieldForm = 'text' | 'list' | 'own' | 'none'

/** Where a text is printed, in the order of the page. A slot prints its fields in the order of the table. */
export const slots = ['column', 'kicker', 'title', 'subtitle', 'credit', 'tip', 'body', 'foot'] as const
type Slot = (typeof slots)[number]

export type Field = {
  /** Chinese, as editors call it. */
  readonly label: string
  readonly form: FieldForm
  /** A printed text is in the audit, on the page, in feeds and in plain text; a field without a slot only says what the print says. */
  readonly slot?: Slot
  /** Whether search looks in it. */
  readonly searched?: true
  /** Whether articles.json has it; the data files of the article itself have every field. */
  readonly listed?: true
}

/** In the order in which front matter and the data files print them. */
export const articleFields = {
  id: { label: '编号', form: 'own' },
  issue: { label: '期号', form: 'own' },
  number: { label: '序号', form: 'none' },
  kind: { label: '体裁', form: 'own', listed: true },
  status: { label: '状态', form: 'own' },
  reason: { label: '撤回理由', form: 'own' },
  page: { label: '版次', form: 'own' },
  pageTitle: { label: '版名', form: 'own' },
  title: { label: '主题', form: 'text', slot: 'title', searched: true, listed: true },
  kicker: { label: '引题', form: 'text', slot: 'kicker', searched: true, listed: true },
  subtitle: { label: '副题', form: 'text', slot: 'subtitle', searched: true, listed: true },
  column: { label: '栏目', form: 'text', slot: 'column', searched: true },
  tipLabel: { label: '提示名', form: 'text', slot: 'tip' },
  tip: { label: '提示', form: 'text', slot: 'tip', searched: true },
  byline: { label: '署名', form: 'text', slot: 'credit', searched: true },
  signature: { label: '落款', form: 'text', slot: 'foot', searched: true },
  editor: { label: '责任编辑', form: 'text', slot: 'foot', searched: true },
  authors: { label: '作者', form: 'list', listed: true },
  photographers: { label: '摄影', form: 'list' },
  provinces: { label: '省份', form: 'own', listed: true },
  cities: { label: '城市', form: 'list', listed: true },
  topic: { label: '分类', form: 'own', listed: true },
  date: { label: '日期', form: 'own' },
  origin: { label: '来源', form: 'own' },
  lines: { label: '行号', form: 'own' },
  pictures: { label: '图片', form: 'own' },
  corrections: { label: '更正', form: 'own' },
  body: { label: '正文', form: 'none', slot: 'body', searched: true },
  blocks: { label: '段落', form: 'none' },
} as const satisfies Readonly<Record<keyof Article, Field>>

type Table = typeof articleFields
export type FieldName = keyof Table

/** The names of the fields whose row is such. */
type NamesWith<Row> = { [Name in FieldName]: Table[Name] extends Row ? Name : never }[FieldName]
export type TextField = NamesWith<{ form: 'text' }>
export type ListField = NamesWith<{ form: 'list' }>
export type OwnField = NamesWith<{ form: 'own' }>
export type PrintedField = NamesWith<{ form: 'text'; slot: Slot }>
type SearchedField = NamesWith<{ form: 'text'; searched: true }>
type ListedField = NamesWith<{ listed: true }>

const rows: Readonly<Record<FieldName, Field>> = articleFields

/** Every field, in the order of the table. */
export const fieldNames = Object.keys(articleFields) as readonly FieldName[]

const named = <Name extends FieldName>(is: (row: Field) => boolean) =>
  fieldNames.filter((name): name is Name => is(rows[name]))

/** The keys of front matter, in the order in which they are printed. */
export const frontMatterKeys = named<TextField | ListField | OwnField>(({ form }) => form !== 'none')
export const textFields = named<TextField>(({ form }) => form === 'text')
export const listFields = named<ListField>(({ form }) => form === 'list')
export const searchedFields = named<SearchedField>(
  ({ form, searched }) => form === 'text' && searched === true,
)
export const listedFields = named<ListedField>(({ listed }) => listed === true)

const fieldsIn = (slot: Slot) => named<PrintedField>(row => row.form === 'text' && row.slot === slot)

/** The fields that are printed around the body, in the order of the page. */
export const printedFields = slots.flatMap(fieldsIn)

/** What an article prints in a slot, field by field, without the empty ones; the body is not a field. */
export function textsIn(article: Article, slot: Exclude<Slot, 'body'>): readonly string[] {
  return fieldsIn(slot).flatMap(name => article[name] || [])
}

/** Some fields of an article, in the order given. */
export function pick<Name extends FieldName>(article: Article, names: readonly Name[]): Pick<Article, Name> {
  return Object.fromEntries(names.map(name => [name, article[name]])) as Pick<Article, Name>
}

/** An item on which nothing is printed: every free text empty, every list of them too, and no picture. */
export const nothingPrinted = {
  ...Object.fromEntries([...textFields.map(name => [name, '']), ...listFields.map(name => [name, []])]),
  pictures: [],
} as unknown as Pick<Article, TextField | ListField | 'pictures'>
