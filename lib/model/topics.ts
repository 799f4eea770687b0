// The topics, in the order in which lists show them, with URL slugs: the owner's, or the eleven that come with the site.
import type { Topic } from './own-settings'
import { ownSettings } from './owner'

export const builtInTopics = [
  { name: '思想引领与宣传', slug: 'ideology', says: '宣讲、思政、媒体传播、劳模精神' },
  { name: '技术创新与竞赛', slug: 'innovation', says: '职工创新、技术攻关、工匠助企、劳动和技能竞赛、五小' },
  { name: '产业工人队伍建设与培训', slug: 'skills', says: '产改、工匠学院、技能等级、学历提升、师带徒' },
  { name: '民主管理', slug: 'democracy', says: '职代会、厂务公开、职工建言、干部下基层' },
  { name: '集体协商与维权', slug: 'bargaining', says: '集体合同、工资协商、法律援助、劳动争议' },
  { name: '基层组织建设', slug: 'grassroots', says: '建会入会、基层工会、行业工会联合会' },
  { name: '职工服务与帮扶', slug: 'welfare', says: '送温暖、困难帮扶、服务阵地、社区共享' },
  { name: '文化体育', slug: 'culture', says: '职工文体、书屋、传统技艺、非遗' },
  { name: '女职工', slug: 'women', says: '女职工权益、妈妈小屋、托育' },
  { name: '安全生产与劳动保护', slug: 'safety', says: '安康杯、隐患排查、职业健康' },
  { name: '新就业形态', slug: 'new-employment', says: '外卖、网约车、货运、平台协商' },
] as const

export type BuiltInTopic = (typeof builtInTopics)[number]['name']

const noOther = { terms: [], formerly: [], formerSlugs: [] } as const

export const topics: readonly Topic[] =
  ownSettings.topics ?? builtInTopics.map(topic => ({ ...topic, ...noOther }))

const byName = new Map(
  topics.flatMap(topic => [topic.name, ...topic.formerly].map((name): [string, Topic] => [name, topic])),
)

/** The topic of that name, or that was called so; undefined for anything else. */
export function findTopic(name: string): Topic | undefined {
  return byName.get(name)
}
