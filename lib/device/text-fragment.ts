// Links to a passage of a page: #p3:~:text=… (WICG Scroll To Text Fragment), with the paragraph's id for browsers without it.

/** One end of a selection: the text of its paragraph, and how many UTF-16 units of it stand before that end. */
export type End = { readonly text: string; readonly at: number }

/** About this many characters say where a long passage begins or ends. */
const telling = 10
/** A passage up to this long is quoted whole. */
const whole = 24

/**
 * The part of a link after `:~:text=`. A browser finds a passage only if it begins and ends where words do, in Chinese too, so the
 * selection is widened to whole words. `page` is all the text that is searched: a passage that stands in it twice gets what is
 * before it. Needs Intl.Segmenter; throws where that is missing.
 */
export function textFragment(from: End, to: End, page: string): string {
  const begin = lastBefore(from)
  const end = firstAfter(to)
  const short = from.text === to.text && end - begin <= whole
  const passage = short
    ? [from.text.slice(begin, end)]
    : [
        from.text.slice(begin, firstAfter({ text: from.text, at: begin + telling })),
        to.text.slice(lastBefore({ text: to.text, at: end - telling }), end),
      ]
  const twice = page.split(passage[0] ?? '').length > 2
  const before = from.text.slice(lastBefore({ text: from.text, at: begin - telling }), begin)
  return `${twice && before ? `${encode(before)}-,` : ''}${passage.map(encode).join(',')}`
}

/** A hyphen means something in a fragment, so it is encoded too. */
const encode = (text: string) => encodeURIComponent(text).replace(/-/g, '%2D')

/** Where words begin, and the end of the text. */
function boundaries(text: string): readonly number[] {
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)
  return [...Array.from(words, ({ index }) => index), text.length]
}

const lastBefore = ({ text, at }: End) => Math.max(0, ...boundaries(text).filter(boundary => boundary <= at))
const firstAfter = ({ text, at }: End) => boundaries(text).find(boundary => boundary >= at) ?? text.length
