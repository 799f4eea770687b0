// All searchable text of a part as one row of numbers, a number a letter.
import { fold, lettersOf, type Row } from './fold'
import { filterLetter } from './grams'
import { fieldsBesideTitle, type TextRecord } from './text-record'
import { variantsOf } from './variants'

/** Ends a field, and a clause within it. */
export const fieldEnd = 0
export const clauseEnd = 1

/** Each article is two entries: of N articles, entry d is the title of article d and entry N + d the rest of it. */
export type LetterRows = {
  readonly articles: number
  /** The letter of each number; `fieldEnd` and `clauseEnd` are no letters. */
  readonly letters: readonly string[]
  readonly row: Int32Array
  /** Where each entry starts, and where the last one ends. */
  readonly starts: Int32Array
}

/** The letters of records, in their order. Its region and topic are letters of the rest of an article. */
export function readRows(records: readonly TextRecord[]): LetterRows {
  const writer = new RowWriter()
  const starts = new Int32Array(records.length * 2 + 1)
  records.forEach(({ title, variants }, d) => {
    starts[d] = writer.length
    writer.append(lettersOf(fold(title, variantsOf(variants))))
  })
  records.forEach((record, d) => {
    starts[records.length + d] = writer.length
    const variants = variantsOf(record.variants)
    for (const field of fieldsBesideTitle(record)) writer.append(lettersOf(fold(field, variants)))
    for (const region of record.regions) writer.append(oneLetter(filterLetter('region', region)))
    writer.append(oneLetter(filterLetter('topic', record.subject)))
  })
  starts[records.length * 2] = writer.length
  return { articles: records.length, letters: writer.letters, row: writer.finish(), starts }
}

const oneLetter = (letter: string) => ({ letters: [letter], breaks: [false] })

class RowWriter {
  length = 0
  readonly letters: string[] = ['', '']
  private readonly numbers = new Map<string, number>()
  private row = new Int32Array(1 << 16)

  /** A field: its letters and its ends. */
  append({ letters, breaks }: Pick<Row, 'letters' | 'breaks'>): void {
    letters.forEach((letter, i) => {
      if (breaks[i]) this.push(clauseEnd)
      this.push(this.numberOf(letter))
    })
    this.push(fieldEnd)
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
