// Pictures for tests, made here: like photographs, and of every sort that an editor may come with. The same bytes every time.
import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import type { Picture } from '#lib/model/picture'

/** A picture of which nothing is printed. */
export const plainPicture: Picture = { file: '01.jpg', mark: '', caption: '', credit: '', names: [], alt: '' }

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Cells across the picture and how much each layer weighs: a photograph has much of what is large and little of what is fine. */
const layers = [
  [3, 120],
  [9, 70],
  [31, 38],
  [110, 20],
  [390, 10],
  [1400, 6],
] as const

/** Pixels like a photograph's: noise of every size, the larger the stronger. */
export async function photograph(width: number, height: number, seed = 1): Promise<Sharp> {
  const next = numbers(seed)
  const sum = new Float32Array(width * height * 3)
  for (const [cells, weight] of layers) {
    const [across, down] = [
      Math.min(cells, width),
      Math.max(1, Math.min(height, Math.round((cells * height) / width))),
    ]
    const data = Buffer.from(Array.from({ length: across * down * 3 }, () => Math.floor(next() * 256)))
    const layer = await sharp(data, { raw: { width: across, height: down, channels: 3 } })
      .resize(width, height, { kernel: 'cubic', fit: 'fill' })
      .raw()
      .toBuffer()
    for (let at = 0; at < sum.length; at += 1)
      sum[at] = (sum[at] ?? 0) + (((layer[at] ?? 0) - 128) / 128) * weight
  }
  const pixels = Buffer.from(Uint8ClampedArray.from(sum, value => 122 + value))
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

/** A photograph as a camera writes it. */
export const photo = async (width: number, height: number, seed = 1): Promise<Buffer> =>
  (await photograph(width, height, seed)).jpeg({ quality: 90 }).toBuffer()

/** The same, lying on its side, with the place and the name of the camera in EXIF. */
export const turnedPhoto = async (width: number, height: number, seed = 1): Promise<Buffer> =>
  (await photograph(height, width, seed))
    .jpeg({ quality: 90 })
    .withExif({
      IFD0: { Make: 'SecretCamera', Artist: 'SecretPerson' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '25/1 7/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()

/** A drawing on nothing. */
export const transparentPng = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 4, background: { r: 179, g: 38, b: 30, alpha: 0 } } })
    .composite([
      {
        input: {
          create: {
            width: Math.ceil(width / 2),
            height: Math.ceil(height / 2),
            channels: 4,
            background: '#b3261e',
          },
        },
      },
    ])
    .png()
    .toBuffer()

/** As printers send it: four colours. */
export const cmykPhoto = async (width: number, height: number, seed = 1): Promise<Buffer> =>
  (await photograph(width, height, seed)).toColourspace('cmyk').jpeg({ quality: 90 }).toBuffer()

/** A grey PNG written by hand: header, one row repeated, end; `more` goes before the end. */
export function plainPng(width: number, height: number, ...more: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const rows = deflateSync(
    Buffer.alloc(height * (1 + width), 0x80).map((byte, at) => (at % (1 + width) === 0 ? 0 : byte)),
  )
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', header), ...more, chunk('IDAT', rows), chunk('IEND')])
}

/** A chunk of a PNG. */
export function chunk(name: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
