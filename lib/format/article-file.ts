// The file of an article, content/<issue>/NN.md: text to Article or problems, and back.
import type { Article, Correction, LineRange, Status } from '../model/article'
import {
  frontMatterKeys,
  type ListField,
  listFields,
  type OwnField,
  printedFields,
  type TextField,
} from '../model/article-fields'
import type { Problem } from '../model/problem'
import type { ProvinceName } from '../model/provinces'
import { areProvinces, findRegion, namedRegions, regionWord } from '../model/regions'
import { remember } from '../model/remember'
import { findTopic, topics } from '../model/topics'
import { dateRule } from './date-rule'
import { nearest, type Reader, type Rule, readerOf } from './field-reader'
import { inFile, printFrontMatter, readFrontMatter } from './front-matter'
import { readBody } from './markdown'
import { printPicture, readPictures, strayMarks } from './picture-fields'

/** Articles that are remembered as they were read: those of a few issues. */
const manyArticles = 256

/**
 * Reads the file of an article. `file` is its path as the editor knows it, and goes into the problems; `expected` is
 * the id that its place in content/ asks for. Returns all problems at once, or the article: the very same for the same text.
 */
export function parseArticle(text: string, file: string, expected?: string): Article | Problem[] {
  const read = readAnywhere(text)
  return read && (!expected || read.id === expected) ? read : parse(text, file, expected)
}

/** The article of a text in which nothing is wrong, wherever its file lies. */
const readAnywhere = remember(
  manyArticles,
  (text: string) => text,
  text => {
    const read = parse(text, '')
    return Array.isArray(read) ? undefined : read
  },
)

function parse(text: string, file: string, expected?: string): Article | Problem[] {
  const front = readFrontMatter(text, file)
  if (Array.isArray(front)) return front
  const reader = readerOf(front, file, frontMatterKeys)
  const body = readBody(front.body)
  const fields = Object.fromEntries(
    frontMatterKeys.map(key => [key, readField(reader, key)]),
  ) as FrontMatterFields
  const number = Number(/\d+$/.exec(fields.id)?.[0] ?? 0)
  const article: Article = { ...fields, number, body: front.body, blocks: body.blocks }
  reader.need('id', 'issue', 'kind')
  noteNames(article, reader)
  noteReason(article, reader)
  noteMarks(article, reader)
  if (expected && article.id && article.id !== expected) {
    const message = `写的是“${article.id}”，按所在的文件夹和文件名应为“${expected}”`
    reader.note(reader.place('id'), 'id-file', message)
  }
  noteEmpty(article, reader, front.above)
  const problems = [...reader.problems, ...inFile(body.faults, file, front.above)]
  return problems.length > 0 ? problems : article
}

type FrontMatterFields = Pick<Article, TextField | ListField | OwnField>

/** The fields with a form of their own. */
const readers: { readonly [Key in OwnField]: (reader: Reader) => Article[Key] } = {
  id: reader => reader.text('id', idRule),
  issue: reader => reader.text('issue', issueRule),
  kind: reader => (reader.text('kind', kindRule) === 'photo' ? 'photo' : 'article'),
  status: readStatus,
  reason: reader => reader.text('reason'),
  page: reader => reader.text('page', pageRule),
  pageTitle: reader => reader.text('pageTitle'),
  provinces: reader => reader.list('provinces', provinceRule).flatMap(name => findRegion(name)?.name ?? []),
  topic: reader => findTopic(reader.text('topic', topicRule))?.name ?? '',
  date: reader => reader.text('date', dateRule),
  origin: reader => (reader.text('origin', originRule) === 'web' ? 'web' : ''),
  lines: reader => reader.list('lines', linesRule).map(readRange),
  pictures: reader => readPictures(reader, /\d+$/.exec(reader.given('id'))?.[0] ?? ''),
  corrections: readCorrections,
}

function readField(reader: Reader, key: keyof FrontMatterFields): FrontMatterFields[typeof key] {
  if (isOwn(key)) return readers[key](reader)
  return isList(key) ? reader.list(key) : reader.text(key)
}

const isOwn = (key: string): key is OwnField => key in readers
const isList = (key: string): key is ListField => listFields.some(name => name === key)

/** What two fields must say of each other. */
function noteNames({ id, issue, tipLabel, tip }: Article, reader: Reader): void {
  if (id && issue && issueIdOf(id) !== issue) {
    reader.note(reader.place('id'), 'id-issue', `id 写的是“${id}”，应以“${issue}-”开头，再接两位数`)
  }
  if (tipLabel && !tip) reader.note(reader.place('tipLabel'), 'tip-missing', '有 tipLabel，就应有 tip')
}

/** A mark points from the text to a picture, so the text must have it. */
function noteMarks(article: Article, reader: Reader): void {
  const texts = [...printedFields.map(name => article[name]), ...article.blocks.map(({ text }) => text)]
  for (const mark of strayMarks(article.pictures, texts))
    reader.note(
      reader.place('pictures'),
      'picture-mark',
      `mark 写的是“${mark}”，正文和图片说明里都没有这几个字，应照文中的写法，或删去 mark`,
    )
}

function readCorrections(reader: Reader): readonly Correction[] {
  return reader.maps('corrections', ['source', 'print', 'why'], ['when', 'by']).map(map => {
    const text = (key: string) => map.get(key) ?? ''
    const [when, by] = [text('when'), text('by')]
    return {
      ...{ source: text('source'), print: text('print'), why: text('why') },
      ...(when && { when }),
      ...(by && { by }),
    }
  })
}

/** An item must say something; one with lines of a source may be a bare headline, the audit proves the rest. */
function noteEmpty({ body, title, lines }: Article, reader: Reader, above: number): void {
  if (body || (title && lines.length > 0)) return
  reader.note({ line: above + 1, column: 1 }, 'body-empty', '没有正文，应在结束的 --- 后写上')
}

const idShape = /^[a-z0-9]+(?:-[a-z0-9]+)*-(?:\d\d|[1-9]\d{2,3})$/
const issueShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** The longest issue id: it becomes a folder's name and part of every address. */
const longestIssue = 40

/** Names that Windows keeps for devices: no folder can have them. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

const issueIdOf = (id: string) => id.replace(/-\d+$/, '')

/** The rule for the id of an issue: what it is named in addresses and folders. */
export const issueRule: Rule = text => {
  if (issueShape.test(text) && text.length <= longestIssue && !devices.test(text)) return undefined
  const message = `写的是“${text.slice(0, longestIssue)}”，期号应是小写字母、数字和连字符，最多 ${longestIssue} 个，如“gh202411”`
  return { rule: 'issue-format', message }
}

const idRule: Rule = text => {
  if (idShape.test(text) && !/-0+$/.test(text) && !issueRule(issueIdOf(text))) return undefined
  return {
    rule: 'id-format',
    message: `写的是“${text.slice(0, 60)}”，应为期号、连字符和两位数，如“gh202411-01”`,
  }
}

/** The rule for the number of a newspaper's page: 2, A3. */
const pageRule: Rule = text =>
  /^[A-Z]?[1-9]\d{0,2}$/.test(text)
    ? undefined
    : { rule: 'page-format', message: `写的是“${text.slice(0, 20)}”，版次应是“2”或“A3”这样的` }

const statusRule: Rule = text =>
  text === 'draft' || text === 'withdrawn'
    ? undefined
    : {
        rule: 'status-unknown',
        message: `写的是“${text}”，应为“draft”（草稿）或“withdrawn”（撤回）；刊发的不写`,
      }

/** Reads the status of an article or an issue; one that is published as it is has none. */
export function readStatus(reader: Reader): Status {
  const text = reader.text('status', statusRule)
  return text === 'draft' || text === 'withdrawn' ? text : ''
}

/** What is withdrawn says why, and nothing else does. */
export function noteReason(
  { status, reason }: { readonly status?: Status; readonly reason?: string },
  reader: Reader,
): void {
  if (status === 'withdrawn' && !reason)
    reader.note(reader.place('status'), 'reason-missing', '撤回的应写明 reason，读者会看到这句话')
  if (reason && status !== 'withdrawn')
    reader.note(reader.place('reason'), 'reason-alone', '只有撤回的（status: "withdrawn"）才写 reason')
}

const originRule: Rule = text =>
  text === 'web'
    ? undefined
    : { rule: 'origin-unknown', message: `写的是“${text}”，应为“web”：不在源文件里、为网站另写的文章` }

const kindRule: Rule = text =>
  text === 'article' || text === 'photo'
    ? undefined
    : { rule: 'kind-unknown', message: `写的是“${text}”，应为“article”或“photo”` }

const provinceRule: Rule = text => {
  if (findRegion(text)) return undefined
  if (!areProvinces) {
    const says = `写的是“${text}”，应为 regions.md 里的${regionWord}${nearest(text, regionNames)}`
    return { rule: 'region-unknown', message: says }
  }
  const bare = text.replace(/(?:省|市|自治区|自治區|特别行政区|特別行政區)$/u, '')
  const meant = variants[bare] ?? (findRegion(bare) ? bare : undefined)
  const message = `写的是“${text}”，应为省级行政区简称${meant ? `，是不是“${meant}”？` : nearest(text, regionNames)}`
  return { rule: 'province-unknown', message }
}

/** Names of provinces in traditional characters and with a wrong one that looks alike. */
const variants: Readonly<Record<string, ProvinceName>> = {
  ...{ 陜西: '陕西', 陝西: '陕西', 廣東: '广东', 廣西: '广西', 臺灣: '台湾', 台灣: '台湾', 遼寧: '辽宁' },
  ...{ 黑龍江: '黑龙江', 內蒙古: '内蒙古', 內蒙: '内蒙古', 内蒙: '内蒙古', 寧夏: '宁夏', 貴州: '贵州' },
  ...{ 雲南: '云南', 甘肅: '甘肃', 江蘇: '江苏', 重慶: '重庆', 澳門: '澳门', 广西壮族: '广西' },
  ...{ 宁夏回族: '宁夏', 新疆维吾尔: '新疆' },
}

const topicRule: Rule = text => {
  if (findTopic(text)) return undefined
  return { rule: 'topic-unknown', message: `写的是“${text}”，应为主题之一${nearest(text, topicNames)}` }
}

const regionNames = namedRegions.map(({ name }) => name)
const topicNames = topics.map(({ name }) => name)

const linesShape = /^([1-9]\d{0,6})(?:-([1-9]\d{0,6}))?$/

/** The rule for a range of lines: 101-109 or 127. */
export const linesRule: Rule = text => {
  const match = linesShape.exec(text)
  if (!match) return { rule: 'lines-format', message: `写的是“${text}”，应为行号，如“101-109”或“127”` }
  const reversed = Number(match[2] ?? match[1]) < Number(match[1])
  return reversed ? { rule: 'lines-format', message: `写的是“${text}”，行号应从小到大` } : undefined
}

/** Reads what linesRule accepts. */
export function readRange(text: string): LineRange {
  const [from = '0', to = from] = text.split('-')
  return { from: Number(from), to: Number(to) }
}

/** Lines as front matter writes them: 67-69, or 71 for one. */
export const printRange = ({ from, to }: LineRange) => (from === to ? String(from) : `${from}-${to}`)

const printed = new WeakMap<Article, string>()

/** Prints the file of an article: parseArticle(printArticle(article)) equals article. */
export function printArticle(article: Article): string {
  const text = printed.get(article) ?? print(article)
  printed.set(article, text)
  return text
}

function print(article: Article): string {
  const { body } = article
  const fields = {
    ...article,
    lines: article.lines.map(printRange),
    pictures: article.pictures.map(printPicture),
  }
  return printFrontMatter(
    frontMatterKeys.map(key => [key, fields[key]]),
    body,
  )
}
