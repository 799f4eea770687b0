// Running heads and folios: lines that hold nothing but the paper, its date, number, page and section.
import { foldWidth } from '../../language/sentence'

export type HeadLine = {
  /** Proves by itself that it is a running head; others are one beside such a line. */
  readonly strong: boolean
  /** YYYY-MM-DD, '' when none is printed. */
  readonly date: string
  /** Names of newspapers. */
  readonly papers: readonly string[]
  /** 版次 and 版名, '' when they are not printed: 3, A2; 要闻. */
  readonly page: string
  readonly section: string
}

const day = /(\d{4})\s*[年/.-]\s*\/?\s*(\d{1,2})\s*[月/.-]\s*\/?\s*(\d{1,2})\s*日?/u
const time = /\d{1,2}:\d{2}(?::\d{2})?/u
const weekday =
  /(?:星期|周)[一二三四五六日天]|农历\p{Script=Han}{4,14}|\p{Script=Han}{2}年\p{Script=Han}{1,2}月(?:初|十|廿|卅)\p{Script=Han}?|今[日天]\s*\d{1,3}\s*版/u
const page =
  /第?\s*[A-Z]?\d{1,3}\s*版(?:面)?\s*[:：·]?\s*(?:\p{Script=Han}{2,6}(?=[\s)）]|$))?|第[一二三四五六七八九十]{1,3}版(?:\s*[:：·]?\s*\p{Script=Han}{2,6}(?=\s|$))?/u
const number =
  /(?:总第|第)\s*\d{1,6}\s*期(?:号)?|(?:国内统一)?(?:连续出版物号|刊号)\s*[:：]?\s*(?:CN)?\s*[\d-]+(?:\/\p{Script=Han})?|CN\s*\d{2}-\d{4}|(?:邮发)?代号\s*[:：]?\s*\d+-\d+/u
const paper =
  /《?(\p{Script=Han}{1,8}(?:日报|晚报|时报|晨报|快报|周报|早报|商报|导报|工人报|职工报|劳动报|工报|午报|都市报|青年报|法治报|建设报|电力报|石油报|煤炭报|铁道报|(?<![预海喜捷简情通汇申上举电墙板黑播])报))》?/u
const section =
  /^(?:要闻|新闻|综合|国内|国际|工会|工运|基层|副刊|理论|评论|言论|专题|专版|特刊|广告|文化|体育|经济|社会|民生|法治|维权|职工|班组|产经|财经|教育|健康|生活|读者|视点|时评|周刊|图片|摄影|关注|聚焦|深度|人物|天下|职场|地方|区域|企业|安全|权益|工匠|园地|家园|视窗|公益|就业|产改|农民工|女工|青年|科技|旅游|热点|调查|纪实|头版){1,2}(?:新闻|版|周刊|天地|广场|之窗|在线)?$/u
/** 2 要闻, A4 产改, 职工天地 08. */
const folio =
  /^[—-]?\s*[A-Z]?\d{1,3}\s*[—-]?(?:\s*\p{Script=Han}{2,5})?$|^\p{Script=Han}{2,5}\s*[A-Z]?\d{1,2}$/u

/** The paper's name in letters, a month: only beside a running head. */
const weak: HeadLine = { strong: false, date: '', papers: [], page: '', section: '' }

/** Reads a line as a running head or a part of one; undefined for any other. */
export function readHead(line: string): HeadLine | undefined {
  const text = foldWidth(line).trim()
  if (/^(?:[A-Z]{2,}\s*){1,5}$/u.test(text) || /^\d{4}年\d{1,2}月$/u.test(text)) return weak
  if (text.length > 80 || /[。；;]/u.test(text) || /^\(.*\)$/u.test(text)) return undefined
  const found = { day: false, time: false, weekday: false, page: false, number: false }
  let rest = text
  const take = (pattern: RegExp) => {
    const hit = pattern.exec(rest)
    if (hit) rest = `${rest.slice(0, hit.index)} ${rest.slice(hit.index + hit[0].length)}`
    return hit
  }
  const date = take(day)
  found.day = date !== null
  found.time = take(time) !== null
  found.weekday = take(weekday) !== null
  found.number = take(number) !== null
  const paged = take(page)
  found.page = paged !== null
  const papers = [take(paper), take(paper)].flatMap(hit => hit?.[1] ?? [])
  while (take(number)) found.number = true
  const left = rest.replace(/[\s|/·,，:：()（）《》—-]+/gu, ' ').trim()
  const place = found.day && found.time && /^\p{Script=Han}{2,3}$/u.test(left)
  if (left && !place && !section.test(left) && !folio.test(left)) return undefined
  const known = Object.values(found).some(Boolean) || papers.length > 0 || left !== ''
  if (!known) return undefined
  const dated = found.day && (found.weekday || found.time || papers.length > 0)
  const named = found.page && !/^\d{1,3}版$/u.test(text)
  const strong = dated || named || found.number
  return { strong, date: dateOf(date), papers, ...pageIn(paged?.[0] ?? '', left) }
}

const numerals = '〇一二三四五六七八九'

/** The page and the section that a line names; `rest` is what is left of it: 要闻, 2 要闻, 职工天地 08. */
function pageIn(named: string, rest: string): Pick<HeadLine, 'page' | 'section'> {
  const beside = folio.test(rest) && /\p{Script=Han}/u.test(rest) ? rest : ''
  const digits =
    /[A-Z]?\d{1,3}/u.exec(named)?.[0] ?? numberOf(/第([一二三四五六七八九十]{1,3})版/u.exec(named)?.[1] ?? '')
  const page = digits || (/[A-Z]?\d{1,3}/u.exec(beside)?.[0] ?? '')
  const words = /版(?:面)?\s*[:：·]?\s*(\p{Script=Han}{2,6})$/u.exec(named)?.[1] ?? ''
  const section = words || (beside || rest).replace(/[^\p{Script=Han}]/gu, '')
  return {
    page: page.replace(/^([A-Z]?)0+(?=\d)/, '$1'),
    section: isSection(section) || beside ? section : '',
  }
}

/** 三 → 3, 十 → 10, 十二 → 12, 二十 → 20. */
function numberOf(chinese: string): string {
  const [, tens = '', ones = ''] = /^([二三四五六七八九]?)十([一二三四五六七八九]?)$/u.exec(chinese) ?? []
  const digit = (one: string) => String(Math.max(0, numerals.indexOf(one)))
  if (chinese.includes('十')) return `${tens ? digit(tens) : 1}${ones ? digit(ones) : 0}`
  return chinese.length === 1 ? digit(chinese) : ''
}

/** Whether words are the name of a newspaper's section: 要闻, 基层新闻. */
export const isSection = (text: string): boolean => section.test(text)

/** The day that a line prints with its year, YYYY-MM-DD; '' when it prints none. */
export const dateIn = (line: string) => dateOf(day.exec(foldWidth(line)))

function dateOf(match: RegExpExecArray | null): string {
  const [, year = '', month = '', date = ''] = match ?? []
  const possible = Number(month) >= 1 && Number(month) <= 12 && Number(date) >= 1 && Number(date) <= 31
  return year && possible ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : ''
}

/** Names of newspapers in a line of the site they stand on: 云麓工人报官方网站. */
export function papersIn(line: string): readonly string[] {
  const found =
    /(?:^|[\s,，《|读])(\p{Script=Han}{2,6}(?:日报|晚报|时报|工人报|职工报|劳动报|工报|晨报|报))(?=[》\s|]|官方|官网|客户端|数字|电子|$)/u.exec(
      foldWidth(line),
    )
  return found?.[1] ? [found[1]] : []
}
