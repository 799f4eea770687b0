// What a device remembers of reading: ids of articles, newest last, in one string; `id` or `id@place`.

/** Enough for years of reading, and at most some 40 KB of a device's storage. */
const longestLog = 2000

const entriesOf = (log: string) => log.split(' ').filter(Boolean)
const idOf = (entry: string) => entry.split('@')[0] ?? ''

/** The ids in a log. */
export function idsIn(log: string): ReadonlySet<string> {
  return new Set(entriesOf(log).map(idOf))
}

/** The log with that article as its newest, with a place (a number of a paragraph, from 0) if one is given. */
export function noted(log: string, id: string, place?: number): string {
  const entry = place === undefined ? id : `${id}@${place}`
  return [...entriesOf(forgotten(log, id)), entry].slice(-longestLog).join(' ')
}

/** The log without that article. */
export function forgotten(log: string, id: string): string {
  return entriesOf(log)
    .filter(entry => idOf(entry) !== id)
    .join(' ')
}

/** The place noted for an article, or undefined. What the device kept is outside data: anything else than a number is no place. */
export function placeIn(log: string, id: string): number | undefined {
  const place = entriesOf(log)
    .find(entry => idOf(entry) === id)
    ?.split('@')[1]
  return place !== undefined && /^\d{1,6}$/.test(place) ? Number(place) : undefined
}
