// What the workers of a build do, by name; each loads only the code of its own task.
import type { Task } from './files/workers'

process.setSourceMapsEnabled(true) // a fault names the line of the TypeScript

export const loadIssues: typeof import('./cache/load-issue').loadIssues = async jobs =>
  (await import('./cache/load-issue')).loadIssues(jobs)

export const renderPages: typeof import('./next/render-jobs').renderHere = async jobs =>
  (await import('./next/render-jobs')).renderHere(jobs)

export const processPages: typeof import('./pages/process-pages').processHere = async jobs =>
  (await import('./pages/process-pages')).processHere(jobs)

export const compressFiles: typeof import('./files/compress').compressHere = async files =>
  (await import('./files/compress')).compressHere(files)

export const writeIndex: typeof import('./search-index').writeHere = async jobs =>
  (await import('./search-index')).writeHere(jobs)

// A task without a function here does not compile.
void ({ loadIssues, renderPages, processPages, compressFiles, writeIndex } satisfies Record<Task, unknown>)
