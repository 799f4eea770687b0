// A build in a process of its own, for the desk: its environment says what to build and where; how far it is and what came of it go
// back as messages (build-apart.ts).
import { contentDirOf } from '../format/own-files'
import { handOn } from '../format/site-folder'
import type { BuildMessage } from './build-apart'

const tell = (message: BuildMessage) => process.send?.(message)

/** A step that says at most so often how far it is, in ms. */
const every = 200

function begin(step: string) {
  let last = 0
  tell({ step, done: 0, all: 0 })
  const hear = (done: number, all: number) => {
    if (Date.now() - last < every) return
    last = Date.now()
    tell({ step, done, all })
  }
  return { tell: hear, end: () => {} }
}

// Whoever asked for it is gone: nobody will look at it.
process.once('disconnect', () => process.exit(1))

const dir = contentDirOf(process.env)
const problems = handOn(dir, process.env)
if (problems.length > 0) tell({ problems, failed: '' })
else {
  // Loaded after the settings of the owner, which it is set up by.
  const { buildSite } = await import('../build/build-site')
  const built = await buildSite({ dir, env: process.env, begin })
  tell({ problems: built.problems, failed: built.failed })
}
process.disconnect()
