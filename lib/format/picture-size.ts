// The size of a small picture in pixels, from its first bytes.

export type Size = { readonly width: number; readonly height: number }

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Width and height of a PNG (its IHDR) or of an SVG (its viewBox); undefined for anything else. */
export function pictureSize(bytes: Buffer): Size | undefined {
  if (bytes.subarray(0, 8).equals(pngMark) && bytes.length >= 24)
    return sizeOf(bytes.readUInt32BE(16), bytes.readUInt32BE(20))
  const opening = /<svg\b[^>]*>/.exec(bytes.toString('utf8'))?.[0]
  const box =
    opening && /\sviewBox=["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']/.exec(opening)
  return box ? sizeOf(Math.round(Number(box[1])), Math.round(Number(box[2]))) : undefined
}

const sizeOf = (width: number, height: number): Size | undefined =>
  width >= 1 && height >= 1 ? { width, height } : undefined
