// Dates as people read them: as precise as they are known, never more.

/** “2024-11-12” → 2024年11月12日, “2024-11” → 2024年11月, “2024” → 2024年; anything else is returned as it is. */
export function formatDate(value: string): string {
  const [year, month, day] = value.split('-')
  if (!year || !/^\d{4}(-\d{2}){0,2}$/.test(value)) return value
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
}

/** A date as precise as it is known (YYYY, YYYY-MM or YYYY-MM-DD), and whether it is inferred, not printed. */
export type KnownDate = { readonly value: string; readonly inferred: boolean }

/** How an inferred date says so, wherever it is shown. */
export const inferredNote = '（据内文推断）'

/** “2024年11月（据内文推断）”; '' for a date that is not known. */
export function showDate(date: KnownDate | undefined): string {
  return date ? `${formatDate(date.value)}${date.inferred ? inferredNote : ''}` : ''
}

/** A date that is proved to the day, as YYYY-MM-DD: printed, not inferred. Undefined for every other. */
export function wholeDay(date: KnownDate | undefined): string | undefined {
  return date && !date.inferred && /^\d{4}-\d{2}-\d{2}$/.test(date.value) ? date.value : undefined
}
