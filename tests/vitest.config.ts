// Four kinds of tests: unit (beside the stages of lib), build (of copies of the project), site (on the built out/) and browser
// (over the served out/).
import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname

/** Tests stand on content of their own, so that an editor's change breaks none; another folder may be named (tests/thousand.ts). */
const env = { CONTENT_DIR: process.env.CONTENT_DIR || 'tests/content' }

/** Only against a test that never ends: how fast a machine is, is for the benchmarks to say. Milliseconds. */
const patience = { env, testTimeout: 600_000, hookTimeout: 600_000 } as const

export default defineConfig({
  root,
  test: {
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
      { root, test: { name: 'site', ...patience, include: ['tests/site/**/*.test.ts'] } },
      {
        root,
        test: {
          name: 'browser',
          ...patience,
          expect: { poll: { timeout: 60_000 } },
          include: ['tests/browser/**/*.test.ts'],
          // One file at a time: two browsers slow each other down. What waits within a file may wait together.
          fileParallelism: false,
          maxConcurrency: 4,
        },
      },
    ],
  },
})
