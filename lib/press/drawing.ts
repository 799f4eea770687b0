// Draws pictures: the renderer with its Chinese serif, and the store of pictures drawn before.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Renderer, setGlyphCacheMaxBytes } from '@takumi-rs/core'
import type { Drawing } from './card-design'
import { eachOf, writeWhole } from './folder'
import { family, packageOf, serifVersion, sliceData, slices } from './serif'

export type Picture = { readonly file: string; readonly drawing: Drawing }

/** The renderer works in threads of its own; more at once than this gains nothing (measured with 2 cores). */
const atOnce = 8

/**
 * Draws pictures into a folder, files relative to it. `store` keeps each picture under a hash of all that went into it, so that
 * only new ones are drawn, and one that stands in the folder is left there; what this run did not use is dropped from it. Returns how many had to be drawn.
 */
export async function drawAll(pictures: readonly Picture[], folder: string, store: string): Promise<number> {
  await mkdir(store, { recursive: true })
  const kept = new Set(await readdir(store))
  const made = makers()
  let drawn = 0
  const used = await eachOf(
    pictures,
    async ({ file, drawing }) => {
      const key = `${hash(made.version, drawing)}.${drawing.format}`
      if (!kept.has(key)) {
        drawn += 1
        const bytes = await (await made.renderer()).render(drawing.node, { ...drawing, lang: 'zh-CN' })
        await writeWhole(join(store, key), bytes)
      }
      if (!existsSync(join(folder, file)))
        await writeWhole(join(folder, file), await readFile(join(store, key)))
      return key
    },
    atOnce,
  )
  const wanted = new Set(used)
  for (const name of kept) if (!wanted.has(name)) await rm(join(store, name), { force: true })
  return drawn
}

const hash = (version: string, { node, width, height }: Drawing) =>
  createHash('sha256')
    .update(JSON.stringify([version, width, height, node], bytesAsHash))
    .digest('hex')

/** Pixels go into the hash as their own hash. */
const bytesAsHash = (_: string, value: unknown) =>
  value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value

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
