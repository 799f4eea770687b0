// How a camera was held: the orientation in EXIF (Exif 2.3, 4.6.4 A, tag 0x0112).

const tag = 0x0112
const entrySize = 12

/** The orientation in a TIFF structure, 1 to 8; 1 where it says none that there is. */
export function readOrientation(tiff: Buffer): number {
  const mark = tiff.toString('latin1', 0, 4)
  const little = mark === 'II*\0'
  if (!little && mark !== 'MM\0*') return 1
  const [u16, u32] = [
    (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)),
    (at: number) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)),
  ]
  const directory = u32(4)
  const count = u16(directory)
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * entrySize
    if (u16(entry) !== tag) continue
    const value = u16(entry + 8)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}
