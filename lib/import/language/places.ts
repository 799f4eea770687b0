// Places named in a text: found by the gazetteer, firm names, streets, stations and people set aside.
import { remember } from '../../model/remember'
import { type Division, type NameEntry, placeNames } from './gazetteer'
import { foldWidth } from './sentence'
import { simplifyPlaces } from './traditional-places'

export type Mention = {
  readonly at: number
  readonly text: string
  readonly full: boolean
  readonly divisions: readonly Division[]
  /** 0 to 3: how surely the text is in that place. */
  readonly weight: number
}

const words = new Intl.Segmenter('zh', { granularity: 'word' })
/** How long the longest name is that begins with two characters. */
const longestFrom = new Map<string, number>()
for (const name of placeNames.keys()) {
  const start = name.slice(0, 2)
  longestFrom.set(start, Math.max(longestFrom.get(start) ?? 0, name.length))
}

/** Short names that are words of the language too, or of something else than the place. */
const everyday = new Set(
  '来宾 白银 安康 中山 百色 朝阳 大同 黄山 长治 三明 海西 海北 黄南 安顺 和田 日照 平安 东方 和平 新华 长安 文昌 南山 西山 红旗 定安 兴隆 永安 福安 青山 太和 民乐 长寿 宝山 明光 清水 开阳 光明 建设 城关 城区 郊区 矿区 市中 河东 河西 河北 江北 江东 江南 城东 城西 城北 城中 东山 西湖 东湖 南湖 龙江 向阳 友谊 前进 东风 站前 新城 新区 振兴 复兴 解放 团结 富民 安定 安宁 兴安 和顺 永定 永和 永康 永新 昌盛 高明 通道 双江 双桥 桥东 桥西 路北 路南 铁东 铁西 海港 港口 港北 港南 临港 凤凰 龙华 鼓楼 钟楼 天涯 大厂 中站 吉利 大通 大方 玉屏 大足 化州 融安 都安 通海 石林 广宁 乐安 武功 千阳 万宁 安乡 资源 神木 古城 水城 广场 安居 大安 大祥 丰满 富裕 集安 靖安 同安 同心 中卫 中牟 嘉定 普陀 静安 长宁 虹口 黄埔 海珠 天河 荔湾 白云 越秀 天心 开福 望城 宁乡 东城 西城 丰台 海淀 石景山 昌平 大兴 怀柔 顺义 房山 通州 平谷 密云 延庆 通河 依安 保康 南部 北部 中部 东部 西部 巴南 綦江'.split(
    ' ',
  ),
)

const firm =
  /^[\p{Script=Han}]{0,8}?(?:有限|股份|公司|集团|电气|科技|重工|化工|炼化|钢铁|汽车|银行|大学|电器|电子|机械|机电|石化|水泥|造船|煤业|矿业|建工|建筑|药业|制药|食品|酒店|航空|保险|证券|物流|快递|实业|控股|股份|电力|新材|材料|纺织|家纺|商会|人寿|能源|轮胎|光电|智能|软件|网络|传媒)/u
/** Mountains, rivers and regions that run through several provinces or hold the name of another place. */
const landscape =
  /^(?:太行山|大别山|沂蒙山|武夷山脉|祁连山|天山|昆仑山|秦岭|燕山|吕梁山|罗霄山|武陵山|乌蒙山|横断山|南岭|长白山|大巴山|六盘山|贺兰山|阴山|阿尔泰山|喜马拉雅|长江|黄河|珠江|淮河|海河|辽河|松花江|乌江|嘉陵江|汉江|湘江|赣江|闽江|钱塘江|洞庭湖|鄱阳湖|太湖|巢湖|洪泽湖|青海湖|渤海|黄海|东海|南海|华北|东北|西北|西南|华南|华东|华中|长三角|珠三角|大湾区|北方|南方|山东麓|山西麓|山东坡|山西坡|河南岸|河北岸|湖南岸|湖北岸|江南岸|江北岸)/u
/** A unit of the place that the text does not name: 延安一炼化企业, 柳州某厂. */
const unnamedUnit =
  /^(?:市|县|区|州)?(?:某|一(?!路|线|中|带|代|直|些|起|般|样|旦|时|定|致|边|方面|号|建|汽|拖|重))/u
/** Where people come from, go to or work away from home: less is said of the place itself. */
const origin = /(?:从|由|自|离开|来自|远在|驶往|发往|销往|调往|运往|出口到|籍贯)$/u
const migrant = /^(?:籍|老家|老乡|人[，,。]|打工|务工|口音|话)/u
/** A union or an office of the place acts: the story is there. */
const office =
  /^(?:省|市|县|区|州|盟|旗|自治区|自治州|自治县)?(?:总工会|总[，,]|工会|市总|县总|区总|人社局|应急管理局|职工服务中心|工人文化宫|工业园|经开区|高新区)/u
const street =
  /^(?:[东南西北中]{0,2}[路街巷里弄站桥港]|大道|大街|[东南西北]站|火车站|机场|地铁|话|菜|人|籍|味|时间|银行|大学|杯|牌|号|店|烤鸭|造|方向|方言|口音)/u
const support =
  /^(?:市|县|区|州|盟|旗|省|自治|总工会|工会|高新|经开|经济|开发|新区|城区|城郊|境内|沿线|岸线|一[家个座]|各|全[市县区省])/u

/** Paragraphs whose places are remembered: those of a large issue. */
const manyTexts = 1_000

/** The mentions of places, in the order of the text. */
export const findPlaces = remember(manyTexts, (raw: string) => raw, find)

function find(raw: string): readonly Mention[] {
  const text = simplifyPlaces(foldWidth(raw))
  const bounds = new Set([...words.segment(text)].map(({ index }) => index))
  const mentions: Mention[] = []
  for (let at = 0; at < text.length; ) {
    const skipped = landscape.exec(text.slice(at, at + 6))?.[0].length
    if (skipped && !placeNames.get(text.slice(at, at + skipped + 1))) {
      at += skipped
      continue
    }
    const last = mentions.at(-1)
    const chained = last?.full && last.at + last.text.length === at
    const found = bounds.has(at) || chained ? longestName(text, at) : undefined
    const own = found ? weigh(text, at, found.name, found.entry, mentions.at(-1)) : 0
    const weight = found ? own * roleOf(text, at, found.name) : 0
    if (found && weight > 0)
      mentions.push({
        at,
        text: found.name,
        full: found.entry.full,
        divisions: found.entry.divisions,
        weight,
      })
    at += found ? found.name.length : 1
  }
  return mentions
}

/** What the words around a name make of its weight: an office that acts there, a place that people left. */
function roleOf(text: string, at: number, name: string): number {
  const before = text.slice(Math.max(0, at - 4), at)
  const after = text.slice(at + name.length)
  if (office.test(after)) return 1.4
  return origin.test(before) || migrant.test(after) ? 0.6 : 1
}

function longestName(
  text: string,
  at: number,
): { readonly name: string; readonly entry: NameEntry } | undefined {
  for (let size = longestFrom.get(text.slice(at, at + 2)) ?? 0; size >= 2; size--) {
    const name = text.slice(at, at + size)
    const entry = placeNames.get(name)
    if (entry) return { name, entry }
  }
  return undefined
}

function weigh(
  text: string,
  at: number,
  name: string,
  entry: NameEntry,
  before: Mention | undefined,
): number {
  const after = text.slice(at + name.length)
  const chained =
    before !== undefined &&
    at - before.at - before.text.length <= 1 &&
    related(before.divisions, entry.divisions)
  const level = entry.divisions[0]?.level ?? 'county'
  if (entry.full) return level === 'county' ? 2.5 : 3
  if (street.test(after)) return 0
  const sole = entry.divisions.length === 1 ? (name.length > 2 ? 1.5 : 0.9) : 0.5
  const base = level === 'province' ? 2.5 : level === 'city' ? 2 : sole
  if (chained) return base + 0.5
  const helped = support.test(after) || unnamedUnit.test(after)
  if (firm.test(after) && !helped) return base * 0.2
  if (everyday.has(name)) return helped ? base * 0.7 : level === 'county' ? 0 : base * 0.3
  return base + (level === 'county' && helped ? 0.5 : 0)
}

/** Whether one of the later divisions lies in one of the earlier. */
function related(outer: readonly Division[], inner: readonly Division[]): boolean {
  return inner.some(one =>
    outer.some(
      other =>
        other.province === one.province &&
        other.level !== one.level &&
        (other.level === 'province' || other.short === one.city),
    ),
  )
}

/** The division that a name means where others are named as well; undefined when it cannot be told. */
export function resolve(mention: Mention, others: readonly Mention[]): Division | undefined {
  const { divisions } = mention
  if (divisions.length === 1) return divisions[0]
  const scored = divisions.map(division => ({
    division,
    score: others.reduce((sum, other) => sum + backing(division, other), 0),
  }))
  const [best, second] = scored.sort((a, b) => b.score - a.score)
  if (best && best.score > (second?.score ?? 0)) return best.division
  return divisions.find(division => division.level === 'city' && !mention.full)
}

function backing(division: Division, other: Mention): number {
  const close = other.divisions.filter(one => one.province === division.province)
  if (close.length === 0 || other.divisions.length > 3) return 0
  const parent = close.some(one => one.level === 'city' && one.short === division.city)
  return (parent ? 3 : close.some(one => one.level === 'province') ? 2 : 0.5) / other.divisions.length
}
