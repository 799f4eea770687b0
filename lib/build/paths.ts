// Where a build works, and what it keeps for the next one. out/ holds a whole site at any time.
import { join } from 'node:path'
import { settings } from '../model/settings'

/** Below the folder that BUILD_FOLDER names: a site that is looked at before it is published is built beside the one that is. */
const own = (path: string) => join(/* turbopackIgnore: true */ settings.buildFolder, path)

export const buildPaths = {
  out: own('out'),
  /** What Next renders, then postprocessing turns into the site. */
  rendered: own('.cache/rendered'),
  /** The search index and articles.json, until the pages are rendered. */
  index: own('.cache/search'),
  /** The last site, while the new one takes its place. */
  last: own('.cache/last-out'),
  store: own('.cache/content'),
  /** What Next compiled; where it works. It depends on the code alone, so all builds share it. */
  compiled: '.next',
  /** The bundled code of the reader's device: it goes with what was compiled. */
  bundles: '.next/bundles',
  manifest: own('.cache/manifest'),
  /** What the last build was made of, and what it left. */
  lastBuild: own('.cache/last-build'),
  /** What is removed at the end of the build. */
  discarded: own('.cache/discarded'),
  /** What `--clean` forgets. Pictures are kept under a hash of all that they are made of. */
  forgotten: [
    own('.cache/content'),
    own('.cache/manifest'),
    '.cache/pictures',
    '.cache/photographs',
    '.next',
  ],
} as const
