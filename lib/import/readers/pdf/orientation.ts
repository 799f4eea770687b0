// How a picture is turned or mirrored on its page, as the orientation of EXIF, which says the same of a photograph in its file.

/** a, b, c, d of the matrix that takes the unit square, in which a picture stands upright, to the page, y upward. */
type Matrix = readonly number[]

export type Size = { readonly width: number; readonly height: number }

/** By where the first row and the first column of its pixels are seen (Exif 2.3, 4.6.4 A, tag 0x0112). */
const orientations: Readonly<Record<string, number>> = {
  'top left': 1,
  'top right': 2,
  'bottom right': 3,
  'bottom left': 4,
  'left top': 5,
  'right top': 6,
  'right bottom': 7,
  'left bottom': 8,
}

/** So much may it lean: a share of its sides. */
const lean = 0.01

/**
 * The orientation, 1 to 8, of a picture under a matrix, on a page that is shown turned clockwise by so many `quarters`; undefined for one that
 * leans or is skewed.
 */
export function orientationOf(matrix: Matrix, quarters: number): number | undefined {
  const [a, b] = turned(matrix[0] ?? 0, matrix[1] ?? 0, quarters)
  const [c, d] = turned(matrix[2] ?? 0, matrix[3] ?? 0, quarters)
  const [straight, across] = [Math.abs(a) + Math.abs(d), Math.abs(b) + Math.abs(c)]
  // Columns go along (a, b), rows against (c, d).
  if (across <= lean * straight)
    return orientations[`${d > 0 ? 'top' : 'bottom'} ${a > 0 ? 'left' : 'right'}`]
  if (straight <= lean * across)
    return orientations[`${c > 0 ? 'right' : 'left'} ${b > 0 ? 'bottom' : 'top'}`]
  return undefined
}

const turned = (x: number, y: number, quarters: number): readonly [number, number] =>
  quarters % 4 === 0 ? [x, y] : turned(y, -x, quarters - 1)

/** The size of pixels as they are seen. */
export const sizeSeen = ({ width, height }: Size, orientation: number): Size =>
  orientation > 4 ? { width: height, height: width } : { width, height }

/** Which pixel of a picture is seen at (x, y). */
export function pixelSeen(
  { width, height }: Size,
  orientation: number,
  x: number,
  y: number,
): readonly [x: number, y: number] {
  const [across, down] = orientation > 4 ? [y, x] : [x, y]
  const [fromRight, fromBottom] = [[2, 3, 7, 8].includes(orientation), [3, 4, 6, 7].includes(orientation)]
  return [fromRight ? width - 1 - across : across, fromBottom ? height - 1 - down : down]
}

/**
 * A JPEG file that says how it is to be seen, in an EXIF segment of its own; what it said before does not count in a PDF. The file as it is
 * where it said so already.
 */
export function withOrientation(jpeg: Uint8Array, said: number, orientation: number): Uint8Array {
  if (said === orientation) return jpeg
  const bytes = Buffer.from(jpeg)
  const parts: Buffer[] = [bytes.subarray(0, 2), ...(orientation === 1 ? [] : [exifOf(orientation)])]
  let at = 2
  while (bytes[at] === 0xff && bytes[at + 1] !== startOfScan && at + 4 <= bytes.length) {
    const isPadding = bytes[at + 1] === 0xff
    const end = isPadding ? at + 1 : at + 2 + bytes.readUInt16BE(at + 2)
    const isExif = bytes[at + 1] === app1 && bytes.toString('latin1', at + 4, at + 8) === 'Exif'
    if (!isExif) parts.push(bytes.subarray(at, end))
    at = end
  }
  return Buffer.concat([...parts, bytes.subarray(at)])
}

const startOfScan = 0xda
const app1 = 0xe1

/** An APP1 segment with one entry: the orientation. */
const exifOf = (orientation: number) =>
  Buffer.from([
    ...[0xff, 0xe1, 0, 34, ...Buffer.from('Exif\0\0MM\0*', 'latin1'), 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ])
