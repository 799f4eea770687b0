// Answers that are computed once for each list.
import type { Summary } from './summary'

/** A function of a list whose answer is remembered as long as the list is. */
export function memoise<Answer extends object>(make: (list: readonly Summary[]) => Answer) {
  const known = new WeakMap<readonly Summary[], Answer>()
  return (list: readonly Summary[]): Answer => {
    const answer = known.get(list) ?? make(list)
    known.set(list, answer)
    return answer
  }
}
