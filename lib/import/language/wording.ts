// The wording of heading lines: what speaks for a deck (kicker or subtitle: who does what, where) and what for a title.
import { findPlaces } from './places'

const bodies =
  /(?:工会|工會|总工会|州总|市总|县总|区总|省总|公司|集团|企业|煤矿|工厂|园区|平台|行业|基地|学院|车间|班组|合作社|作业区|项目部|车队|医院|学校|厂(?=\p{Script=Han})|街道|社区|乡镇|联合会|委员会)/u
const deeds =
  /(?:举办|召开|推行|开展|组织|打造|构建|推动|建立|走进|启动|签订|签下|出台|探索|推出|实施|创新|成立|发布|深化|助力|推进|试点|设立|建起|开设|创办|设“|送上|办起|保障|服务|制定|落实|优化|破解|联合|搭建|开通|为.{2,8}[送办建配撑]|把.{2,12}[进到写给搬送交]|让.{2,12}[有成开进]|给.{2,10}[配撑装])/u
const genre = /(?:纪事|侧记|纪实|见闻|走笔|记事|掠影|观察|探访记|扫描|小记|启示|调查)$/u
/** A firm or a town that the line does not name: 柳州一车桥厂. */
const unnamedUnit =
  /^\S{2,5}?(?:市|县|区|省|州)?一(?!个|条|张|把|盏|双|颗|部|位|次|座|碗|锹|筐|线)\p{Script=Han}/u

/** 柳州一车桥厂…: the line tells of a unit that it does not name, as kickers and subtitles do. */
export const tellsOfUnnamed = (text: string) => deckScore(text) >= 2.5 && unnamedUnit.test(text)

/** Two-part and row-like lines: 技能比武 师徒同台 现场评级. */
export const isRow = (text: string) => /^\S{2,8}(?: \S{2,8}){2,}$/u.test(text)

/** About 0 to 6: how much a line says who does what, where. */
export function deckScore(text: string): number {
  const places = findPlaces(text).filter(mention => mention.weight >= 1)
  const place = places.length > 0 ? (places[0]?.at === 0 ? 2.5 : 1.5) : 0
  const body = bodies.test(text) ? 1 : 0
  const deed = place + body > 0 && deeds.test(text) ? 1 : 0
  const report = genre.test(text) ? 1.5 : 0
  const nameless = place > 0 && unnamedUnit.test(text) ? 1.5 : 0
  const figures = /\d/.test(text) ? 0.3 : 0
  return place + body + deed + report + nameless + figures
}

/** About −1 to 5: pictures, questions, voices, halves that answer each other. */
export function titleScore(text: string): number {
  const quoted = /[“‘]/u.test(text) ? 0.5 : 0
  const spoken = /^“[^”]+”$/u.test(text) ? 1.5 : 0
  const asks = /[？?]|(.)不\1|吗|怎么|为啥|如何|谁/u.test(text) ? 2 : 0
  const voice = /[我你他她它咱]/u.test(text) ? 1 : 0
  const halves = /[，, ！!]/u.test(text) ? 0.5 : 0
  const negated = /(?:不|别|没|莫)/u.test(text) ? 0.5 : 0
  const happened = /(?:了|来了|起来|啦)(?:$|[，, ])/u.test(text) ? 0.5 : 0
  const image = /^(?:一|这|那|从|在|当)\p{Script=Han}.*(?:的|里|上|下|间)/u.test(text) ? 0.7 : 0
  return quoted + spoken + asks + voice + halves + negated + happened + image
}
