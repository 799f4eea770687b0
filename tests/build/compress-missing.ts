// Compresses the files that it is given, one at a time in one worker; prints the fault, if there is one. For workers.test.ts.
import { compressHere } from '#lib/build/files/compress'
import { runInWorkers } from '#lib/build/files/workers'

const work = { task: 'compressFiles', here: compressHere, atOnce: 1, workers: 1 } as const
try {
  const done = await runInWorkers({ ...work, items: process.argv.slice(2) })
  console.log(`done ${done.filter(Boolean).length}`)
} catch (error) {
  console.log(`fault ${error instanceof Error ? error.message : error}`)
}
