// Where a build works, and what it keeps for the next one. Nobody looks there; out/ holds a whole site at any time.
export const workplaces = {
  out: 'out',
  /** All that Next exports, then the press prints. */
  printing: '.cache/printing',
  /** The search index and what else needs no page, until Next's export is there. */
  meanwhile: '.cache/meanwhile',
  /** The last site, while the new one is put in its place. */
  last: '.cache/last-out',
  store: '.cache/content',
  compiled: '.cache/compiled',
  record: '.cache/record',
  /** What is needed no longer, until the build is done. */
  aside: '.cache/aside',
  /** What `--clean` forgets. Pictures are kept under a hash of all that they are made of. */
  kept: ['.cache/content', '.cache/compiled', '.cache/record', '.cache/pictures', '.next'],
} as const
