// The topic of an item, by weighted terms; none without evidence.
import type { TopicName } from '../../model/topics'
import { topicTerms } from './topic-terms'

/** Below this sum no topic is named. */
const enough = 4

export type TopicGuess = {
  readonly topic: TopicName | ''
  readonly margin: number
  readonly second: TopicName | ''
}

/** Terms in headings count four times, in the label of the column and the tip twice; repeats count less and less. */
export function topicOf(headings: string, box: string, body: string): TopicGuess {
  const scores = names.map(topic => {
    const score = Object.entries(topicTerms[topic]).reduce((sum, [term, weight]) => {
      const strength =
        4 * Math.min(2, count(headings, term)) +
        2 * Math.min(1, count(box, term)) +
        Math.log2(1 + count(body, term))
      return sum + weight * strength
    }, 0)
    return { topic, score }
  })
  const [best, second] = scores.sort((a, b) => b.score - a.score)
  if (!best || best.score < enough) return { topic: '', margin: 0, second: '' }
  return {
    topic: best.topic,
    margin: best.score / Math.max(1, second?.score ?? 0),
    second: second?.topic ?? '',
  }
}

const names: readonly TopicName[] = [
  '思想引领与宣传',
  '技术创新与竞赛',
  '产业工人队伍建设与培训',
  '民主管理',
  '集体协商与维权',
  '基层组织建设',
  '职工服务与帮扶',
  '文化体育',
  '女职工',
  '安全生产与劳动保护',
  '新就业形态',
]

function count(text: string, term: string): number {
  return text.split(term).length - 1
}
