// Pages and answers of route handlers, rendered in workers of ours from what Next compiled, straight under the names that a static
// host serves (lib/decisions/0022-entry-points.md).
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { movedRoute } from '../../library/moves'
import { type RenderPlan, writePlan } from '../../library/render-plan'
import type { Environment } from '../../model/settings'
import { feedFormats } from '../../publish/feeds/formats'
import { feedListPath } from '../../publish/paths'
import { type OnProgress, runInWorkers } from '../files/workers'
import type { RenderJob, RenderRequest } from './render-jobs'

type Places = Pick<RenderJob, 'compiled' | 'rendered' | 'basePath'> & {
  readonly store: string
  /** What keepBundles has written. */
  readonly bundles: string
}

/** Items handed to a worker at a time. */
const atOnce = 32
/** A second process loads all code and content before its first page: not worth it for the few that an edit changes. */
const manyJobs = 150

/** Renders the pages of a plan, and all that no plan names. Throws with the address of what cannot be rendered. */
export async function renderAll(
  plan: RenderPlan,
  { store, bundles, ...places }: Places,
  env: Environment,
  onProgress: OnProgress,
): Promise<void> {
  writePlan(store, plan)
  const items = await jobsOf(plan, places)
  await runInWorkers<RenderJob, number>({
    task: 'renderPages',
    items,
    atOnce,
    onProgress,
    workers: items.length > manyJobs ? availableParallelism() : 1,
    env: { ...env, CONTENT_STORE: store, BUNDLES: bundles, BUILD_STEP: 'render', NODE_ENV: 'production' },
  })
}

/** All that is to be rendered, by the manifest of what was compiled. Throws when a route has pages that the plan does not know. */
export async function jobsOf(
  plan: RenderPlan,
  places: Omit<Places, 'store' | 'bundles'>,
): Promise<readonly RenderJob[]> {
  const manifest: Readonly<Record<string, string>> = JSON.parse(
    await readFile(join(places.compiled, 'server', 'app-paths-manifest.json'), 'utf8'),
  )
  return Object.entries(manifest).flatMap(([name, entry]) =>
    requestsOf(name, plan).map((request): RenderJob => ({ ...places, name, entry, ...request })),
  )
}

/** What an entry point is asked for, one by one where that is known here. */
function requestsOf(name: string, plan: RenderPlan): readonly Pick<RenderJob, 'request'>[] {
  const route = name.replace(/\/(?:page|route)$/, '') || '/'
  if (route === '/_global-error') return []
  if (route === feedListPath && feedFormats.length === 0) return []
  if (route === '/_not-found') return [{ request: { address: route, file: '404.html', status: 404 } }]
  if (name.endsWith('/route'))
    return route.includes('[') ? [{}] : [{ request: { address: route, file: route.slice(1), status: 200 } }]
  if (!route.includes('[')) return [{ request: page(route) }]
  const params = plan[route]
  if (!params) throw new Error(`the plan of the build has no pages of ${route}`)
  if (route === movedRoute.name)
    return params.map(param => ({ request: { ...page(`/moved/${param}`), file: `${param}/index.html` } }))
  const home = route.slice(0, route.indexOf('['))
  // A list that is alone in its route is named by the route itself: /all/[[...rest]] has all and all/2.
  return params.map(param => ({
    request: page(route.includes('/[[') && !/\[\w/.test(route) ? `/${param}` : home + param),
  }))
}

const page = (path: string): RenderRequest => {
  const address = path === '/' ? path : `${path}/`
  return { address, file: `${address.slice(1)}index.html`, status: 200 }
}
