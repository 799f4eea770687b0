// Three kinds of tests: unit (beside the stages of lib), site (on the built out/) and browser (over the served out/).
import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname

/** Only against a test that never ends: how fast a machine is, is for the benchmarks to say. Milliseconds. */
const patience = { testTimeout: 300_000, hookTimeout: 300_000 } as const

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          ...patience,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/browser/**'],
        },
      },
      { root, test: { name: 'site', ...patience, include: ['tests/site/**/*.test.ts'] } },
      {
        root,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          ...patience,
          fileParallelism: false,
        },
      },
    ],
  },
})
