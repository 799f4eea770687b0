// A picture in black and white as a PNG of one bit a pixel (W3C PNG, third edition): a QR code is nothing else.
import { writePng } from '../../format/write-png'

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
  return writePng({ width: width * 8, height: rows.length * 8, depth: 1, colour: 0 }, pixels)
}
