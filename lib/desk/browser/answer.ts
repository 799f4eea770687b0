// What the answer to a question of the desk comes to, as operations.
import type { Operation } from '../../format/operation'
import { type Bench, itemOf, type Question } from './bench'
import { factsAsked } from './facts-form'
import {
  correctWords,
  deleteItem,
  leaveOut,
  mergeInto,
  moveTo,
  removePicture,
  sayOfPicture,
  setFact,
  setIssueFact,
  takeBack,
} from './operations'

/** What the answer comes to; nothing where nothing is to be changed. */
export function answerOf(
  question: Question,
  bench: Bench,
  field: (name: string) => string,
): readonly Operation[] {
  const item = itemOf(bench)
  switch (question.ask) {
    case 'correct':
      return [correctWords(question.item, field('source'), field('print'), field('why'))]
    case 'leave-out':
      return [leaveOut(question, field('why'))]
    case 'move':
      return [moveTo(question, goalOf(field))]
    case 'take-back':
      return [takeBack(question.line.text, goalOf(field))]
    case 'merge': {
      const other = bench.view.items.find(({ name }) => name === field('with'))
      return item && other ? [mergeInto(item, other)] : []
    }
    case 'delete':
      return item ? deleteItem(item, field('why')) : []
    case 'picture':
      return pictureAsked(question, field)
    case 'facts':
      return item ? factsAsked(item, field, (name, value) => setFact(item, name, value)) : []
    case 'issue':
      return factsAsked(bench.view, field, setIssueFact)
    default:
      return []
  }
}

/** A picture that is to go, or what was changed of what is said of it. */
function pictureAsked(
  { item, file }: Extract<Question, { ask: 'picture' }>,
  field: (name: string) => string,
): readonly Operation[] {
  const picture = item.pictures.find(one => one.file === file)
  if (!picture) return []
  if (field('place') === 'none') return [removePicture(item, file)]
  const now = Object.fromEntries(
    ['alt', 'caption', 'credit', 'names', 'mark'].map(name => [name, field(name).replace(/\s+/g, ' ')]),
  )
  const place = String(item.pictures.indexOf(picture) + 1)
  return sayOfPicture(item, picture, {
    ...now,
    ...(field('place') !== place && { place: field('place') }),
  })
}

/** `03 本报讯`: an item and the opening of the part before which it goes. */
function goalOf(field: (name: string) => string) {
  const [item = '', ...before] = field('goal').split(' ')
  return { item, before: before.join(' ') }
}
