// What the end, the start and the quotation marks of a piece of text tell about what belongs before or after it.

const closers = /[”’）)》」』】\]\s]+$/u
const enders = /[。！？!?…]$/u

/** Width-folded text: the full-width forms U+FF01–FF5E and the ideographic space as ASCII, same length. */
export function foldWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, mark => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}

/** Whether the text ends a sentence: 。！？… and then at most closing marks. */
export function endsSentence(text: string): boolean {
  return enders.test(text.replace(closers, ''))
}

/** “1.听见异响”, “一、”, “（二）”, “①”, “问：”: the start of a list entry or of a turn in a dialogue. */
export function startsListEntry(text: string): boolean {
  return /^(?:\d{1,2}[.、)](?!\d)|[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,2}、|[①-⑳]|[问答][:：]|——)/u.test(
    text,
  )
}

/**
 * Whether a paragraph may stop here: a full stop; a colon or a semicolon before or inside a list.
 * `next` is the text that follows.
 */
export function mayStop(text: string, next: string): boolean {
  if (endsSentence(text)) return true
  if (/[:：]$/u.test(text)) return startsListEntry(next)
  return /[;；]$/u.test(text) && startsListEntry(text) && startsListEntry(next)
}

const pairs: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  ')': '(',
  '》': '《',
  '」': '「',
  '』': '『',
}
const openers = new Set(Object.values(pairs))

/** The opening marks left open at the end, and the closing marks that close nothing. */
export function looseMarks(text: string): {
  readonly open: readonly string[]
  readonly close: readonly string[]
} {
  const open: string[] = []
  const close: string[] = []
  for (const mark of foldWidth(text)) {
    if (openers.has(mark)) open.push(mark)
    const opener = pairs[mark]
    if (!opener) continue
    const at = open.lastIndexOf(opener)
    if (at >= 0) open.splice(at)
    else close.push(mark)
  }
  return { open, close }
}
