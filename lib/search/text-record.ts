// The text of an article as search reads it: to be certain of a hit, to show it, and to show whose it is.

export type TextRecord = {
  readonly id: string
  readonly title: string
  /** What stands for the title where an item has none; else empty. */
  readonly opening: string
  readonly kicker: string
  /** Every other field and paragraph that is searched. */
  readonly rest: readonly string[]
  /** Names of its topic, regions and cities, which are searched too. */
  readonly names: readonly string[]
  /** The traditional characters in all that, and what they are read as, in pairs. */
  readonly variants: string
  /** Slugs, for filters. */
  readonly regions: readonly string[]
  readonly subject: string
  /** As shown: 四川 · 成都, 技术创新与竞赛, 2024年11月. */
  readonly place: string
  readonly topic: string
  readonly date: string
}

/** All that is searched but the title. */
export const fieldsBesideTitle = ({ kicker, rest, names }: TextRecord): readonly string[] => [
  kicker,
  ...rest,
  ...names,
]

/** One field a line; a form feed, which no content has, between records. */
export function printRecords(records: readonly TextRecord[]): string {
  return records.map(printRecord).join('\f')
}

function printRecord(record: TextRecord): string {
  const { id, title, opening, kicker, rest, names, variants, regions, subject, place, topic, date } = record
  const facts = [id, title, opening, kicker, regions.join(' '), subject, place, topic, date]
  return [...facts, names.join(' '), variants, ...rest].join('\n')
}

/** What printRecords printed. */
export function parseRecords(text: string): TextRecord[] {
  return text.split('\f').map(parseRecord)
}

function parseRecord(text: string): TextRecord {
  const [id = '', title = '', opening = '', kicker = '', regions = '', ...more] = text.split('\n')
  const [subject = '', place = '', topic = '', date = '', names = '', variants = '', ...rest] = more
  const facts = {
    regions: regions.split(' '),
    subject,
    place,
    topic,
    date,
    names: names.split(' '),
    variants,
  }
  return { id, title, opening, kicker, ...facts, rest }
}
