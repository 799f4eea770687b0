// The one door from app/ to content: which pages of a route are rendered, and the inputs of each.
import { toExport } from './article-store'
import type { PageRoute } from './page-routes'
import { library } from './site-library'

/** The pages of a route that this build renders, by the ends of their addresses. */
export const paramsOf = ({ name, params }: PageRoute<unknown>): readonly string[] =>
  toExport(name, params(library()))

/** What a page is rendered from: the very object whose checksum says whether it is as it was. */
export const inputsOf = <Inputs>({ inputs }: PageRoute<Inputs>, param = ''): Inputs =>
  inputs(library(), param)
