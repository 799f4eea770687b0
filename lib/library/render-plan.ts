// Which pages a build lets Next render: written by the build, read by Next's processes.
import { join } from 'node:path'
import { readChecked, writeChecked } from '../model/checked-file'

/** The ends of the addresses of the pages to render, by route; of a route that is not named all pages are rendered. */
export type RenderPlan = Readonly<Record<string, readonly string[]>>

const planFile = (store: string) => join(store, 'plan')

/** Writes the plan of a build beside its content. */
export const writePlan = (store: string, plan: RenderPlan): void => writeChecked(planFile(store), plan)

let plan: RenderPlan | undefined

/** The pages of a route that are to be rendered, of all that it has; all of them outside a build, where `store` is ''. */
export function plannedOf(store: string, route: string, all: readonly string[]): readonly string[] {
  if (!store) return all
  plan ??= (readChecked(planFile(store)) ?? {}) as RenderPlan
  const planned = plan[route] && new Set(plan[route])
  return planned ? all.filter(param => planned.has(param)) : all
}
