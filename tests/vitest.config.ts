// Four kinds of tests: unit (beside the stages of lib), build (of copies of the project), site (on the built out/) and browser
// (over the served out/).
import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const root = new URL('..', import.meta.url).pathname

/** Tests stand on content of their own, so that an editor's change breaks none; another folder may be named (tests/thousand.ts). */
const env = { CONTENT_DIR: process.env.CONTENT_DIR || 'tests/content' }

/** Only against a test that never ends: how fast a machine is, is for the benchmarks to say. Milliseconds. */
const patience = { env, testTimeout: 600_000, hookTimeout: 600_000 } as const

/** What takes longest comes first, so that the end is not one file alone: files that build a site of their own. */
class BuildersFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const builds = ({ moduleId }: TestSpecification) => /project-copy/.test(readFileSync(moduleId, 'utf8'))
    const sorted = await super.sort(files)
    return [...sorted.filter(builds), ...sorted.filter(file => !builds(file))]
  }
}

export default defineConfig({
  root,
  test: {
    sequence: { sequencer: BuildersFirst },
    projects: [
      {
        root,
        test: {
          name: 'unit',
          ...patience,
          // Files share their modules: loading them again for each takes longer than most of them.
          isolate: false,
          setupFiles: ['tests/seed.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/law/**', 'tests/site/**', 'tests/browser/**'],
        },
      },
      {
        root,
        test: {
          name: 'law',
          ...patience,
          // Each test of the law builds a site several times.
          testTimeout: 6 * patience.testTimeout,
          include: ['tests/law/**/*.test.ts'],
          fileParallelism: false,
        },
      },
      { root, test: { name: 'site', ...patience, isolate: false, include: ['tests/site/**/*.test.ts'] } },
      {
        root,
        test: {
          name: 'browser',
          ...patience,
          expect: { poll: { timeout: 60_000 } },
          isolate: false,
          // A browser is many programs of somebody else's: what it fails once is tried again, and tests/run.ts says which.
          retry: 1,
          include: ['tests/browser/**/*.test.ts'],
          // Browsers wait as much as they work: two files at a time, whatever else runs, and in a file what may wait together.
          maxWorkers: 2,
          maxConcurrency: 4,
          sequence: { groupOrder: 1 }, // after the others, where several kinds are run at once: it has workers of its own
        },
      },
    ],
  },
})
