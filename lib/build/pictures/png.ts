// A picture in black and white as a PNG of one bit a pixel (W3C PNG, third edition): a QR code is nothing else.
import { crc32, deflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** How a row is written: as it is, or as its difference to the row above, which is nothing where both are the same. */
const asIs = 0
const asAbove = 2

/**
 * Encodes rows of squares, eight pixels wide and high each, `true` = black; all rows are of the same length. Eight pixels of one
 * bit are a byte, so a row of squares is a row of bytes, and seven rows that repeat it.
 */
export function printSquares(rows: readonly (readonly boolean[])[]): Buffer {
  const width = rows[0]?.length ?? 0
  const stride = 1 + width
  const pixels = Buffer.alloc(rows.length * 8 * stride)
  for (const [y, row] of rows.entries()) {
    const at = y * 8 * stride
    pixels[at] = asIs
    for (const [x, black] of row.entries()) pixels[at + 1 + x] = black ? 0x00 : 0xff
    for (let repeat = 1; repeat < 8; repeat++) pixels[at + repeat * stride] = asAbove
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width * 8, 0)
  header.writeUInt32BE(rows.length * 8, 4)
  header[8] = 1 // bits a pixel; all that follows is 0: grey, deflate, filters of each row, not interlaced
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Its length, its name, its data, and the checksum of name and data. */
function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
