// Draws pictures: the renderer with its Chinese serif, and the store of pictures drawn before.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Renderer, setGlyphCacheMaxBytes } from '@takumi-rs/core'
import pMap from 'p-map'
import type { OnProgress } from '../files/workers'
import type { Drawing } from './card-design'
import { family, packageOf, serifVersion, sliceData, slices } from './font'
import { place } from './place'

export type DrawnPicture = {
  readonly file: string
  /** Laid out when its turn comes, since a hundred thousand at once would not fit; or the file's bytes, drawn already. */
  readonly drawing: () => Drawing | Uint8Array
  /** What is made of the drawing's bytes in the end: a photograph joined to it. */
  readonly finish?: (drawn: Uint8Array) => Promise<Uint8Array>
  /** All that goes into the drawing, where laying it out is dear; else the drawing itself tells whether it is new. */
  readonly madeOf?: readonly (string | number)[]
}

/** The renderer works in threads of its own; more at once than this gains nothing (measured with 2 cores). */
const atOnce = 8

/**
 * Draws pictures into a folder, files relative to it. `store` keeps each picture under a hash of all that goes into it, so that
 * only new ones are drawn, and one that is in the folder already is left there; with `sweep`, what this run did not use is
 * dropped from the store. Returns how many had to be drawn.
 */
export async function drawAll(
  pictures: readonly DrawnPicture[],
  folder: string,
  store: string,
  sweep: boolean,
  onProgress: OnProgress = () => {},
): Promise<number> {
  mkdirSync(store, { recursive: true })
  const drawnBefore = new Set(readdirSync(store))
  const made = makers()
  let drawn = 0
  let done = 0
  const used = await pMap(
    pictures,
    async picture => {
      if (done++ % 64 === 0) onProgress(done, pictures.length)
      const drawing = picture.madeOf ? undefined : picture.drawing()
      const key = hash([made.version, picture.madeOf ?? drawing])
      const stored = join(store, key)
      if (!drawnBefore.has(key)) {
        drawn += 1
        const bytes = await draw(made.renderer, drawing ?? picture.drawing())
        keep(picture.finish ? await picture.finish(bytes) : bytes, stored)
      }
      place(stored, join(folder, picture.file))
      return key
    },
    { concurrency: atOnce },
  )
  const wanted = new Set(used)
  for (const name of sweep ? drawnBefore : [])
    if (!wanted.has(name)) rmSync(join(store, name), { force: true })
  return drawn
}

/** One picture as the bytes of its file. Sets the renderer up once a process. */
export async function drawOne({ drawing, finish }: DrawnPicture): Promise<Uint8Array> {
  shared ??= makers()
  const drawn = await draw(shared.renderer, drawing())
  return finish ? finish(drawn) : drawn
}

let shared: ReturnType<typeof makers> | undefined

async function draw(renderer: () => Promise<Renderer>, drawing: Drawing | Uint8Array): Promise<Uint8Array> {
  if (drawing instanceof Uint8Array) return drawing
  const { node, width, height, format } = drawing
  return (await renderer()).render(node, { width, height, format, lang: 'zh-CN' })
}

// One call after the other: the renderer's own threads are busy at the same time, and awaiting each call would cost more than it takes.

/** Writes a picture into the store, whole or not at all. */
function keep(bytes: Uint8Array, stored: string): void {
  writeFileSync(`${stored}.tmp`, bytes)
  renameSync(`${stored}.tmp`, stored)
}

const hash = (parts: readonly unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/** The renderer, set up when the first picture needs it, and the versions of what draws. */
function makers() {
  let ready: Promise<Renderer> | undefined
  return {
    version: `${packageOf('@takumi-rs/core').version} ${serifVersion}`,
    renderer: () => {
      ready ??= newRenderer()
      return ready
    },
  }
}

async function newRenderer(): Promise<Renderer> {
  setGlyphCacheMaxBytes(64 * 1024 * 1024)
  const renderer = new Renderer()
  for (const slice of slices) {
    const unicodeRange = slice.ranges.map(([from, to]): [number, number] => [from, to])
    await renderer.registerFont({ name: family, data: sliceData(slice), unicodeRange })
  }
  return renderer
}
