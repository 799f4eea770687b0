// A plan of pages to render, cut into batches.
import type { RenderPlan } from '../../library/render-plan'
import { isRendered } from '../cache/routes'

/**
 * A plan as plans of at most `most` pages, and a page of each route besides: Next refuses a route without one. The same page comes
 * out the same however often it is rendered.
 */
export function batchesOf(plan: RenderPlan, most: number): readonly RenderPlan[] {
  const ofNext = Object.entries(plan).filter(([route]) => isRendered(route))
  const pages = ofNext.flatMap(([route, params]) => params.map(param => ({ route, param })))
  if (pages.length <= most) return [plan]
  return Array.from({ length: Math.ceil(pages.length / most) }, (_, at) => {
    const batch = new Map(ofNext.map(([route, params]) => [route, new Set(params.slice(0, 1))]))
    for (const { route, param } of pages.slice(at * most, (at + 1) * most)) batch.get(route)?.add(param)
    return Object.fromEntries([...batch].map(([route, params]) => [route, [...params]]))
  })
}
