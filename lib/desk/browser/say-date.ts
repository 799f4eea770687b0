// Dates and issues as people call them.
import type { IssueView } from '../wire'

/** 2024-11 → 2024年11月 */
export function sayDate(date: string): string {
  const [year, month, day] = date.split('-')
  if (!year) return '日期未填'
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
}

/** What people call an issue: its paper, its title or its day. */
export const sayIssue = ({ publication, title, date }: Pick<IssueView, 'publication' | 'title' | 'date'>) =>
  publication || title || sayDate(date)
