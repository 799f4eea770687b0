// npm run freeze -- keep|compare [real] [120] [1000]: the checksums of every file of out/, for the real content and for so many
// generated articles. `keep` writes them down below .cache/freeze/, `compare` builds again and names each file that differs: a
// change of the code that is not to change the site proves it so.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeContentFolder } from './bench/content-folder'
import { sumsOf } from './law/folders'
import { copyProject } from './project-copy'

type Sums = Readonly<Record<string, string>>

const kept = new URL('../.cache/freeze/', import.meta.url).pathname
const sizes = ['real', '120', '1000'] as const

/** Builds each size in one copy of the project, so that Next compiles once. */
function* build(wanted: readonly string[]): Generator<readonly [size: string, sums: Sums]> {
  const home = mkdtempSync(join(tmpdir(), 'freeze-'))
  try {
    const copy = copyProject(home)
    copy.takeCompiled()
    for (const size of wanted) {
      const content = join(home, size)
      if (size !== 'real') writeContentFolder(content, Number(size))
      copy.build(size === 'real' ? {} : { CONTENT_DIR: content })
      yield [size, sumsOf(join(copy.folder, 'out'))]
      for (const gone of ['manifest', 'content'])
        rmSync(join(copy.folder, '.cache', gone), { recursive: true, force: true })
    }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** A line for each file that is new, gone or different. */
function differences(before: Sums, after: Sums): readonly string[] {
  const files = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return files
    .filter(file => before[file] !== after[file])
    .map(file => `${before[file] === undefined ? '+' : after[file] === undefined ? '-' : '~'} ${file}`)
}

function run(): number {
  const [mode, ...names] = process.argv.slice(2)
  if (mode !== 'keep' && mode !== 'compare') throw new Error('freeze keep|compare [real] [120] [1000]')
  let changed = 0
  mkdirSync(kept, { recursive: true })
  for (const [size, sums] of build(names.length > 0 ? names : sizes)) {
    const file = join(kept, `${size}.json`)
    const count = Object.keys(sums).length
    if (mode === 'keep') {
      writeFileSync(file, JSON.stringify(sums, undefined, 1))
      console.log(`${size}: ${count} files kept`)
      continue
    }
    if (!existsSync(file)) throw new Error(`nothing kept for ${size}: freeze keep ${size}`)
    const lines = differences(JSON.parse(readFileSync(file, 'utf8')), sums)
    changed += lines.length
    console.log([`${size}: ${count} files, ${lines.length} differ`, ...lines].join('\n'))
  }
  return changed > 0 ? 1 : 0
}

process.exitCode = run()
