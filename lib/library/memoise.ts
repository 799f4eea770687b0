// Answers that are computed once for each list.
import type { Article } from '../model/article'

/** A function of a list whose answer is kept as long as the list is. */
export function memoise<Answer extends object>(make: (list: readonly Article[]) => Answer) {
  const known = new WeakMap<readonly Article[], Answer>()
  return (list: readonly Article[]): Answer => {
    const answer = known.get(list) ?? make(list)
    known.set(list, answer)
    return answer
  }
}
