// Widths of text as set, in ems, and what a line breaker must keep together.

/** A letter, digit or ASCII sign is half an em wide, or as told; Chinese and full-width marks, folded ones too, are one. */
export function width(text: string, letter = 0.5): number {
  let sum = 0
  for (const mark of text) sum += /[A-Za-z\d .%/+=&_@#*~-]/.test(mark) ? letter : 1
  return sum
}

const unit = /^[“‘（《「『【([]*(?:[A-Za-z\d][\w.,:/%+@&=?#~-]*|[\s\S])/u

/** Width of what a line breaker cannot part from the first character: “第, 2021, SmartDock. */
export function firstUnit(text: string, letter = 0.5): number {
  return width(unit.exec(text)?.[0] ?? '', letter)
}
