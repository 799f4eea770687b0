// A date as people say it.

/** 2024-11 → 2024年11月 */
export function sayDate(date: string): string {
  const [year, month, day] = date.split('-')
  if (!year) return '日期未填'
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
}
