// All searchable text of a part as one row of numbers, a number a letter.
import { fold, symbolsOf } from './fold'
import { filterLetter } from './grams'
import type { TextRecord } from './text-record'

/** Each article is two entries: of N articles, entry d is the title of article d and entry N + d the rest of it. */
export type LetterRows = {
  readonly articles: number
  /** The letter of each number; 0 ends a field and is no letter. */
  readonly letters: readonly string[]
  readonly row: Int32Array
  /** Where each entry starts, and where the last one ends. */
  readonly starts: Int32Array
}

/** The letters of records, in their order. Its region and topic are letters of the rest of an article. */
export function readRows(records: readonly TextRecord[]): LetterRows {
  const writer = new RowWriter()
  const starts = new Int32Array(records.length * 2 + 1)
  records.forEach(({ title }, d) => {
    starts[d] = writer.length
    writer.append(symbolsOf(fold(title)))
  })
  records.forEach(({ kicker, rest, regions, subject }, d) => {
    starts[records.length + d] = writer.length
    for (const field of [kicker, ...rest]) writer.append(symbolsOf(fold(field)))
    for (const region of regions) writer.append([filterLetter('region', region)])
    writer.append([filterLetter('topic', subject)])
  })
  starts[records.length * 2] = writer.length
  return { articles: records.length, letters: writer.letters, row: writer.finish(), starts }
}

class RowWriter {
  length = 0
  readonly letters: string[] = ['']
  private readonly numbers = new Map<string, number>()
  private row = new Int32Array(1 << 16)

  /** A field: its letters and its end. */
  append(field: readonly string[]): void {
    for (const letter of field) this.push(this.numberOf(letter))
    this.push(0)
  }

  finish(): Int32Array {
    return this.row.subarray(0, this.length)
  }

  private numberOf(letter: string): number {
    const known = this.numbers.get(letter)
    if (known !== undefined) return known
    this.numbers.set(letter, this.letters.length)
    return this.letters.push(letter) - 1
  }

  private push(value: number): void {
    if (this.length === this.row.length) {
      const grown = new Int32Array(this.length * 2)
      grown.set(this.row)
      this.row = grown
    }
    this.row[this.length++] = value
  }
}
