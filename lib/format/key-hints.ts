// Keys that editors write in Chinese, or in another English word, and the key that is meant.
import { articleFields, frontMatterKeys } from '../model/article-fields'

/** Other names for keys, as editors say them. */
const aliases: Readonly<Record<string, string>> = {
  题目: 'title',
  标题: 'title',
  大标题: 'title',
  正题: 'title',
  小标题: 'subtitle',
  肩题: 'kicker',
  专栏: 'column',
  记者: 'authors',
  通讯员: 'authors',
  文: 'authors',
  摄影者: 'photographers',
  图: 'photographers',
  省: 'provinces',
  地区: 'provinces',
  市: 'cities',
  栏: 'column',
  类别: 'topic',
  话题: 'topic',
  时间: 'date',
  更正说明: 'corrections',
  期号: 'issue',
  编者按: 'tip',
  阅读提示: 'tip',
  责编: 'editor',
  author: 'authors',
  province: 'provinces',
  city: 'cities',
  line: 'lines',
}

/** Keys that belong in issue.md, not with an article. */
const ofIssue: Readonly<Record<string, string>> = {
  报名: 'publication',
  报纸: 'publication',
  报刊: 'publication',
  publication: 'publication',
  刊期: 'title',
  dateBasis: 'dateBasis',
}

const byLabel: ReadonlyMap<string, string> = new Map(
  frontMatterKeys.map(key => [articleFields[key].label, key] as const),
)

/** “，是不是“title”？” for a key that is known by another name; undefined for one that is not. */
export function keyHint(key: string): string | undefined {
  if (key === '主题') return '，大标题是“title”，分类是“topic”'
  const meant = aliases[key] ?? byLabel.get(key)
  if (meant) return `，应写“${meant}”`
  const issueKey = ofIssue[key]
  return issueKey && `，整期的事写在 issue.md 里：“${issueKey}”`
}
