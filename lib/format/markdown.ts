// The body of an article: Markdown to blocks and to HTML and back. The only user of remark and remark-html.
// Our Markdown is paragraphs, one a line, and `##` sub-headings; whatever else it can say is refused, not dropped.
import { remark } from 'remark'
import remarkHtml from 'remark-html'
import type { BodyBlock } from '../model/article'
import { remember } from '../model/remember'
import type { Fault } from './characters'

type Root = ReturnType<ReturnType<typeof remark>['parse']>
type Node = Root['children'][number]
type Inline = Extract<Node, { type: 'paragraph' }>['children'][number]

/** Bounds that are checked before parsing: the parser's time grows with their square. All in characters. */
export const bounds = { body: 500_000, line: 20_000, specials: 1_000 } as const

const parser = remark().freeze()
const renderer = remark()
  .use(() => name)
  .use(remarkHtml, {
    sanitize: {
      tagNames: ['p', 'h2'],
      attributes: { p: ['id'], h2: ['id'] },
      clobber: [],
      strip: ['script'],
    },
  })
  .freeze()

/** Gives paragraphs the ids p1, p2 … and sub-headings s1, s2 …: what quote links and contents point to. */
function name(tree: Root): void {
  const count = { p: 0, s: 0 }
  for (const node of tree.children) {
    const letter = node.type === 'heading' ? 's' : 'p'
    count[letter] += 1
    node.data = { ...node.data, ...{ hProperties: { id: `${letter}${count[letter]}` } } }
  }
}

/**
 * The HTML of a body: <p id="p1">, <h2 id="s1">, and nothing else; sanitised, always.
 * `prefix` goes before each id, for pages that hold several articles. Throws on a body that bodyFaults refuses.
 */
export function renderBody(markdown: string, prefix = ''): string {
  const html = rendered.get(markdown) ?? render(markdown)
  rememberRendered(markdown, html)
  // In text every < is escaped: only our own tags begin so.
  return prefix ? html.replace(/<(?:p|h2) id="/g, opening => `${opening}${prefix}`) : html
}

/** Bodies rendered last: an article stands on its own page, on its issue's and in several feeds. About 10 MB at most. */
const rendered = new Map<string, string>()
const remembered = 1000

/** Takes over what renderBody gave for a body in another process, so that a build renders each article once. */
export function rememberRendered(markdown: string, html: string): void {
  rendered.delete(markdown)
  rendered.set(markdown, html)
  if (rendered.size > remembered) rendered.delete(rendered.keys().next().value ?? '')
}

function render(markdown: string): string {
  refuse(boundFaults(markdown))
  return String(renderer.processSync(markdown)).trimEnd()
}

/** The body as plain text, block by block. Throws on a body that bodyFaults refuses. */
export function blocks(markdown: string): readonly BodyBlock[] {
  const body = readBody(markdown)
  refuse(body.faults)
  return body.blocks
}

function refuse(faults: readonly Fault[]): void {
  const [first] = faults
  if (first) throw new Error(`${first.line}:${first.column} ${first.rule} ${first.message}`)
}

/** Bodies that are remembered as they were read and printed: of the items that an editor works on. */
const manyBodies = 128

/** The Markdown of blocks, with whatever would be read as Markdown escaped: blocks(printBody(b)) equals b. */
export const printBody = remember(
  manyBodies,
  (list: readonly BodyBlock[]) => list.map(({ kind, text }) => `${kind}\0${text}`).join('\0'),
  print,
)

function print(list: readonly BodyBlock[]): string {
  const children = list.map(({ kind, text }): Node => {
    const inline: Inline[] = [{ type: 'text', value: text }]
    return kind === 'paragraph'
      ? { type: 'paragraph', children: inline }
      : { type: 'heading', depth: 2, children: inline }
  })
  return parser.stringify({ type: 'root', children }).trimEnd()
}

/** Reads a body (line ends `\n`): its blocks, and everything that would print other than it is written. */
export const readBody = remember(manyBodies, (markdown: string) => markdown, read)

function read(markdown: string): {
  readonly blocks: readonly BodyBlock[]
  readonly faults: readonly Fault[]
} {
  const outside = boundFaults(markdown)
  if (outside.length > 0) return { blocks: [], faults: outside }
  const nodes = parser.parse(markdown).children.map(node => readNode(node, markdown))
  return { blocks: nodes.flatMap(one => one.blocks), faults: nodes.flatMap(one => one.faults) }
}

type Read = { readonly blocks: readonly BodyBlock[]; readonly faults: readonly Fault[] }

function readNode(node: Node, markdown: string): Read {
  const source = sourceOf(node, markdown)
  const isHeading = node.type === 'heading' && node.depth === 2 && source.startsWith('## ')
  if (node.type !== 'paragraph' && !isHeading) return { blocks: [], faults: [refusal(node)] }
  const faults = node.children.flatMap(child => inlineFaults(child, markdown))
  const text = node.children.map(child => (child.type === 'text' ? child.value : '')).join('')
  if (faults.length === 0 && text !== text.trim()) faults.push(at(node, 'markdown-indent', indented))
  if (faults.length === 0 && text === '')
    faults.push(at(node, 'markdown-empty', '是空的小标题，应写上文字或删去'))
  return { blocks: [{ kind: isHeading ? 'subheading' : 'paragraph', text }], faults }
}

const indented = '段首段尾有空格，应删去：缩进由版式决定'

/** A text node must say what is written: no line break, no entity, no mark that was meant as emphasis. */
function inlineFaults(node: Inline, markdown: string): Fault[] {
  if (node.type !== 'text') return [refusal(node)]
  const source = sourceOf(node, markdown)
  const plain = source.replace(/\\([!-/:-@[-`{-~])/g, '$1')
  const mark = /(?<!\\)(?:\\\\)*(\*+|`+)/.exec(source)?.[1]
  if (node.value.includes('\n')) return [at(node, 'markdown-line', '段内换行会印成空格，应把一段写在一行里')]
  if (plain !== node.value)
    return [at(node, 'markdown-entity', '有 &…; 一类的代号，应写字符本身，或写成 \\&')]
  if (mark) return [at(node, 'markdown-mark', `“${mark}”会照样印出来，应删去，或在前面加 \\`)]
  return []
}

const refusals: Readonly<Record<string, readonly [rule: string, says: string]>> = {
  html: ['markdown-html', '是 HTML 标签，会整个消失，应删去，或把 < 写成 \\<'],
  emphasis: ['markdown-emphasis', '是强调，* 和 _ 会消失，应删去，或写成 \\* \\_'],
  strong: ['markdown-emphasis', '是加粗，** 和 __ 会消失，应删去，或写成 \\*\\*'],
  break: ['markdown-line', '是强制换行，应分成两段或连成一行'],
  code: ['markdown-code', '会变成代码（行首四个空格、制表符或 ```），应删去行首空格'],
  inlineCode: ['markdown-code', '会变成代码，应删去 `，或写成 \\`'],
  list: ['markdown-list', '会变成列表，应把行首的 - + * 写成 \\- \\+ \\*，数字后的点写成 \\.'],
  blockquote: ['markdown-quote', '会变成引文，应把行首的 > 写成 \\>'],
  thematicBreak: ['markdown-rule', '会变成分隔线，应删去，或在前面加 \\'],
  heading: ['markdown-heading', '会变成标题，小标题只用 ##；行首的 # 可写成 \\#，下一行不能是 --- 或 ==='],
  definition: ['markdown-link', '是链接定义，会整个消失，应把 [ 写成 \\['],
}

function refusal(node: Node | Inline): Fault {
  const [rule, says] = refusals[node.type] ?? ['markdown-link', '是链接或图片，方括号会消失，应把 [ 写成 \\[']
  return at(node, rule, says)
}

function at(node: Node | Inline, rule: string, message: string): Fault {
  const start = node.position?.start
  return { line: start?.line ?? 1, column: start?.column ?? 1, rule, message }
}

function sourceOf(node: Node | Inline, markdown: string): string {
  return markdown.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
}

/** Too long, nested or crowded to be parsed safely: 5,000 `>` overflow the stack, 20,000 `*` take minutes. */
function boundFaults(markdown: string): Fault[] {
  const long = (what: string, length: number, most: number) =>
    `${what}有 ${length} 字，最多 ${most} 字，应分段或分篇`
  if (markdown.length > bounds.body) {
    return [
      { line: 1, column: 1, rule: 'markdown-long', message: long('正文', markdown.length, bounds.body) },
    ]
  }
  const faults: Fault[] = []
  let specials = 0
  for (const [index, line] of markdown.split('\n').entries()) {
    const place = { line: index + 1, column: 1 }
    if (line.length > bounds.line) {
      faults.push({ ...place, rule: 'markdown-long', message: long('一段', line.length, bounds.line) })
    }
    specials += specialsIn(line)
    if (specials > bounds.specials)
      return [...faults, { ...place, rule: 'markdown-crowded', message: crowded }]
  }
  return faults
}

const crowded = `到这里已有 ${bounds.specials} 个以上的 * _ [ > 一类符号，应删去，或在前面加 \\`

/** Marks that open something, and whatever leads a line and may nest; escaped ones are harmless. */
function specialsIn(line: string): number {
  return (
    line
      .replace(/\\./g, '')
      .match(/[*_`[<]|^[\s>+-]+/g)
      ?.join('').length ?? 0
  )
}
