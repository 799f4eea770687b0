// The one door from app/ to content: which pages of a route are rendered, and what each is rendered from.
import { settings } from '../model/settings'
import type { PageRoute } from './page-routes'
import { plannedOf } from './render-plan'
import { library } from './site-library'

/** The pages of a route that this build renders, by the ends of their addresses. */
export const paramsOf = <Inputs, WithTexts>({ name, params }: PageRoute<Inputs, WithTexts>) =>
  plannedOf(settings.contentStore, name, params(library()))

/** What a page is rendered from: its inputs, whose checksum says whether it is as it was, with the texts of their articles. */
export function inputsOf<Inputs, WithTexts>(route: PageRoute<Inputs, WithTexts>, param = ''): WithTexts {
  const all = library()
  return route.withTexts(route.inputs(all, param), all.read)
}
