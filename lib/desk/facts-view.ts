// The facts of an item and of an issue as a form asks for them: what each is called, what it is now, what it may be.
import { factOf } from '../edits/issue-facts'
import { type FactName, facts, type IssueFact, issueFacts } from '../format/operation'
import type { Article, Issue } from '../model/article'
import { articleFields } from '../model/article-fields'
import { namedRegions, nationwide, regionWord } from '../model/regions'
import { topics } from '../model/topics'
import type { FactView } from './wire'

type Choices = FactView['choices']

const status: Choices = [
  { value: 'ready', says: '刊发' },
  { value: 'draft', says: '草稿，不刊发' },
  { value: 'withdrawn', says: '撤回，留一页说明' },
]
const same = (values: readonly string[]): Choices => values.map(value => ({ value, says: value }))

/** What may be chosen for a fact; nothing where it is written freely. */
const choices: Partial<Record<FactName | IssueFact, Choices>> = {
  kind: [
    { value: 'article', says: '文章' },
    { value: 'photo', says: '图片新闻' },
  ],
  topic: [{ value: '', says: '未定' }, ...same(topics.map(({ name }) => name))],
  status,
}

/** What a fact is called beyond its label: how several values are written, what an empty one means. */
const hints: Partial<Record<FactName | IssueFact, string>> = {
  provinces: `${regionWord}，几个用、隔开，空着是${nationwide.name}`,
  cities: '几个用、隔开',
  authors: '几个用、隔开',
  photographers: '几个用、隔开',
  date: '如 2024-11-12',
  dateBasis: '日期若是推断的，写上依据',
  order: '编号，几个用、隔开，没写的在后',
  lead: '头条的编号',
}

/** Every fact of an item that an operation can set. */
export const factsOf = (article: Article): readonly FactView[] =>
  facts.map(name => ({
    ...{ name, label: articleFields[name].label, hint: hints[name] ?? '' },
    value: name === 'status' ? article.status || 'ready' : [article[name]].flat().join('、'),
    choices: choices[name] ?? [],
    suggested: name === 'provinces' ? namedRegions.map(region => region.name) : [],
  }))

/** The facts that are set for many items at once. */
export const factsOfMany: readonly FactView[] = (['topic', 'status', 'date'] as const).map(name => ({
  ...{ name, label: articleFields[name].label, hint: hints[name] ?? '', value: '' },
  ...{ choices: choices[name] ?? [], suggested: [] },
}))

const issueLabels: Readonly<Record<IssueFact, string>> = {
  title: '刊期名',
  date: '日期',
  dateBasis: '推断日期的依据',
  publication: '报名',
  status: '状态',
  order: '各篇的次序',
  lead: '头条',
}

/** Every fact of an issue that an operation can set. */
export const factsOfIssue = (issue: Issue): readonly FactView[] =>
  issueFacts.map(name => ({
    ...{ name, label: issueLabels[name], hint: hints[name] ?? '' },
    value: factOf(issue, name).value ?? '',
    choices: choices[name] ?? [],
    suggested: [],
  }))
