// Where a line of a Chinese heading may break: between words. Browsers break after any character, so that 项目 may stand on two lines.

/** Missing in browsers before Chrome 87; there a heading is one piece, and breaks where the browser likes. */
const words = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined

/** A part of a heading up to this length stays whole where the heading has a space to break at: 千年匠心 守护盐田. */
const wholePart = 7

/**
 * A heading cut where a line may break; joined again it is the heading, letter for letter. A word that the segmenter does not know
 * comes out as single characters (联|动, 职|代|会), so only a break between two longer words is believed: one too few
 * makes a line shorter, one too many splits a word.
 */
export function breakable(heading: string): readonly string[] {
  if (!words) return [heading]
  const parts = heading.match(/\S*\s+|\S+$/gu) ?? []
  if (parts.length < 2) return betweenWords(heading)
  return parts.flatMap(part => ([...part.trim()].length <= wholePart ? [part] : betweenWords(part)))
}

/** A longer piece may not fit a line of large type on a phone, where it would break anywhere, even before a comma. */
const longest = 8

const betweenWords = (text: string): readonly string[] =>
  cut(text, mayBreak).flatMap(piece => ([...piece].length > longest ? cut(piece, mayBreakLong) : [piece]))

function cut(text: string, may: (before: string, after: string) => boolean): readonly string[] {
  const pieces: string[] = []
  let last = ''
  for (const { segment } of words?.segment(text) ?? []) {
    if (last === '' || may(last, segment)) pieces.push(segment)
    else pieces.push(`${pieces.pop()}${segment}`)
    last = segment
  }
  return pieces
}

/** Not before numbers and Latin: the browser sets a little space there (text-autospace), but none across a break. */
const isWord = (text: string) => /^\p{Script=Han}{2,}$/u.test(text)
const opens = (text: string) => /^[“‘《〈（「『【]/u.test(text)
const closes = (text: string) => /^[”’》〉）」』】、，。！？：；…]/u.test(text)
const isText = (text: string) => /^[\p{L}\p{N}]/u.test(text)

/** Single characters that belong to the word behind them, and to the word before them. */
const leads = (text: string) => /^[在与和及为对向从把以让使被由将]$/u.test(text)
const follows = (text: string) => /^[的了着里上中下内外]$/u.test(text)

/** Besides, before a preposition and behind a particle: 技能大赛|在车间里|举行. */
const mayBreakLong = (before: string, after: string) =>
  mayBreak(before, after) || (isWord(before) && leads(after)) || (follows(before) && isWord(after))

function mayBreak(before: string, after: string): boolean {
  if (opens(after)) return isText(before) || closes(before)
  if (closes(before)) return isText(after)
  return isWord(before) && isWord(after)
}
