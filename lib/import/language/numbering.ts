// Headings and lists that count: 一、 （一） 1. 第一章.

const styles: readonly (readonly [string, RegExp])[] = [
  ['一、', /^[一二三四五六七八九十]{1,3}、/u],
  ['(一)', /^\([一二三四五六七八九十]{1,3}\)/u],
  ['1.', /^\d{1,2}[.、](?!\d)/u],
  ['(1)', /^\(\d{1,2}\)/u],
  ['①', /^[①-⑳]/u],
  ['第一章', /^第[一二三四五六七八九十百]{1,4}[章节部篇](?:\s|$|\p{Script=Han})/u],
]

/** The style in which a width-folded line counts (一、, (一), 1. …); '' when it does not. */
export const numberStyle = (text: string): string => styles.find(([, shape]) => shape.test(text))?.[0] ?? ''

/** The line without its number. */
export const withoutNumber = (text: string): string =>
  styles.reduce((rest, [, shape]) => (rest === text ? text.replace(shape, '') : rest), text).trim()

/** Styles that headings count in; ① and (1) count lists. */
export const isNumbered = (text: string): boolean =>
  ['一、', '(一)', '1.', '第一章'].includes(numberStyle(text))
