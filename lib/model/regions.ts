// The places and topics that an article may stand under: those that come with the site, or the owner's; 全国 and 未分类 among them.
import type { ArticleFacts } from './article'
import type { OwnRegions, Region, Topic } from './own-settings'
import { ownSettings } from './owner'
import { provinces } from './provinces'
import { topics } from './topics'

export type { Region } from './own-settings'
export type Subject = Topic

const noOther = { formerly: [], formerSlugs: [], also: [], terms: [] } as const

/** The provinces, as an owner would write them down. */
const ofTheCountry: OwnRegions = {
  called: '地区',
  whole: { ...noOther, name: '全国', short: '全国', slug: 'quanguo', zone: '全国' },
  list: provinces.map((province): Region => ({ ...noOther, ...province })),
}

const own = ownSettings.regions ?? ofTheCountry

/** Whether the regions are the provinces of the country, of which the importer has a gazetteer. */
export const areProvinces = own === ofTheCountry

/** What a region is called: 地区, or the owner's word. */
export const regionWord = own.called

/** 全国: stories that name no region. It stands where a region stands, before all of them. */
export const nationwide = own.whole

/** 未分类: stories whose text gives no evidence for a topic. */
const unsorted: Subject = {
  ...noOther,
  name: '未分类',
  slug: 'other',
  says: '正文没有足够依据判断主题的文章',
}

/** The regions without 全国, in their order. */
export const namedRegions = own.list
export const regions: readonly Region[] = [nationwide, ...namedRegions]
export const subjects: readonly Subject[] = [...topics, unsorted]

const byName = new Map(namedRegions.flatMap(region => namesOf(region).map(name => [name, region] as const)))

function namesOf({ name, formerly }: Region): readonly string[] {
  return [name, ...formerly]
}

/** The region of that name (“山西”), or that was called so; undefined for anything else, “山西省” included. */
export const findRegion = (name: string): Region | undefined => byName.get(name)

/** The region of a name that was checked; throws on one that is none. */
export function regionOf(name: string): Region {
  const region = findRegion(name)
  if (!region) throw new Error(`not a region: ${name}`)
  return region
}

/** Whether an article is listed under a topic; 未分类 has those without one. */
export const onSubject = (subject: Subject) => (article: ArticleFacts) =>
  article.topic === (subject.name === unsorted.name ? '' : subject.name)

/** The region that an article stands under where it stands only once: its primary one, else 全国. */
export function primaryRegion(article: ArticleFacts): Region {
  return findRegion(article.provinces[0] ?? '') ?? nationwide
}

/** The topic that an article is listed under; 未分类 where it has none. */
export function subjectOf(article: ArticleFacts): Subject {
  return topics.find(({ name }) => name === article.topic) ?? unsorted
}

/** Every region that an article stands under. */
export const regionsOf = ({ provinces: names }: ArticleFacts): readonly Region[] =>
  names.length > 0 ? [...new Set(names)].map(regionOf) : [nationwide]
