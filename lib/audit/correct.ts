// Corrections: the source as the editor means it, so that what is left must match to the character.
import type { Correction } from '../model/article'
import { type Ink, inkOf, inkText, placesIn } from './ink'

type CorrectionFault = { readonly rule: string; readonly message: string }

/**
 * The ink of an item with its corrections put in: the print's characters stand at the place of the source's. Each
 * must be found exactly once, so that no change hides behind another's words.
 */
export function correct(
  ink: readonly Ink[],
  corrections: readonly Correction[],
): { readonly ink: readonly Ink[]; readonly faults: readonly CorrectionFault[] } {
  const faults: CorrectionFault[] = []
  const corrected = corrections.reduce((source, correction) => {
    const [at, ...more] = placesIn(source, correction.source)
    const fault = faultOf(correction, at, more.length)
    if (fault) faults.push(fault)
    return fault || at === undefined ? source : replace(source, at, correction)
  }, ink)
  return { ink: corrected, faults }
}

function faultOf(
  { source, print }: Correction,
  at: number | undefined,
  more: number,
): CorrectionFault | undefined {
  const quoted = `更正里的“${source}”`
  if (inkText(inkOf(source, 1)) === inkText(inkOf(print, 1))) {
    return { rule: 'correction-same', message: `${quoted}与更正后的文字相同，应删去这一条` }
  }
  if (at === undefined) return { rule: 'correction-missing', message: `${quoted}在源文件的这一篇里找不到` }
  if (more === 0) return undefined
  return {
    rule: 'correction-ambiguous',
    message: `${quoted}在源文件的这一篇里有 ${more + 1} 处，应多写几个字`,
  }
}

function replace(ink: readonly Ink[], at: number, { source, print }: Correction): readonly Ink[] {
  const length = inkOf(source, 1).length
  const place = ink[at]
  const put = place ? inkOf(print, 1).map(({ character }) => ({ ...place, character })) : []
  return [...ink.slice(0, at), ...put, ...ink.slice(at + length)]
}
