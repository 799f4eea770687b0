// Photographs decoded and encoded, by sharp: upright, in sRGB, without a word of what a camera wrote. The only user of sharp.
import sharp, { type Sharp } from 'sharp'
import { pictureBounds } from '../../format/picture-file'
import {
  type Copy,
  largestSide,
  type Measured,
  plainSize,
  sizeWithin,
  smallSize,
  squareSide,
  thumb,
} from '../../model/picture'

// Of all that libvips reads, what the door lets in.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
// A photograph a thread: more photographs at once gain more than more threads for one.
sharp.concurrency(1)
sharp.cache(false)

/** A decoded photograph, at most `largestSide` wide: three bytes a pixel. */
export type Opened = { readonly data: Buffer; readonly width: number; readonly height: number }

/** Where a picture is transparent it shows paper. */
const ground = '#ffffff'

/**
 * Decodes a file that the door has let in; `broken`: what the decoder said, of a file that it does not take to the last byte, or
 * that is not as large as it was measured.
 */
export async function openPhotograph(
  bytes: Uint8Array,
  measured: Measured,
): Promise<Opened | { readonly broken: string }> {
  try {
    const { data, info } = await sharp(bytes, { failOn: 'warning', limitInputPixels: pictureBounds.pixels })
      .autoOrient()
      .resize({
        ...sizeWithin(measured, { width: largestSide, height: Number.POSITIVE_INFINITY }),
        fit: 'fill',
      })
      .flatten({ background: ground })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    if (info.channels !== 3) return { broken: `${info.channels} channels` }
    return { data, width: info.width, height: info.height }
  } catch (error) {
    return { broken: error instanceof Error ? error.message : String(error) }
  }
}

const pixelsOf = ({ data, width, height }: Opened) => sharp(data, { raw: { width, height, channels: 3 } })

/**
 * The most bytes of each copy. A phone of 360 points at three pixels a point loads 1,080 pixels, a square and three pictures of a
 * strip before it scrolls, with a longer strip 720 pixels and up to seven: 60 KB in all (decision 0131). A list of twenty small
 * pictures is 100 KB.
 */
const ceilings = {
  width: { 720: 20_000, 1080: 34_000, 1440: 110_000 } as Readonly<Record<number, number>>,
  small: 4_700,
  plain: 34_000,
  large: 400_000,
  thumb: 5_000,
  square: 7_000,
  card: 110_000,
} as const

/** The bytes that a WebP of its own width may have: those of the next wider one. */
const ceilingOf = (width: number) =>
  Object.entries(ceilings.width).find(([most]) => Number(most) >= width)?.[1] ?? ceilings.width[1440] ?? 0

/** A copy of a photograph as the bytes of its file. */
export async function encodeCopy(opened: Opened, copy: Copy): Promise<Buffer> {
  const pixels = pixelsOf(opened)
  if (copy.kind === 'thumb') return jpeg(cut(pixels, thumb), ceilings.thumb)
  if (copy.kind === 'large') {
    const most = { width: largestSide, height: largestSide }
    return jpeg(pixels.resize({ ...sizeOf(opened, most), fit: 'fill' }), ceilings.large)
  }
  if (copy.kind === 'small')
    return webp(pixels.resize({ ...smallSize(of(opened)), fit: 'fill' }), ceilings.small)
  if (copy.kind === 'plain')
    return jpeg(pixels.resize({ ...plainSize(of(opened)), fit: 'fill' }), ceilings.plain)
  const most = { width: copy.width, height: Number.POSITIVE_INFINITY }
  return webp(pixels.resize({ ...sizeOf(opened, most), fit: 'fill' }), ceilingOf(copy.width))
}

const of = ({ width, height }: Opened): Measured => ({ width, height, checksum: '' })
const sizeOf = (opened: Opened, most: { readonly width: number; readonly height: number }) =>
  sizeWithin(of(opened), most)

/** Cut to a shape, around what catches the eye. */
const cut = (pixels: Sharp, size: { readonly width: number; readonly height: number }) =>
  pixels.resize({ ...size, fit: 'cover', position: sharp.strategy.attention })

/** The square that chat apps show. */
export const encodeSquare = (opened: Opened): Promise<Buffer> =>
  jpeg(cut(pixelsOf(opened), { width: squareSide, height: squareSide }), ceilings.square)

/** A shared link's picture: the photograph above a drawn band of the same width, a PNG. */
export async function encodeCard(
  opened: Opened,
  band: Uint8Array,
  size: { readonly width: number; readonly height: number; readonly band: number },
): Promise<Buffer> {
  const { width, height } = size
  const above = await cut(pixelsOf(opened), { width, height: height - size.band })
    .png()
    .toBuffer()
  const card = sharp({ create: { width, height, channels: 3, background: ground } })
    .composite([
      { input: above, left: 0, top: 0 },
      { input: Buffer.from(band), left: 0, top: height - size.band },
    ])
    // What is laid one over the other has four channels.
    .removeAlpha()
  return jpeg(card, ceilings.card)
}

/** `share`: its bytes against those of the finest, of photographs at 480 and 1,080 pixels, between WebP and JPEG; to begin looking near. */
type Level = { readonly quality: number; readonly blur: number; readonly share: number }

const level = (quality: number, blur: number, share: number): Level => ({ quality, blur, share })
const coarsest = level(16, 10, 0.13)

/** From the finest to what is still a picture; where grain takes all bytes, it is smoothed. */
const levels: readonly Level[] = [
  level(82, 0, 1),
  level(76, 0, 0.78),
  level(70, 0, 0.69),
  level(63, 0, 0.61),
  level(56, 0, 0.55),
  level(48, 0, 0.49),
  level(40, 0, 0.44),
  level(32, 0, 0.37),
  level(24, 0, 0.31),
  level(16, 0, 0.25),
  level(16, 0.8, 0.23),
  level(16, 1.6, 0.22),
  level(16, 4, 0.18),
  coarsest,
]

const smoothed = (pixels: Sharp, { blur }: Level) => (blur > 0 ? pixels.blur(blur) : pixels)

const jpeg = (pixels: Sharp, most: number) =>
  finest(pixels, most, (smooth, quality) => smooth.jpeg({ quality, mozjpeg: true }))

const webp = (pixels: Sharp, most: number) =>
  finest(pixels, most, (smooth, quality) => smooth.webp({ quality, effort: 4 }))

/**
 * The finest level that is no larger than `most` bytes; else the coarsest. Most photographs take the finest, which is tried first; each
 * size then says which level to try next, until one fits and the next finer one does not.
 */
async function finest(
  pixels: Sharp,
  most: number,
  encode: (smooth: Sharp, quality: number) => Sharp,
): Promise<Buffer> {
  const scaled = await decoded(pixels)
  let [tooLarge, fitting] = [-1, levels.length]
  let best: Buffer | undefined
  for (let at = 0; tooLarge + 1 < fitting; ) {
    const tried = levels[at] ?? coarsest
    const made = await encode(smoothed(pixelsOf(scaled), tried), tried.quality).toBuffer()
    if (made.length > most && tried !== coarsest) tooLarge = at
    else [fitting, best] = [at, made]
    const wanted = levels.findIndex(({ share }) => made.length * share <= most * tried.share)
    const likely = wanted < 0 ? levels.length - 1 : wanted
    at = Math.min(Math.max(likely, tooLarge + 1), fitting - 1)
  }
  if (!best) throw new Error('no level was tried')
  return best
}

/** Pixels as they are encoded, scaled once for all levels. */
async function decoded(pixels: Sharp): Promise<Opened> {
  const { data, info } = await pixels.raw().toBuffer({ resolveWithObject: true })
  if (info.channels !== 3) throw new Error(`${info.channels} channels where pixels have three`)
  return { data, width: info.width, height: info.height }
}
