// The places and topics that an article may stand under, 全国 and 未分类 among them.
import type { ArticleFacts } from './article'
import { type Province, type ProvinceName, provinceOf, provinces } from './provinces'
import { type Topic, type TopicName, topics } from './topics'

/** 全国: stories that name no province. It stands where a province stands, before all of them. */
export const nationwide = { name: '全国', short: '全国', slug: 'quanguo', zone: '全国' } as const
export type Region = Province | typeof nationwide

/** 未分类: stories whose text gives no evidence for a topic. */
export const unsorted = { name: '未分类', slug: 'other', says: '正文没有足够依据判断主题的文章' } as const
export type Subject = Topic | typeof unsorted

export const regions: readonly Region[] = [nationwide, ...provinces]
export const subjects: readonly Subject[] = [...topics, unsorted]

export const inRegion = (region: Region) => (article: ArticleFacts) =>
  region.name === nationwide.name
    ? article.provinces.length === 0
    : article.provinces.includes(region.name as ProvinceName)

export const onSubject = (subject: Subject) => (article: ArticleFacts) =>
  article.topic === (subject.name === unsorted.name ? '' : (subject.name as TopicName))

/** The region that an article stands under where it stands only once: its primary province, else 全国. */
export function primaryRegion(article: ArticleFacts): Region {
  return provinces.find(({ name }) => name === article.provinces[0]) ?? nationwide
}

export function subjectOf(article: ArticleFacts): Subject {
  return topics.find(({ name }) => name === article.topic) ?? unsorted
}

/** Every region that an article stands under. */
export const regionsOf = ({ provinces: names }: ArticleFacts): readonly Region[] =>
  names.length > 0 ? [...new Set(names)].map(provinceOf) : [nationwide]
