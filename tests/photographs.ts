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

/** As a phone takes it with more light than paper has: a second JPEG picture behind the first, a map of what is brighter (ISO 21496-1). */
export const brightPhoto = async (width: number, height: number, seed = 1): Promise<Buffer> =>
  ((await photograph(width, height, seed)).jpeg({ quality: 90 }) as MapsGain).withGainMap().toBuffer()

/** Not yet in the types of sharp. */
type MapsGain = Sharp & { readonly withGainMap: () => Sharp }

/** A JPEG whose index (CIPA DC-007, APP2) speaks of a second picture, behind zeros that fill up a block. */
export function indexedPhoto(first: Buffer, second: Buffer): Buffer {
  const index = Buffer.alloc(86)
  const size = first.length + 4 + index.length
  const start = Math.ceil(size / 512) * 512
  index.write('MPF\0II*\0', 'latin1')
  const entries: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
    [0xb000, 7, 4, 0x30303130], // version 0100
    [0xb001, 4, 1, 2],
    [0xb002, 7, 32, 50],
  ]
  index.writeUInt32LE(8, 8)
  index.writeUInt16LE(entries.length, 12)
  entries.forEach(([tag, type, count, value], at) => {
    index.writeUInt16LE(tag, 14 + at * 12)
    index.writeUInt16LE(type, 16 + at * 12)
    index.writeUInt32LE(count, 18 + at * 12)
    index.writeUInt32LE(value, 22 + at * 12)
  })
  index.writeUInt32LE(0x20030000, 54) // the representative picture, JPEG
  index.writeUInt32LE(size, 58)
  index.writeUInt32LE(0x00010001, 70) // a large thumbnail
  index.writeUInt32LE(second.length, 74)
  index.writeUInt32LE(start - 10, 78) // from the mark of the byte order, which stands behind SOI and the head of APP2
  const app2 = Buffer.concat([Buffer.from([0xff, 0xe2, 0, index.length + 2]), index])
  const whole = Buffer.concat([first.subarray(0, 2), app2, first.subarray(2)])
  return Buffer.concat([whole, Buffer.alloc(start - size), second])
}

/** Samsung's trailer with these entries, each a kind, a name and its data. */
export function samsungTrailer(
  entries: readonly (readonly [kind: number, name: string, data: Buffer])[],
): Buffer {
  const u32 = (value: number) => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(value)
    return bytes
  }
  const kindOf = (kind: number) => u32(kind * 0x10000)
  const blocks = entries.map(([kind, name, data]) =>
    Buffer.concat([kindOf(kind), u32(name.length), Buffer.from(name, 'latin1'), data]),
  )
  const before = (at: number) => blocks.slice(at).reduce((sum, { length }) => sum + length, 0)
  const lines = entries.map(([kind], at) =>
    Buffer.concat([kindOf(kind), u32(before(at)), u32(blocks[at]?.length ?? 0)]),
  )
  const directory = Buffer.concat([Buffer.from('SEFH'), u32(107), u32(entries.length), ...lines])
  return Buffer.concat([...blocks, directory, u32(directory.length), Buffer.from('SEFT')])
}
