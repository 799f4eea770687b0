// Rules that know a line that belongs to no article by its own words: the site around it, editors, imprint, ornaments.
import { width } from '../../language/measure'
import { foldWidth } from '../../language/sentence'
import { readHead } from './running-head'

export type LineRule = {
  /** Chinese, as issue.md names it. */
  readonly reason: string
  readonly is: (text: string) => boolean
  /** What follows at the foot of a page belongs to it as well. */
  readonly foot?: (text: string) => boolean
}

/** Words of the pages around an article: where to go, what to press, who runs the site. */
const siteWords =
  /上一[篇版期条]|下一[篇版期条]|前一[篇版期]|后一[篇版期]|版面(?:导航|目录|概览)|标题导航|本版(?:导航|目录)|返回(?:首页|目录|顶部|列表|上页)?|放大|缩小|默认|字[体号]|打印(?:本[页稿])?|关闭(?:窗口)?|收藏|分享(?:到|至)?|点赞|在看|阅读原文|复制链接|网站首页|首页|客户端|官方(?:网站|微博|微信)|设为首页|加入收藏|登录|注册|检索|往期(?:回顾|推荐|精彩)|相关(?:阅读|链接|新闻)|推荐阅读|延伸阅读|更多精彩|语音播报|点击(?:收听|播放|蓝字|上方|图片)(?:关注)?|扫码(?:关注|下载|阅读|观看)|扫一扫|二维码|长按(?:识别|关注)?|关注(?:我们|公众号|本报)|随时阅读|微信(?:公众号)?|微博|抖音|快手|视频号|公众号|预览时标签不可点|今天是|当前位置|您(?:的|现在的)位置|版权(?:声明|所有)|法律声明|隐私(?:政策|保护)|免责声明|关于(?:我们|\p{Script=Han}{2,4}网)|联系(?:我们|方式)|网站地图|广告(?:服务|刊例)|(?:违法和)?不良信息举报(?:电话|中心)?|举报(?:电话|邮箱)|自律(?:管理)?承诺书|跟帖评论|网络敲诈和有偿删帖|ICP[备证]|公网安备|增值电信业务|互联网新闻信息服务|技术(?:支持|开发)|运营管理|Copyright|©|[Aa]ll [Rr]ights [Rr]eserved|PDF(?:版|下载)?|数字报(?:刊)?|电子报|热门(?:推荐|文章)|人已?阅读|浏览(?:次数|量)/gu
/** At the foot of a site's page: what follows, as long as it is short, is of the site. */
const footWords =
  /Copyright|©|版权(?:声明|所有)|ICP[备证]|公网安备|扫码(?:关注|下载)|扫一扫|往期(?:回顾|推荐|精彩)|相关(?:阅读|链接|新闻)|推荐阅读|阅读原文|关于\p{Script=Han}{2,4}网|预览时标签不可点|^END$/u

/** Lines that say by their first words that they are of a site. */
const surelySite =
  /^《\S{2,12}》(?:档案库|数据库|电子版|数字版|历史库)$|^!\[[^\]]*\]\([^)]*\)$|^(?:上一[篇版期条]|下一[篇版期条]|前一[篇版期]|后一[篇版期])\s*[:：]|^以下文章来源于|^(?:图片|视频|音频|图集|GIF|广告)$|^点个?[“"]?(?:在看|赞)|版权所有|未经(?:许可|授权).{0,6}不得|(?:主管主办|官方账号|官方公众号|官方微信)$|^(?:首页|当前位置|您的位置|\S{2,12})\s*[>›»＞]\s*\S|^\S{2,12} \.$/u

/** What a site prints beside its words: the day and the weekday. */
const days = /\d{4}\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}日?|星期[一二三四五六日天]/gu

const addresses = /(?:https?:\/\/|www\.)[!-~]+|[\w.+-]+@[\w.-]+|[\d()（）·|｜:：,，/\s—–-]+|[×✕►▶◀<>«»]/gu

function isSite(text: string): boolean {
  if (/。/u.test(text) && !/©|Copyright|版权所有|ICP备/u.test(text)) return false
  if (surelySite.test(text) && width(text) <= 90) return true
  const words = text.match(siteWords) ?? []
  if (words.length === 0) return false
  const bare = text.replace(days, '').replace(addresses, '')
  const left = bare.replace(siteWords, '').replace(/\p{Script=Han}{2,6}[报网](?=$|官)|[A-Za-z.]+/gu, '')
  const share = left.length / Math.max(1, bare.length)
  return share <= (words.length > 1 || /[|｜©]/u.test(text) ? 0.5 : 0.34)
}

const editorLabels =
  '责任编辑|一审|二审|三审|本版责编|本版编辑|本期编辑|值班编委|值班主任|值班编辑|执行主编|责编|编辑|主编|统筹|策划|版式|版式设计|版面设计|美术编辑|美编|视觉|制图|校对|检校|审核|审读|审校|终审|初审|复审|监制|编审|排版|图片编辑|新闻热线|热线|电话|传真|邮箱|投稿邮箱|E-?mail|QQ|微信号?'
const imprintLabels =
  '本报地址|社址|报社地址|地址|邮编|邮政编码|总编室|办公室|发行部|广告部|发行热线|广告热线|订阅热线|广告经营许可证|广告许可证|许可证|零售价|零售|定价|每月定价|全年定价|月价|印刷|承印|印刷厂|邮发代号|国内统一刊号|主办|承办|主管|主管单位|主办单位|出版|开印时间|印完时间|法律顾问|总编辑|社长|职业道德监督电话|运营管理|技术开发|技术支持'
const labelled = (labels: string) => new RegExp(`(?<![\\p{Script=Han}])(?:${labels})\\s*[:：丨｜|/]`, 'giu')
const [editor, imprint] = [labelled(editorLabels), labelled(imprintLabels)]
const surely =
  /^[(（【[■●◎]?\s*(?:责任编辑|本版(?:责编|责任编辑|编辑|统筹|策划|制图|美编|版式|设计|校对)|责编|版式|美编|美术编辑|校对|新闻热线|投稿邮箱|本报地址|社址|邮发代号|零售价|(?:来源|编辑|校对|审核|监制|排版)\s*[丨｜])/u

function isEditors(text: string): boolean {
  if (/。/u.test(text) || width(text) > 100 || /(?:记者|通讯员|作者|摄影?)[:：\s]/u.test(text)) return false
  const labels = [...(text.match(editor) ?? []), ...(text.match(imprint) ?? [])].length
  return surely.test(text) ? true : labels >= 2 && (text.match(editor) ?? []).length > 0
}

const isImprint = (text: string) =>
  (text.match(imprint) ?? []).length >= 2 ||
  /^(?:本报|报社|社)?(?:地址|址)\s*[:：].*(?:邮编|电话)|广告(?:经营)?许可证\s*[:：]|^本报(?:法律顾问|常年法律顾问)/u.test(
    text,
  )

/**
 * What a newspaper tells those who bought a bad copy, a line of its own: what is wrong with the copy, and that its printer or the newspaper
 * itself puts it right. 本报如有缺页、残页等印装质量问题，请与印刷厂联系调换。
 */
export const isNoticeToBuyers = (text: string) =>
  width(text) <= 120 &&
  /^(?:(?:尊敬的|广大|各位)*(?:读者|订户)(?:朋友)?们?[,，:：]?)?(?:本[报刊]|您)?(?:如果?|若|凡|倘)(?:有|遇到?|您?发现|收到|存在)[^。；;！？]{0,30}(?:[缺残错漏]页|[缺少]版|倒装|[漏错]印|印[装刷](?:质量)?问题|印[装刷]质量|装订)[^。；;！？]{0,20}[,，]\s*(?:敬|烦)?[请可向][^。；;]{0,20}(?:印刷?厂|承印|印务|本[报刊]|报社|发行|邮局|投递)[^。；;]{0,30}(?:联系|[调更退]换|处理|解决)[^。]{0,40}。?$/u.test(
    text,
  )

/** WeChat’s lines under a title: 原创 宁工宣 宁德市总工会; 江州总工会 2024年11月06日 18:03 安徽. */
const isAccount = (text: string) =>
  /^原创(?:\s+\S{1,12}){1,3}$/u.test(text) ||
  /^\S{2,14}\s+\d{4}[年-]\d{1,2}[月-]\d{1,2}日?\s+\d{1,2}:\d{2}(?:\s+\p{Script=Han}{2,4})?$/u.test(text)

const isSource = (text: string) =>
  (/^(?:来源|稿源|信息来源|发布(?:时间|日期)|时间|日期|版次|版名|版面|专栏|期号|报纸|报名|刊名)\s*[:：].{2,60}$/u.test(
    text,
  ) ||
    /^\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?.{0,16}(?:来源|稿源)\s*[:：]\s*\S{2,16}$/u.test(text)) &&
  !/[。]|作者|记者|通讯员|文\/|图\//u.test(text)

/** Lines without a letter: rules, stars, crosses; and the numbers that designers put before sub-headings. */
const isOrnament = (text: string) =>
  /^[×✕☆★◆◇■□●○▲△▼▽※＊*＿_=~～—–\-·.•|+#\s]+$/u.test(text) ||
  /^[-—\s]*(?:PART|Part|END|The End|NO)\.?\s*\d{0,2}[-—\s]*$/u.test(text)

/** The day and the source of an article above its author, on one line: 2024-11-06 08:30 来源：江州工报 作者：沈一舟. */
export function sourceBefore(text: string): string {
  const found =
    /^(?:发布时间\s*[:：]?\s*)?(?:\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*)?(?:来源|稿源)\s*[:：]\s*\S{2,16}\s+(?=(?:作者|记者|通讯员)\s*[:：]?\s*\p{Script=Han})/u.exec(
      foldWidth(text),
    )
  return found ? text.slice(0, found[0].length) : ''
}

/** In characters: what stands before the note of where an article was printed is its author. */
const longestAuthor = 40

/** Where an article was printed, behind its author, on one line: 本报记者 沈一舟《江州工报》（2024年11月06日 第 03 版）. */
export function sourceAfter(text: string): string {
  const folded = foldWidth(text)
  const note = /《[^《》]{2,20}》\s*\([^()]*\d{4}年[^()]*\)\s*$/u.exec(folded)
  if (!note || /[。！？]/u.test(folded.slice(0, note.index))) return ''
  const author = folded.slice(0, note.index).trim()
  const known = author !== '' && author.length <= longestAuthor && readHead(plainHead(note[0]))?.strong
  return known ? text.slice(note.index) : ''
}

/** 《江州工报》（2024年11月06日 第 03 版） as a running head has it. */
export const plainHead = (note: string) => foldWidth(note).replace(/[()]/gu, ' ').trim()

/** In the order in which they are tried. */
const lineRules: readonly LineRule[] = [
  { reason: '网站文字', is: isSite, foot: text => footWords.test(text) },
  { reason: '编辑署名', is: isEditors },
  { reason: '版权版本', is: isImprint, foot: () => true },
  { reason: '版权版本', is: isNoticeToBuyers },
  { reason: '来源行', is: isSource },
  { reason: '公众号', is: isAccount },
  { reason: '花饰', is: isOrnament, foot: text => /^[-—\s]*(?:END|The End)/u.test(text) },
]

/** The first rule that knows the line. */
export function ruleOf(line: string): LineRule | undefined {
  const text = foldWidth(line).trim()
  return lineRules.find(({ is }) => is(text))
}
