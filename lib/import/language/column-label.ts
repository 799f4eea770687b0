// Labels of columns and series (栏目): how much a line looks like one, and which line of a heading run is one.
import { width } from './measure'
import { findPlaces } from './places'

/** The words in which labels of columns and series end: genres of the press, places of speech, words of campaigns. */
const genres =
  '观察|视角|夜话|时评|短评|快评|微评|锐评|热评|辣评|论坛|纪实|风采|风采录|聚焦|关注|话题|人物|人物志|之声|漫谈|杂谈|大家谈|三人谈|随笔|札记|手札|看台|问答|热线|广角|视窗|之窗|视点|视线|前沿|讲述|镜头|微镜头|影像|光影|画刊|专栏|手记|来信|信箱|来函|回声|巡礼|档案|讲堂|课堂|圆桌|连线|故事|微故事|故事会|故事汇|群英谱|光荣榜|英雄谱|谈|说|语|心语|微语|絮语|速递|快讯|简讯|短讯|集萃|荟萃|传真|扫描|点击|评论|言论|副刊|周刊|专题|特写|专版|专刊|日记|追踪|调查|实录|摘编|摘要|文摘|选登|连载|纪行|见闻|访谈|专访|对话|画像|群像|先锋|榜样|力量|足迹|印记|记忆|往事|瞬间|园地|天地|茶座|茶馆|议事厅|观点|观澜|微言|短论|时论|快语|一席谈|说法|以案说法|答疑|信息|动态|播报|快报|速览|一览|盘点|提示|贴士|小贴士|知识窗|百科|案例|样本|样板|亮点|博览|会客厅|工作室|加油站|直通车|直播间|进行曲|讲习所|放映厅|朗读者|志|录|谱|坊'
const campaigns =
  '进行时|在行动|一线|现场|身边事|走基层|走一线|新征程|新篇章|新时代|新作为|新气象|新风尚|新风采|新实践|新探索|新画像|新力量|新工人|新天地|你我他|记者跑|面对面|零距离|心连心|有话说|在身边|这一年|在路上|听我说|万里行|基层行|万家行|行动派|大家庭|你问我答|有问必答|好声音|向未来|向新行|再出发|正当时|新起点|大讨论|大走访'
const ending = new RegExp(`(?:${genres}|${campaigns})$`, 'u')

/** Marks and figures that labels do not have; the number of a hotline (12351) is no figure. */
const sentenceMarks = /[，,。？！?!：:；;“”‘’]|——|\d/u
const hotline = /1\d{4}(?=热线|说|问|在|摘编|信箱)/u
const askAndAnswer = /^\S{1,4}问 ?\S{1,4}答$/u
const boxed = /^[【[〔].+[】\]〕]$/u

/** How far a line of this width may be a label; most labels have four to eight characters, kickers ten and more. */
function widthScore(size: number): number {
  return size <= 6 ? 2 : size <= 8 ? 1.5 : size <= 10 ? 0.7 : size <= 12 ? 0 : size <= 16 ? -1.2 : -3
}

/** A line over a title that says who said it: 王永强调, 三部门公告. */
const saying =
  /(?:强调|指出|要求|表示|指示|批示|公告|通知|出席|会见|致辞|致信|回应|宣布|呼吁|倡议|提出|明确|部署|主持|印发|透露|披露)$/u

/** −6 to 6: how much the line by itself looks like the label of a column; 3 and more needs no other evidence. */
export function labelScore(text: string): number {
  const plain = text.replace(hotline, '')
  if (askAndAnswer.test(text) || boxed.test(text)) return 6
  const worded = ending.test(plain) ? 2.5 : 0
  const dotted = /\p{Script=Han}·\p{Script=Han}/u.test(text) ? 1.5 : 0
  const marks = sentenceMarks.test(plain) ? -4 : 0
  const place = findPlaces(text).some(mention => mention.weight >= 1) ? -2.5 : 0
  const deed =
    /(?:举办|召开|推行|开展|组织|打造|构建|推动|建立|启动|签|出台|推出|实施|成立|发布|助力|推进|把|让|被|给|有了|为)/u.test(
      text,
    )
      ? -2
      : 0
  const said = saying.test(text) ? -4 : 0
  return Math.max(-6, Math.min(6, widthScore(width(text)) + worded + dotted + marks + place + deed + said))
}

/** What a line alone must reach to be taken for a label. */
const sure = 3

/** A label by its shape alone: short, no mark in it, ends like a label; 骑手问 工会答. */
export const looksLikeColumn = (text: string): boolean => labelScore(text) >= sure
