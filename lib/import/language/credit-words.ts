// The words around the names in bylines, credits and signatures: roles, labels, media, marks, notes.

/** Marks that newspapers set before a byline. */
export const bylineMarks = /^[□■◇◆○●◎▲△▌★☆※▪▫◼◻]+\s*/u

const media =
  '本报|本刊|本网|本台|本社|新华社|中新社|\\p{Script=Han}{2,12}?(?:报|网|社|台|刊|杂志|客户端|融媒体中心|融媒)'
const kinds =
  '全媒体|融媒体|融媒|特约|特派|见习|实习|首席|高级|资深|市民|工人|职工|青年|摄影|文字|小|驻\\p{Script=Han}{2,4}?'
const callings = '记者|記者|通讯员|通訊員|评论员|評論員|撰稿人?|摄影师|攝影師|撰述员|观察员'

/** 本报记者, 通讯员, 新疆天山职工报全媒体记者, 读者 … at the start of a token. */
export const rolePattern = new RegExp(
  `^(?:(?:${media})?(?:${kinds})*(?:${callings})|实习生|實習生|作者|编辑|编者|读者|讀者|网友|主持人)(?!手记|札记|观察|调查|视点|视线|连线|走基层|在)`,
  'u',
)

export const bothLabel =
  /^(?:文[/并及、]?图|图[/并及、]?文|图文报道|文并摄|文\/摄影?|摄影\/?报道|摄影并?文字|图片\/文字|文字\/图片|撰文\/摄影|攝影報[道導])[:：]?$/u
export const photoLabel =
  /^(?:摄|攝|摄影|攝影|供图|供圖|图|圖|图片|照片|图片提供|摄制|航拍|漫画|插图|绘图|制图|绘)[:：]?$/u
export const textLabel =
  /^(?:整理|采写|採寫|采访|采编|撰文|撰稿|执笔|文字|文|报道|報道|報導|记录|口述|供稿|来稿|综合|策划|编译|编写|讲述)[:：]?$/u
export const prefixLabel =
  /^(整理|采写|采访|采编|撰文|撰稿|执笔|文字|文\/图|图\/文|文|摄影|图片|图|供图|供稿|制图|绘图|漫画|插图|策划|统筹|口述|讲述)[:：/]/u
export const suffixLabel =
  /^([\p{Script=Han}·]{2,12}?)(摄影报道|摄影|文\/图|图\/文|文并摄|报道|摄|攝|文|图|整理|采写|供稿|供图)$/u

/** The second half of a name that was set with a space, and a label behind it: 勇摄 in 贺 勇摄. */
export const halfAndLabel = /^(\p{Script=Han})(摄影报道|摄影|文\/图|图\/文|摄|攝|文|图|整理|采写)$/u

/** Labels that no name ends in. */
export const plainSuffix = /^([\p{Script=Han}·]{2,12}?)(摄影报道|摄影|文\/图|图\/文|摄|攝)$/u

/** Labels that speak of pictures alone. */
export const isPhotoWord = (word: string) =>
  /^(?:摄影?|攝影?|图片?|圖|照片|供图|供圖|航拍|漫画|插图|绘图|制图|绘|图片提供)$/u.test(word)

export const organisation =
  /(?:工会|工會|总工会|联合会|协会|公司|集团|学院|大学|学校|中心|委员会|办公室|宣传部|融媒体|分局|支队|大队|局|厅|社|站|厂|廠|矿|院|部|处|室|车间|项目部|段|队)$/u

/** A note in brackets behind a credit: （新华社发）, （人民视觉）, （本报资料片）, （资料图片）. */
export const creditNote =
  /\s*[([](?:[^()[\]]{0,12}(?:发|供图|资料图?片?|资料片|图片|专稿|見圖|见图)|人民视觉|视觉中国|影像中国)[)\]]\s*/gu

/** Where and by whom a report was sent, in brackets at its end: （本报曼谷电 郑美辰）. */
export const sentFrom = /^(?:本报|本刊|新华社|中新社)\S{1,16}电\s+(?=\S)/u

/** A picture of an agency: 新华社发（蓝望野 摄）, 人民视觉（…）. */
export const agencyCredit =
  /^(?:新华社|中新社|新华网|人民网|人民视觉|视觉中国|影像中国|东方\s?IC|IC\s?photo|CFP|本报)?(?:发|供图|供本报专稿|图片|资料片|资料图片)?\s*\((?=[^()]*\)$)/iu

export const suppliedPhoto =
  /^(?:资料图片?|资料片|资料照片|本报资料片|受访者供图|\p{Script=Han}{2,12}供图|图片由.{2,24}提供|图片来源.{2,16}|新华社发|人民视觉|视觉中国|影像中国|网络图片)$/u

/** Notes that name a source and no person. */
export const sourceNote =
  /^(?:据|来源|摘自|转自|原载|作者系|作者单位|作者为|作者是|本文作者|根据).{2,40}$|^(?:本报|本刊|本网)?(?:综合|综合报道|综合消息|专稿|讯)$|^(?:本报|本刊|新华社|中新社).{1,16}电$|^(?:图|文)?均?(?:为|由)?本报资料$/u
export const staffNote = /^本报(?:特约|首席)?(?:评论员|评论部|编辑部)$|^[—-]{1,2}\s*编\s?者$/u

/** Says which pictures a credit is for: 图①、图②均为…, 本版图片由…. */
export const creditedPictures =
  /^(?:(?:本版|本组|以上|本文|文中|上图|下图|左图|右图|题图|大图|小图|图[①-⑳\d]+|图片|照片|[①-⑳])[、,和及至—-]?)+(?:均?为|均?由|皆为|除.{1,12}外均?为)?[::]?\s*/u
