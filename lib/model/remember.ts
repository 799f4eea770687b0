// Answers that were given lately are given again: for pure functions of texts, asked the same from one decision of an editor to the next.

/** `make` with the answers to the last `most` different questions, told apart by `keyOf`. Nobody may change an answer. */
export function remember<Question extends readonly unknown[], Answer>(
  most: number,
  keyOf: (...question: Question) => string,
  make: (...question: Question) => Answer,
): (...question: Question) => Answer {
  const known = new Map<string, { readonly answer: Answer }>()
  return (...question) => {
    const key = keyOf(...question)
    const found = known.get(key) ?? { answer: make(...question) }
    // The last in the map is the one that was asked last.
    known.delete(key)
    known.set(key, found)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return found.answer
  }
}
