// Fillers between articles: the weather, notices of loss, announcements, advertisements; known by their label and wording.
import { width } from '../../language/measure'
import { foldWidth } from '../../language/sentence'

const weatherLabel = /^(?:今日|今明|明日|本周|未来\p{Script=Han}{1,3})?天气(?:预报|情况)?$/u
const weather =
  /(?:晴|阴|多云|雨|雪|雾|霾).*(?:℃|°C|度|风)|(?:℃|°C).*(?:风|级)|^\p{Script=Han}{2,6}[:：].*(?:晴|阴|多云|雨|雪)/u
const noticeLabel =
  /^[【《]?(?:遗失(?:声明|公告|启事)?|作废声明|声明|注销公告|减资公告|清算公告|解散公告|拍卖公告|招租公告|公告栏?|通告|启事|招聘启事|寻人启事|寻亲公告|分类广告|广告)[】》]?$/u
const notice =
  /(?:不慎|因故)?(?:遗失|丢失|被盗).*(?:作废|挂失)|声明作废|特此(?:公告|声明|通告)|债权人.*(?:申报|清偿)|登报(?:声明|作废)/u
const publicLabel = /^[【《]?(?:公益广告|公益宣传)[】》]?$/u
const publicEnd = /(?:宣|制|发布|公益广告)$/u

/** How far a public-interest advertisement reaches below its label, in lines. */
const longestSlogan = 4

/** The lines (from `at`) of a filler, and its name; 0 lines when none begins here. */
export function readFiller(
  lines: readonly string[],
  at: number,
): { readonly reason: string; readonly count: number } {
  const text = (index: number) => foldWidth(lines[index] ?? '').trim()
  const first = text(at)
  const while_ = (from: number, is: (line: string) => boolean) => {
    let end = from
    while (end < lines.length && is(text(end))) end++
    return end - from
  }
  if (weatherLabel.test(first)) {
    const count = while_(at + 1, line => weather.test(line) && width(line) <= 60)
    if (count > 0) return { reason: '天气', count: count + 1 }
  }
  if (noticeLabel.test(first)) {
    const count = while_(at + 1, line => notice.test(line))
    if (count > 0) return { reason: '启事公告', count: count + 1 }
  }
  if (notice.test(first) && /^.{2,60}(?:遗失|丢失)/u.test(first)) return { reason: '启事公告', count: 1 }
  if (publicLabel.test(first)) {
    for (let end = at + 1; end <= Math.min(at + longestSlogan, lines.length - 1); end++) {
      if (publicEnd.test(text(end)) && width(text(end)) <= 20)
        return { reason: '公益广告', count: end - at + 1 }
    }
    return { reason: '公益广告', count: 1 }
  }
  return { reason: '', count: 0 }
}
