// The QR code of an address as a picture: black on white, four modules of quiet zone, eight pixels a module.
import { encode } from 'uqr'
import type { Drawing } from './card-design'

const pixelsPerModule = 8
/** ISO/IEC 18004 asks for a margin of four modules. */
const quietZone = 4

/** Level M: a seventh of the code may be dirty or torn. Throws on a text that no QR code holds (over 2,331 bytes). */
export function qrOf(address: string): Drawing {
  const { data, size } = encode(address, { ecc: 'M', border: quietZone })
  const pixels = new Uint8Array(size * size * 4).fill(255)
  for (const [row, modules] of data.entries())
    for (const [column, dark] of modules.entries())
      if (dark) pixels.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3)
  const side = size * pixelsPerModule
  const image = { width: size, height: size, data: pixels }
  return {
    node: { type: 'image', src: image, style: { width: side, height: side, imageRendering: 'pixelated' } },
    width: side,
    height: side,
    format: 'png',
  }
}
