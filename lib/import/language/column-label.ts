// Labels of columns and series (栏目), known by their shape.
import { width } from './measure'

/** The words in which labels of columns and series end. */
const columnEnd =
  /(?:观察|进行时|视角|夜话|在行动|时评|短评|快评|微评|锐评|论坛|纪实|风采|聚焦|关注|话题|一线|现场|人物|之声|漫谈|随笔|札记|看台|问答|热线|直通车|广角|视窗|视点|视线|前沿|讲述|身边事|镜头|影像|画刊|专栏|手记|来信|回声|巡礼|档案|讲堂|课堂|圆桌|连线|走基层|新征程|新篇章|新时代|你我他|故事|故事会|群英谱|光荣榜|谈|说|记者跑|面对面|零距离|进行曲|加油站|会客厅|工作室|博览|速递|快讯|简讯|集萃|荟萃|传真|扫描|点击|评论|言论|副刊|周刊|专题|特写|专版|专刊|有话说|在身边|这一年|在路上|日记|追踪|调查|实录|听我说)$/u
/** A label by its shape: short, no mark in it, ends like a label; 骑手问 工会答. */
export function looksLikeColumn(text: string): boolean {
  if (width(text) > 16 || /[，,。？！?!：:“”《》\d]/u.test(text)) return false
  return columnEnd.test(text) || /^\S{1,4}问 ?\S{1,4}答$/u.test(text) || /^[【[].+[】\]]$/u.test(text)
}
