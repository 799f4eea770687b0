// Where a build works, and what it keeps for the next one. out/ holds a whole site at any time.
export const buildPaths = {
  out: 'out',
  /** What Next renders, then postprocessing turns into the site. */
  rendered: '.cache/rendered',
  /** The search index and articles.json, until the pages are rendered. */
  index: '.cache/search',
  /** The last site, while the new one takes its place. */
  last: '.cache/last-out',
  store: '.cache/content',
  /** What Next compiled; where it works. */
  compiled: '.next',
  manifest: '.cache/manifest',
  /** What the last build was made of, and what it left. */
  lastBuild: '.cache/last-build',
  /** What is removed at the end of the build. */
  discarded: '.cache/discarded',
  /** What `--clean` forgets. Pictures are kept under a hash of all that they are made of. */
  forgotten: ['.cache/content', '.cache/manifest', '.cache/pictures', '.cache/photographs', '.next'],
} as const
