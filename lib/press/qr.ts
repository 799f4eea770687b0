// The QR code of an address as a picture: black on white, four modules of quiet zone, eight pixels a module.
import { encode } from 'uqr'
import type { Drawing } from './card-design'
import type { Picture } from './drawing'
import { packageOf } from './serif'

const look = {
  /** Level M: a seventh of the code may be dirty or torn. */
  ecc: 'M',
  /** ISO/IEC 18004 asks for a margin of four modules. */
  border: 4,
  pixelsPerModule: 8,
} as const

/** Which look, by which version of the encoder: encoding takes a millisecond, so an old code is known without it. */
const version = JSON.stringify([look, packageOf('uqr').version])

/** The picture of an address's QR code, in that file. */
export const qrPicture = (file: string, address: string): Picture => ({
  file,
  drawing: () => qrOf(address),
  madeOf: [version, address],
})

/** The QR code of a text. Throws on a text that no QR code holds (over 2,331 bytes). */
export function qrOf(address: string): Drawing {
  const { data, size } = encode(address, look)
  const pixels = new Uint8Array(size * size * 4).fill(255)
  for (const [row, modules] of data.entries())
    for (const [column, dark] of modules.entries())
      if (dark) pixels.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3)
  const side = size * look.pixelsPerModule
  const image = { width: size, height: size, data: pixels }
  return {
    node: { type: 'image', src: image, style: { width: side, height: side, imageRendering: 'pixelated' } },
    width: side,
    height: side,
    format: 'png',
  }
}
