// The text of several printed lines: Chinese joins without a space, words of Latin and of credits with one.
import { joinText } from '../../pipeline/blocks'
import type { Piece } from './pieces'

/** A credit whose label ends a line: 图/文 | 本报记者 石磊. */
const label = /(?:图\/文|文\/图|图文|文图|摄影报道)$/u
const person = /^(?:本报|本刊|新华社|通讯员|记者|实习)/u

/** Joins the lines in their order. */
export function joinLines(lines: readonly Piece[]): string {
  return lines.reduce((text, { text: next }) => {
    return label.test(text) && person.test(next) ? `${text} ${next}` : joinText(text, next)
  }, '')
}
