// Dates as people read them: as precise as they are known, never more.

/** “2024-11-12” → 2024年11月12日, “2024-11” → 2024年11月, “2024” → 2024年; anything else is returned as it is. */
export function formatDate(value: string): string {
  const [year, month, day] = value.split('-')
  if (!year || !/^\d{4}(-\d{2}){0,2}$/.test(value)) return value
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
}

/** How an inferred date says so, wherever it is shown. */
export const inferredNote = '（据内文推断）'
