// How long pictures and files beside the pages take: `npm run bench:pictures`, or with numbers of articles of your own.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawAll } from '#lib/build/pictures/render'
import { picturesOf } from '#lib/build/pictures/site-pictures'
import { writeTextFiles } from '#lib/build/text-files'
import { type Library, libraryOf, sourceOf } from '#lib/library/library'
import { bulletins } from './bulletins'

function libraryWith(count: number): Library {
  const made = [...bulletins(count)]
  return libraryOf(
    sourceOf({
      articles: made.flatMap(({ articles }) => articles),
      issues: new Map(made.map(({ issue }) => [issue.id, issue])),
    }),
  )
}

async function seconds(job: () => Promise<unknown>): Promise<string> {
  const started = performance.now()
  await job()
  return ((performance.now() - started) / 1000).toFixed(2)
}

/** The heaviest picture of each sort, in bytes. */
function heaviest(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const most = (test: RegExp) =>
    Math.max(...files.filter(file => test.test(file)).map(file => statSync(join(folder, file)).size))
  return `card ${most(/card\.png$/)}, square ${most(/^cards\//)}, QR ${most(/qr\.png$/)} bytes at most`
}

const counts = process.argv.slice(2).map(Number)
for (const count of counts.length > 0 ? counts : [100, 1_000]) {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  const library = libraryWith(count)
  const draw = () => drawAll(picturesOf(library, ''), join(folder, 'out'), join(folder, 'store'), true)
  const first = await seconds(draw)
  const again = await seconds(draw)
  const texts = await seconds(async () => writeTextFiles(library, join(folder, 'out')))
  const pictures = `${picturesOf(library, '').length} pictures: drawn in ${first} s, again in ${again} s`
  const memory = `${Math.round(process.memoryUsage().rss / 1e6)} MB`
  console.log(`${count} articles, ${pictures}; texts ${texts} s; ${memory}; ${heaviest(join(folder, 'out'))}`)
  rmSync(folder, { recursive: true })
}
