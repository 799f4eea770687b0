// Sentences of a Chinese text, short enough for a voice to read in one go.

/** Half-open range of UTF-16 offsets, as DOM ranges count. */
type Span = { readonly start: number; readonly end: number }

/** Voices stop in the middle of long utterances (crbug.com/679437); 80 characters are about 15 seconds. */
const longestUtterance = 80

// The marks that close stay with what they close: 他说：“收获满满。” is one piece.
const bySentence = /[^。！？；!?;]*(?:[。！？；!?;]+[”’」』）》〉】〕]*|$)/gu
const byClause = /[^，、：—…]*(?:[，、：—…]+[”’」』）》〉】〕]*|$)/gu

/**
 * Cuts a text into spans that follow each other without a gap; none is longer than `limit` characters (≥ 1).
 * Cut after 。！？； and the quotation marks that close there; what is still too long after ，、：, at worst anywhere
 * but within a surrogate pair. Returns [] for a text without a character to read.
 */
export function sentences(text: string, limit = longestUtterance): Span[] {
  const fits = (span: Span) => span.end - span.start <= limit
  const whole = pieces(text, { start: 0, end: text.length }, bySentence)
  return whole.flatMap(sentence => {
    if (fits(sentence)) return [sentence]
    const clauses = pieces(text, sentence, byClause)
    return gather(clauses, limit).flatMap(span => (fits(span) ? [span] : chop(text, span, limit)))
  })
}

function pieces(text: string, within: Span, pattern: RegExp): Span[] {
  return [...text.slice(within.start, within.end).matchAll(pattern)]
    .filter(match => match[0] !== '')
    .map(match => ({
      start: within.start + match.index,
      end: within.start + match.index + match[0].length,
    }))
}

/** Joins neighbours for as long as they stay within the limit: a voice sounds better with fewer breaks. */
function gather(spans: readonly Span[], limit: number): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined[joined.length - 1]
    if (last && span.end - last.start <= limit)
      joined[joined.length - 1] = { start: last.start, end: span.end }
    else joined.push(span)
  }
  return joined
}

function chop(text: string, span: Span, limit: number): Span[] {
  const cut = span.start + limit
  if (cut >= span.end) return [span]
  const insidePair = limit > 1 && /[\uD800-\uDBFF]/.test(text.charAt(cut - 1))
  const end = insidePair ? cut - 1 : cut
  return [{ start: span.start, end }, ...chop(text, { start: end, end: span.end }, limit)]
}
