// What is said of an article where only its name and a sentence or two have room: shared links, search results, feeds.
import { type Article, type ArticleFacts, characterCount } from '../model/article'
import { nationwide, regionWord } from '../model/regions'
import { absolute, articlePath, site } from '../model/site'
import { displayTitle, withoutDateline } from './reading'

const longestPlace = 20

/** Descriptions are cut to this many characters: shorter ones say nothing, longer ones are cut by those who show them. */
const descriptionLength = { min: 40, max: 120 } as const

/** “山东·青岛”: the provinces and cities of an article; 全国 if it names none. `besides`: leaves out what that text says already. */
export function placeLabel(article: ArticleFacts, besides = ''): string {
  const unsaid = (names: readonly string[]) => names.filter(name => !besides.includes(name)).join('、')
  const said = [unsaid(article.provinces), unsaid(article.cities)].filter(Boolean).join('·')
  return said || (article.provinces.length > 0 ? '' : nationwide.name)
}

/** “【四川·成都】对创新项目给予最高10万元补助——副题｜引题”: a title that can stand alone, for tabs, cards and feeds. */
export function fullTitle(article: Article): string {
  const title = displayTitle(article)
  const place = article.provinces.length > 0 ? placeLabel(article, title) : ''
  const subtitle = article.subtitle ? `——${article.subtitle.replace(/^—+/u, '')}` : ''
  return `${place ? `【${place}】` : ''}${title}${subtitle}${kickerAfter(article)}`
}

const kickerAfter = ({ kicker }: Article) => (kicker ? `｜${kicker.replace(/—+$/u, '')}` : '')

/** The line that is shared: “【山东】工匠学院建在“链主”企业｜引题”; the province always comes first. */
export function shareTitle(article: Article): string {
  return `【${article.provinces.join('、') || nationwide.name}】${displayTitle(article)}${kickerAfter(article)}`
}

/** What a reader pastes into a chat: the title with its province, one sentence, the link. */
export function shareText(article: Article): string {
  const [sentence = ''] = sentencesOf(summaryText(article))
  const shown = [...sentence].length > descriptionLength.max ? cut(sentence, descriptionLength.max) : sentence
  return [shareTitle(article), shown, absolute(articlePath(article.id))].filter(Boolean).join('\n')
}

/**
 * 40 to 120 characters about an article: its opening without the dateline, cut where a sentence or a clause ends. It begins with
 * the place when neither it nor the title says so, and a text that is too short is followed by what else is known.
 */
export function describe(article: Article): string {
  const text = summaryText(article)
  const [province] = article.provinces
  const opening = cut(text, descriptionLength.max)
  const says = !province || `${displayTitle(article)}${opening}`.includes(province)
  const [city = ''] = article.cities
  const place = says
    ? ''
    : `${[...[province, city].filter(Boolean).join('·')].slice(0, longestPlace).join('')}：`
  return lengthen(`${place}${cut(text, descriptionLength.max - [...place].length)}`, afterword(article))
}

/** More titles than characters cannot be shown: so many are enough to describe a list by. */
export const longestList = descriptionLength.max

/** “山西 · 民主管理：3 篇。其中：…” in 40 to 120 characters: a list of `length` articles is described by the first titles on it. */
export function describeList(name: string, length: number, titles: readonly string[]): string {
  const count = `${name}：${length} 篇`
  if (length === 0) return lengthen(`${count}。`, listAfterword)
  return lengthen(
    cut(`${count}。${titles.slice(0, longestList).join('；')}。`, descriptionLength.max),
    listAfterword,
  )
}

const listAfterword = `${site.name}收录工会系统的报道，按${regionWord}和主题编排，可以逐篇阅读、检索、打印和分享，不需要登录，也不统计读者。`

function afterword(article: Article): string {
  const facts = [placeLabel(article), article.topic].filter(Boolean).join('，')
  const kind = article.kind === 'photo' ? '图片新闻' : '文章'
  return `（${facts}）${site.name}收录的${kind}，全文 ${characterCount(article)} 字，可以在线阅读、打印和分享。`
}

/** What describes an article: its printed summary (阅读提示) if there is one, else its paragraphs without the dateline. */
function summaryText(article: Article): string {
  if (article.tip) return article.tip
  const paragraphs = article.blocks.filter(({ kind }) => kind === 'paragraph').map(({ text }) => text)
  return withoutDateline(paragraphs.join('')).replace(/\s+/gu, ' ').trim()
}

const sentencesOf = (text: string): readonly string[] =>
  text.match(/[^。！？]*[。！？]+[”’）》]*|[^。！？]+$/gu) ?? []

function lengthen(text: string, by: string): string {
  if ([...text].length >= descriptionLength.min) return text
  return [...`${text}${by}`].slice(0, descriptionLength.max).join('')
}

/** The longest beginning of up to `max` characters that ends with a sentence; else with a clause, then marked by ……. */
function cut(text: string, max: number): string {
  if ([...text].length <= max) return text
  const start = [...text].slice(0, max).join('')
  const clause = [...text].slice(0, max - 2).join('')
  return (
    endingWith(/[。！？][”’）》]*/gu, start) ||
    `${endingWith(/[，；：、]/gu, clause).slice(0, -1) || clause}……`
  )
}

/** The longest beginning of at least 40 characters that ends with the mark and closes every quotation; else ''. */
function endingWith(mark: RegExp, text: string): string {
  const ends = [...text.matchAll(mark)].map(match => text.slice(0, match.index + match[0].length))
  const whole = ends.filter(part => [...part].length > descriptionLength.min && closesQuotes(part))
  return whole.at(-1) ?? ''
}

const closesQuotes = (text: string) =>
  [...text].reduce(
    (open, letter) => open + ('“《（'.includes(letter) ? 1 : '”》）'.includes(letter) ? -1 : 0),
    0,
  ) === 0
