// Dates as the front matter has them: YYYY, YYYY-MM or YYYY-MM-DD, and only days that exist.
import type { Rule } from './field-reader'

/** The rule for a date; newspapers of ours begin in 1900. */
export const dateRule: Rule = text => {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!match) {
    const message = `写的是“${text}”，${meantBy(text) ?? '应为 2024、2024-11 或 2024-11-13'}`
    return { rule: 'date-format', message }
  }
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)]
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (real && year >= 1900 && year <= 2100) return undefined
  return { rule: 'date-unreal', message: `没有 ${text} 这一天，或不在 1900 到 2100 年之间` }
}

/** “是不是“2024-11-08”？” for a date in another form: 2024.11.8, 2024年11月8日. */
function meantBy(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})\D{1,2}(\d{1,2})(?:\D{1,2}(\d{1,2}))?\D?$/u.exec(text) ?? []
  if (!year || !month) return undefined
  const parts = [year, month, ...(day ? [day] : [])]
  return `是不是“${parts.map((part, at) => (at === 0 ? part : part.padStart(2, '0'))).join('-')}”？`
}
