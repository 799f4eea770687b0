// Pixels as the bytes of a PNG file (W3C PNG, third edition), without a palette and not interlaced.
import { crc32, deflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

type PngFormat = {
  readonly width: number
  readonly height: number
  /** Bits a sample. */
  readonly depth: number
  /** 0: grey, 2: red, green and blue. */
  readonly colour: 0 | 2
}

/** `rows`: each row of pixels behind the byte that names its filter. */
export function writePng({ width, height, depth, colour }: PngFormat, rows: Uint8Array): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, colour], 8)
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...parts])
}

/** Its length, its name, its data, and the checksum of name and data. */
function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
