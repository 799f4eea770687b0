// The topic of an item, by the weighted terms of each topic's vocabulary; none without evidence.
import { topics } from '../../model/topics'
import { topicTerms } from './topic-terms'

/** Below this sum no topic is named: one strong term in the text, once. */
const enough = 3
/** A weak sum must at least be well ahead of the next. */
const strong = 8
const clearMargin = 1.25
/** Of this weight one term is enough; of lighter ones it takes two. */
const speaksAlone = 3

/** What a term counts in the headings, in the label and the tip, in the first paragraph, beside what it counts in the text. */
const inHeadings = 3
const inBox = 1.5
const inLead = 1
/** Terms of two characters are common words more often than longer ones. */
const longTerm = 1.3

export type TopicGuess = {
  readonly topic: string
  readonly margin: number
  readonly second: string
}

/**
 * The topic with the highest sum over its terms. In: the headings, the label of the column with the tip, and the
 * paragraphs as lines. Repeats count less and less; a term inside a longer term of the topic that was found does not count.
 */
export function topicOf(headings: string, box: string, body: string): TopicGuess {
  const lead = body.split('\n')[0] ?? ''
  const scores = topics.map(({ name }) => ({
    topic: name,
    ...scoreOf(name, { headings, box, lead, body }),
  }))
  const [best, second] = scores.sort((a, b) => b.score - a.score)
  const alone = best && best.terms < 2 && best.heaviest < speaksAlone
  const unclear = alone || (best && best.score < strong && best.score < clearMargin * (second?.score ?? 0))
  if (!best || best.score < enough || unclear) return { topic: '', margin: 0, second: '' }
  return {
    topic: best.topic,
    margin: best.score / Math.max(1, second?.score ?? 0),
    second: second?.topic ?? '',
  }
}

type Texts = { readonly headings: string; readonly box: string; readonly lead: string; readonly body: string }

type Score = { readonly score: number; readonly terms: number; readonly heaviest: number }

function scoreOf(topic: string, texts: Texts): Score {
  const { headings, box, body } = texts
  const isSaid = (term: string) => headings.includes(term) || box.includes(term) || body.includes(term)
  const terms = [...(topicTerms.get(topic) ?? [])]
    .filter(([term]) => isSaid(term))
    .sort(([a], [b]) => b.length - a.length)
  let rest = texts
  let [score, found, heaviest] = [0, 0, 0]
  for (const [term, weight] of terms) {
    const strength =
      inHeadings * Math.min(2, count(rest.headings, term)) +
      inBox * Math.min(1, count(rest.box, term)) +
      inLead * Math.min(1, count(rest.lead, term)) +
      Math.log2(1 + count(rest.body, term))
    if (strength === 0) continue
    found++
    heaviest = Math.max(heaviest, weight)
    score += weight * strength * (term.length > 2 ? longTerm : 1)
    rest = without(rest, term)
  }
  return { score, terms: found, heaviest }
}

function without({ headings, box, lead, body }: Texts, term: string): Texts {
  const cut = (text: string) => text.replaceAll(term, '\0')
  return { headings: cut(headings), box: cut(box), lead: cut(lead), body: cut(body) }
}

const count = (text: string, term: string) => text.split(term).length - 1
