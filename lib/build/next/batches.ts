// A plan of pages to export, cut into parts.
import type { ExportPlan } from '../../library/article-store'
import { isExported } from '../cache/routes'

/**
 * Pages that Next renders at a time. Of an article it leaves 170 KB in .next, of which we take a third; and its processes grow.
 * PAGES_AT_ONCE sets another number.
 */
const pagesAtOnce = Math.max(1, Math.floor(Number(process.env.PAGES_AT_ONCE)) || 10_000)

/**
 * A plan as plans of at most so many pages, and a page of each route besides: Next refuses a route without one. The same page comes
 * out the same however often it is exported.
 */
export function partsOf(plan: ExportPlan, most = pagesAtOnce): readonly ExportPlan[] {
  const exported = Object.entries(plan).filter(([route]) => isExported(route))
  const pages = exported.flatMap(([route, params]) => params.map(param => ({ route, param })))
  if (pages.length <= most) return [plan]
  return Array.from({ length: Math.ceil(pages.length / most) }, (_, at) => {
    const part = new Map(exported.map(([route, params]) => [route, new Set(params.slice(0, 1))]))
    for (const { route, param } of pages.slice(at * most, (at + 1) * most)) part.get(route)?.add(param)
    return Object.fromEntries([...part].map(([route, params]) => [route, [...params]]))
  })
}
