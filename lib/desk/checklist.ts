// What is looked at before an issue is published: nothing new is judged here, only gathered from the audit, the doubts and the articles.
import { checkContent } from '../audit/check'
import { type Article, type Issue, printNumber } from '../model/article'
import { isLocal, site } from '../model/site'
import type { Desk } from './desk'
import { viewIssue } from './issue-view'
import type { Check, DoubtView, IssueView } from './wire'

/** The list for an issue, in the order in which an editor goes through it; undefined when there is no such issue. */
export function checkIssueAt(desk: Desk, id: string): readonly Check[] | undefined {
  const view = viewIssue(desk, id)
  if (!view) return undefined
  const { articles, issueFiles, problems } = checkContent(desk.out, undefined, id)
  const shown = articles.filter(({ status }) => !status)
  return [
    proved(
      view,
      problems.map(({ message }) => message),
    ),
    ...doubts(view),
    each('分类', shown, ({ topic }) => topic !== '', '没有分类'),
    paper(issueFiles.get(id)?.issue),
    ...unpublished(articles),
    address(),
  ]
}

function proved({ characters, leftOut }: IssueView, problems: readonly string[]): Check {
  const [first] = problems
  const name = '逐字相符'
  if (first !== undefined) return { state: 'stop', name, says: `${problems.length} 处要先处理：${first}` }
  const out = leftOut > 0 ? `，其中不刊 ${leftOut} 字` : ''
  return { state: 'good', name, says: `${characters.toLocaleString('zh-CN')} 字${out}` }
}

/** Doubts by what they are about; what the page itself speaks against comes with its own words. */
const groups: readonly { readonly name: string; readonly kinds: readonly DoubtView['kind'][] }[] = [
  { name: '姓名、地名', kinds: ['name', 'place', 'byline', 'credit'] },
  { name: '错字', kinds: ['slip'] },
  { name: '图片替代文字', kinds: ['alt'] },
]

function doubts({ doubts: all }: IssueView): readonly Check[] {
  const ofKind =
    (kinds: readonly DoubtView['kind'][]) =>
    ({ kind }: DoubtView) =>
      kinds.includes(kind)
  const named = groups.flatMap(({ kinds }) => kinds)
  const eyes = all.filter(({ routine }) => !routine)
  const routine = all.length - eyes.length
  return [
    ...groups.map(({ name, kinds }) => doubtCheck(name, eyes.filter(ofKind(kinds)), all)),
    doubtCheck(
      '其余存疑',
      eyes.filter(({ kind }) => !named.includes(kind)),
      all,
    ),
    {
      state: 'good',
      name: '惯常的存疑',
      says: routine > 0 ? `${routine} 条没有认可，不妨碍发布` : '都认可了',
    },
  ]
}

function doubtCheck(name: string, list: readonly DoubtView[], all: readonly DoubtView[]): Check {
  const [first] = list
  if (!first) return { state: 'good', name, says: '没有要看的' }
  const rest = list.length > 1 ? `（共 ${list.length} 条）` : ''
  const says = `${first.item === '00' ? '' : `${first.item} 篇：`}${first.message}${rest}`
  return { state: 'look', name, says, go: { to: 'doubt', doubt: all.indexOf(first) } }
}

/** Whether all articles have what is wanted; names those that have not, and leads to the first. */
function each(
  name: string,
  articles: readonly Article[],
  has: (article: Article) => boolean,
  lacks: string,
): Check {
  const without = articles.filter(article => !has(article)).map(({ number }) => printNumber(number))
  const [first] = without
  if (first === undefined) return { state: 'good', name, says: `${articles.length} 篇都有` }
  return { state: 'look', name, says: `${without.join('、')} 篇${lacks}`, go: { to: 'facts', item: first } }
}

function paper(issue: Issue | undefined): Check {
  const lacks = [issue?.publication ? '' : '报名', issue?.date ? '' : '日期'].filter(Boolean)
  const name = '报名、日期'
  if (lacks.length > 0)
    return { state: 'look', name, says: `没有填${lacks.join('、')}，读者看不到出处`, go: { to: 'issue' } }
  return { state: 'good', name, says: `${issue?.publication} ${issue?.date}` }
}

function unpublished(articles: readonly Article[]): readonly Check[] {
  const names = (status: Article['status']) =>
    articles.filter(one => one.status === status).map(({ number }) => printNumber(number))
  const [drafts, withdrawn] = [names('draft'), names('withdrawn')]
  const name = '不刊发的'
  if (drafts.length > 0)
    return [
      {
        state: 'look',
        name,
        says: `${drafts.join('、')} 篇还是草稿`,
        go: { to: 'facts', item: drafts[0] ?? '' },
      },
    ]
  return withdrawn.length > 0
    ? [{ state: 'good', name, says: `${withdrawn.join('、')} 篇已撤回，留一页说明` }]
    : []
}

function address(): Check {
  const name = '网址'
  if (!isLocal) return { state: 'good', name, says: `${site.origin}${site.basePath}` }
  return {
    state: 'look',
    name,
    says: '没有写（SITE_URL，或 content/site.md 的 url），转发出去的链接别人打不开',
  }
}
