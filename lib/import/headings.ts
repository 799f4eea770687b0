// Which line of a heading run is the kicker, the title, the subtitle, the label of a column.
import type { Block } from './blocks'
import { type Guess, quote } from './guess'
import { findPlaces } from './places'
import { width } from './roles'

export type Headings = {
  readonly kicker: string
  readonly title: string
  readonly subtitle: string
  readonly column: string
  readonly guesses: readonly Guess[]
}

/** The words in which labels of columns and series end. */
const columnEnd =
  /(?:观察|进行时|视角|夜话|在行动|时评|短评|快评|微评|锐评|论坛|纪实|风采|聚焦|关注|话题|一线|现场|人物|之声|漫谈|随笔|札记|看台|问答|热线|直通车|广角|视窗|视点|视线|前沿|讲述|身边事|镜头|影像|画刊|专栏|手记|来信|回声|巡礼|档案|讲堂|课堂|圆桌|连线|走基层|新征程|新篇章|新时代|你我他|故事|故事会|群英谱|光荣榜|谈|说|记者跑|面对面|零距离|进行曲|加油站|会客厅|工作室|博览|速递|快讯|简讯|集萃|荟萃|传真|扫描|点击|评论|言论|副刊|周刊|专题|特写|专版|专刊|有话说|在身边|这一年|在路上|日记|追踪|调查|实录|听我说)$/u
const inRow = /^\S{2,8}(?: \S{2,8})+$/u

/** A label by its shape: short, no mark in it, ends like a label; 骑手问 工会答. */
export function looksLikeColumn(text: string): boolean {
  if (width(text) > 16 || /[，,。？！?!：:“”《》\d]/u.test(text)) return false
  return columnEnd.test(text) || /^\S{1,4}问 ?\S{1,4}答$/u.test(text) || /^[【[].+[】\]]$/u.test(text)
}

/** Sorts the lines of a run, in their printed order. Two lines are kicker and title unless their wording speaks against it. */
export function sortHeadings(blocks: readonly Block[]): Headings {
  const labels = blocks.length > 1 ? blocks.filter(block => looksLikeColumn(block.text)) : []
  const label = labels.length < blocks.length ? labels[0] : undefined
  const lines = blocks.filter(block => block !== label)
  const column = label?.text ?? ''
  const [first, second] = lines
  if (!first || !second) return { kicker: '', title: first?.text ?? '', subtitle: '', column, guesses: [] }
  if (lines.length > 2) {
    const subtitle = lines
      .slice(2)
      .map(line => line.text)
      .join(' ')
    return { kicker: first.text, title: second.text, subtitle, column, guesses: [guessThree(lines)] }
  }
  const lead = titleLead(first.text, second.text)
  const guesses = [guessTwo(first, second, lead)]
  return lead > 0
    ? { kicker: '', title: first.text, subtitle: second.text, column, guesses }
    : { kicker: first.text, title: second.text, subtitle: '', column, guesses }
}

/** Above 0 the upper line is the title and the lower its subtitle; otherwise the upper one is the kicker. */
function titleLead(upper: string, lower: string): number {
  if (/——$/u.test(upper) || /^从.+到.+/u.test(upper) || (inRow.test(upper) && upper.split(' ').length > 2))
    return -3
  if (/^——/u.test(lower)) return 3
  const detail =
    plainness(upper) < 2 && /[，,]/u.test(lower) && !/[，,]/u.test(upper) && width(lower) > width(upper) + 4
  if (detail) return 1
  const facts = plainness(lower) - plainness(upper)
  const colour = vividness(upper) - vividness(lower)
  return facts >= 2 && colour > 0 ? facts / 2 + colour - 1 : colour >= 2 && facts >= 0 ? 1 : -1
}

/** Who does what, where: the wording of kickers and subtitles. */
function plainness(text: string): number {
  const place = findPlaces(text).length > 0 ? 2 : 0
  const body = /(?:工会|总工会|公司|集团|企业|煤矿|工厂|园区|平台|行业|基地|学院|[省市县区镇]总)/u.test(text)
    ? 1
    : 0
  const deed =
    /(?:举办|召开|推行|开展|组织|打造|构建|推动|建立|走进|启动|签|出台|探索|推出|实施|创新|成立|发布|深化|助力|推进|把|让)/u.test(
      text,
    )
      ? 1
      : 0
  return place + body + deed
}

/** Pictures, questions, voices: the wording of titles. */
function vividness(text: string): number {
  const quoted = /[“‘]/u.test(text) ? 1 : 0
  const asks = /[？?]|(.)不\1|吗|怎么|为啥|谁/u.test(text) ? 2 : 0
  const voice = /[我你他她它咱]/u.test(text) ? 1 : 0
  const halves = /[，, ！!]/u.test(text) ? 0.5 : 0
  return quoted + asks + voice + halves
}

function guessTwo(upper: Block, lower: Block, lead: number): Guess {
  const sure = Math.abs(lead) >= 3
  const message =
    lead > 0
      ? `标题两行：${quote(upper.text, 16)}作主题，其下${quote(lower.text, 16)}作副题；也可能是排在主题之下的引题`
      : `标题两行：上一行${quote(upper.text, 16)}作引题，${quote(lower.text, 16)}作主题；也可能上一行是主题、下一行是副题`
  return {
    kind: 'headings',
    risk: sure ? 1 : Math.abs(lead) < 1.5 ? 4 : 3,
    lines: [...upper.lines, ...lower.lines],
    message,
  }
}

function guessThree(lines: readonly Block[]): Guess {
  const message = `标题${lines.length}行：依次作引题、主题、副题`
  return {
    kind: 'headings',
    risk: lines.length > 3 ? 6 : 3,
    lines: lines.flatMap(line => line.lines),
    message,
  }
}
