// What the answer to a question of the desk comes to, as operations.
import type { Operation } from '../../format/operation'
import {
  correctOperation,
  deleteOperations,
  factOperation,
  issueFactOperation,
  leaveOutOperation,
  mergeOperation,
  moveOperation,
  pictureOperations,
  removePictureOperation,
  takeBackOperation,
} from '../operations'
import { type Bench, type Question, shownItem } from './bench'
import { factsAsked } from './facts-form'

/** What the answer comes to; nothing where nothing is to be changed. */
export function answerOf(
  question: Question,
  bench: Bench,
  field: (name: string) => string,
): readonly Operation[] {
  const item = shownItem(bench)
  switch (question.ask) {
    case 'correct':
      return [correctOperation(question.item, field('source'), field('print'), field('why'))]
    case 'leave-out':
      return [leaveOutOperation(question, field('why'))]
    case 'move':
      return [moveOperation(question, destinationOf(field))]
    case 'take-back':
      return [takeBackOperation(question.line.text, destinationOf(field))]
    case 'merge': {
      const other = bench.view.items.find(({ name }) => name === field('with'))
      return item && other ? [mergeOperation(item, other)] : []
    }
    case 'delete':
      return item ? deleteOperations(item, field('why')) : []
    case 'picture':
      return pictureAsked(question, field)
    case 'facts':
      return item ? factsAsked(item, field, (name, value) => factOperation(item, name, value)) : []
    case 'issue':
      return factsAsked(bench.view, field, issueFactOperation)
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
  if (field('place') === 'none') return [removePictureOperation(item, file)]
  const now = Object.fromEntries(
    ['alt', 'caption', 'credit', 'names', 'mark'].map(name => [name, field(name).replace(/\s+/g, ' ')]),
  )
  const place = String(item.pictures.indexOf(picture) + 1)
  return pictureOperations(item, picture, {
    ...now,
    ...(field('place') !== place && { place: field('place') }),
  })
}

/** `03 本报讯`: an item and the opening of the part before which it goes. */
function destinationOf(field: (name: string) => string) {
  const [item = '', ...before] = field('goal').split(' ')
  return { item, before: before.join(' ') }
}
