// Pages without prefetch segments: Next decodes the flight data of every page and encodes it again, segment by segment, for the links
// of its client router. Our pages carry no such router (lib/build/pages/strip-runtime.ts), and nobody else asks for them.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pMap from 'p-map'
import { filesIn } from '../files/folder'

/** How a compiled page names the function that makes its segments; Next calls it without a condition. */
const collector = /("collectSegmentData",\(\)=>)[\w$]+(?:\.[\w$]+)?/g

/**
 * Changes what was compiled so that every page answers the call for its segments with none.
 * Returns what is wrong, in Chinese, when not every page is of the form that is known; '' when all are.
 */
export async function skipSegments(compiled: string): Promise<string> {
  const chunks = join(compiled, 'server', 'chunks', 'ssr')
  const files = (await filesIn(chunks)).filter(file => file.endsWith('.js'))
  const changed = await pMap(files, async file => {
    const code = await readFile(join(chunks, file), 'utf8')
    const without = code.replace(collector, '$1async()=>new Map')
    if (without !== code) await writeFile(join(chunks, file), without)
    return without !== code
  })
  const pages = (await filesIn(join(compiled, 'server', 'app'))).filter(file => file.endsWith('page.js'))
  const found = changed.filter(Boolean).length
  if (pages.length > 0 && found >= pages.length) return ''
  return `Next 编译出 ${pages.length} 种页面，其中只有 ${found} 处 collectSegmentData：Next 换了版本？见 lib/build/next/skip-segments.ts`
}
