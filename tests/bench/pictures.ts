// How long pictures and files beside the pages take: `npm run bench:pictures`, or with numbers of articles of your own; and the copies of
// 1,000 photographs, or of so many: `npm run bench:pictures -- --photographs 100`.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { type Photograph, preparePhotographs } from '#lib/build/pictures/photographs'
import { drawAll } from '#lib/build/pictures/render'
import { drawnPictures } from '#lib/build/pictures/site-pictures'
import { writeTextFiles } from '#lib/build/text-files'
import { readPictureFile } from '#lib/format/picture-file'
import { contentSource, type Library, libraryOf } from '#lib/library/library'
import { photograph, plainPicture } from '../photographs'
import { bulletins } from './bulletins'

function libraryWith(count: number): Library {
  const made = [...bulletins(count)]
  return libraryOf(
    contentSource({
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

/** So many scenes are made; each photograph is a part of one, so that no two files are the same. */
const scenes = 12

/** Photographs of 6 megapixels in a folder, as a camera writes them. */
async function takePhotographs(folder: string, count: number): Promise<readonly Photograph[]> {
  mkdirSync(folder)
  const made: Buffer[] = []
  for (let seed = 0; seed < Math.min(scenes, count); seed += 1)
    made.push(await (await photograph(3200, 2200, seed)).png({ compressionLevel: 0 }).toBuffer())
  const taken: Photograph[] = []
  for (let at = 0; at < count; at += 1) {
    const name = `${String(at + 1).padStart(2, '0')}.jpg`
    const step = Math.floor(at / scenes)
    const part = { left: step % 200, top: (step * 7) % 200, width: 3000, height: 2000 }
    const bytes = await sharp(made[at % scenes])
      .extract(part)
      .jpeg({ quality: 90 })
      .toBuffer()
    const measured = readPictureFile(bytes, name)
    if (Array.isArray(measured)) throw new Error(`${name} is no picture`)
    const source = join(folder, name)
    writeFileSync(source, bytes)
    taken.push({ source, picture: { ...plainPicture, file: name, measured } })
  }
  return taken
}

async function measurePhotographs(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'photographs-'))
  const store = join(folder, 'store')
  const taken = await takePhotographs(join(folder, 'taken'), count)
  const before = process.cpuUsage()
  const first = await seconds(() => preparePhotographs(taken, store))
  const { user, system } = process.cpuUsage(before)
  const again = await seconds(() => preparePhotographs(taken, store))
  const bytesOf = (test: RegExp) => {
    const sizes = readdirSync(store)
      .filter(name => test.test(name))
      .map(name => statSync(join(store, name)).size)
    const sum = sizes.reduce((all, one) => all + one, 0)
    return `${Math.round(sum / Math.max(1, sizes.length))} (at most ${Math.max(0, ...sizes)})`
  }
  const originals = taken.reduce((all, { source }) => all + statSync(source).size, 0)
  const kinds: readonly (readonly [string, RegExp])[] = [
    ['1440', /-1440\.webp$/],
    ['1080', /-1080\.webp$/],
    ['720', /-720\.webp$/],
    ['small', /-small\.webp$/],
    ['plain', /[0-9a-f]{20}\.jpg$/],
    ['large', /-large\.jpg$/],
    ['thumb', /-thumb\.jpg$/],
  ]
  const copies = readdirSync(store).reduce((all, name) => all + statSync(join(store, name)).size, 0)
  console.log(
    `${count} photographs of ${Math.round(originals / count / 1000)} KB: ${first} s (${((user + system) / 1e6 / count).toFixed(2)} s of CPU each), again in ${again} s; ` +
      `copies ${Math.round(copies / count / 1000)} KB each; bytes: ${kinds.map(([name, test]) => `${name} ${bytesOf(test)}`).join(', ')}`,
  )
  rmSync(folder, { recursive: true })
}

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  options: { photographs: { type: 'string', default: '1000' } },
  allowPositionals: true,
})
const counts = positionals.map(Number)
for (const count of counts.length > 0 ? counts : [100, 1_000]) {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  const library = libraryWith(count)
  const draw = () => drawAll(drawnPictures(library, ''), join(folder, 'out'), join(folder, 'store'), true)
  const first = await seconds(draw)
  const again = await seconds(draw)
  const texts = await seconds(async () => writeTextFiles(library, join(folder, 'out')))
  const pictures = `${drawnPictures(library, '').length} pictures: drawn in ${first} s, again in ${again} s`
  const memory = `${Math.round(process.memoryUsage().rss / 1e6)} MB`
  console.log(`${count} articles, ${pictures}; texts ${texts} s; ${memory}; ${heaviest(join(folder, 'out'))}`)
  rmSync(folder, { recursive: true })
}

if (Number(values.photographs) > 0) await measurePhotographs(Number(values.photographs))
