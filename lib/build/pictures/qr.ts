// The QR code of an address as a picture: black on white, four modules of quiet zone, eight pixels a module.
import { encode } from 'uqr'
import { packageOf } from './font'
import { printSquares } from './png'
import type { DrawnPicture } from './render'

const look = {
  /** Level M: a seventh of the code may be dirty or torn. */
  ecc: 'M',
  /** ISO/IEC 18004 asks for a margin of four modules. */
  border: 4,
} as const

/** Which look, by which versions of what makes it: encoding takes a millisecond, so an old code is known without it. */
const version = JSON.stringify([look, packageOf('uqr').version, process.versions.zlib])

/** The picture of an address's QR code, in that file. */
export const qrPicture = (file: string, address: string): DrawnPicture => ({
  file,
  drawing: () => qrOf(address),
  madeOf: [version, address],
})

/** The QR code of a text as a PNG. Throws on a text that no QR code holds (over 2,331 bytes). */
export const qrOf = (address: string): Buffer => printSquares(encode(address, look).data)
