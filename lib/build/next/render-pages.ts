// Pages and answers of route handlers, rendered in workers of ours from what Next compiled, straight under the names that a static
// host serves (lib/decisions/0022-entry-points.md).
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { movedRoute } from '../../library/moves'
import { type RenderPlan, writePlan } from '../../library/render-plan'
import type { Environment } from '../../model/settings'
import { feedFormats } from '../../publish/feeds/formats'
import { feedListPath } from '../../publish/paths'
import { type OnProgress, runInWorkers } from '../files/workers'
import { ask, loadEntryPoint, paramsOfEntryPoint } from './entry-points'

/** Something to ask an entry point for. */
type Request = {
  /** Below the site's root. */
  readonly address: string
  /** The file that the answer becomes. */
  readonly file: string
  readonly status: number
}

/** What a worker is sent: an entry point, and what to ask it for; without it, for all the answers that it has. */
export type RenderJob = {
  readonly compiled: string
  readonly rendered: string
  readonly basePath: string
  /** As in app/, with /page or /route at its end. */
  readonly name: string
  readonly entry: string
  readonly request?: Request
}

type Places = Pick<RenderJob, 'compiled' | 'rendered' | 'basePath'> & { readonly store: string }

/** Items handed to a worker at a time. */
const atOnce = 32
/** A second process loads all code and content before its first page: not worth it for the few that an edit changes. */
const manyJobs = 150

/** Renders the pages of a plan, and all that no plan names. Throws with the address of what cannot be rendered. */
export async function renderAll(
  plan: RenderPlan,
  { store, ...places }: Places,
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
    env: { ...env, CONTENT_STORE: store, BUILD_STEP: 'render', NODE_ENV: 'production' },
  })
}

/** All that is to be rendered, by the manifest of what was compiled. Throws when a route has pages that the plan does not know. */
export async function jobsOf(plan: RenderPlan, places: Omit<Places, 'store'>): Promise<readonly RenderJob[]> {
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

const page = (path: string): Request => {
  const address = path === '/' ? path : `${path}/`
  return { address, file: `${address.slice(1)}index.html`, status: 200 }
}

/** Renders some jobs in this process, one after the other: it does nothing else. Returns how many files each became. */
export async function renderHere(jobs: readonly RenderJob[]): Promise<readonly number[]> {
  const made: number[] = []
  for (const job of jobs) made.push(await renderJob(job))
  return made
}

async function renderJob({ compiled, rendered, basePath, name, entry, request }: RenderJob): Promise<number> {
  const loaded = loadEntryPoint(compiled, entry)
  const requests = request
    ? [request]
    : (await paramsOfEntryPoint(loaded)).map(params => answerAt(name, params))
  for (const { address, file, status } of requests) {
    const answer = await ask(loaded, compiled, basePath + address, status)
    if (answer.status !== status) throw new Error(`${address}: rendered with status ${answer.status}`)
    const path = join(rendered, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, answer.body)
  }
  return requests.length
}

/** The address of an answer of a route handler with these params. */
function answerAt(name: string, params: Readonly<Record<string, string | readonly string[]>>): Request {
  const address = name
    .replace(/\/route$/, '')
    .replace(/\[(\w+)\]/g, (_, param: string) => String(params[param]))
  return { address, file: address.slice(1), status: 200 }
}
