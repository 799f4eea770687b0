// Prints lib/search/variants-table.ts from OpenCC: npx tsx tests/search/print-variants.ts > lib/search/variants-table.ts
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import table from 'opencc-js/dict/TSCharacters'
import { simplifiedCharacters } from '#lib/search/variants'

/** Traditional characters with the simplified ones of GB/T 2312 that they are read as: in pairs, and in the order of their code points. */
function pairs(isWanted: (traditional: string) => boolean): string {
  const simplified = simplifiedCharacters()
  return table
    .split('|')
    .map(row => row.split(' '))
    .filter(([from = '', to = '']) => simplified.has(to) && isWanted(from))
    .map(([from = '', to = '']) => from + to)
    .sort()
    .join('')
}

const isSimplified = (character: string) => simplifiedCharacters().has(character)

/** The pairs whose first is in GB/T 2312 as well, which simplified text has too. */
export const sharedPairs = () => pairs(isSimplified)
export const traditionalPairs = () => pairs(character => !isSimplified(character))

export const printVariants =
  () => `// Traditional characters and the simplified ones that search reads them as, in pairs. Printed by tests/search/print-variants.ts from
// OpenCC’s table of characters (Apache-2.0); only what GB/T 2312 lacks and has.
export const traditionalPairs =
  '${traditionalPairs()}'
`

if (realpathSync(process.argv[1] ?? '') === fileURLToPath(import.meta.url))
  process.stdout.write(printVariants())
