// A WebP file by its chunks (RFC 9649).
import { readOrientation } from './picture-exif'
import type { Broken, PictureHead } from './picture-head'

const broken: Broken = { broken: '这张 WebP 已损坏，或不完整' }

type Size = { readonly width: number; readonly height: number }

/** Reads the chunks of a WebP file, which begins with RIFF. */
export function readWebp(bytes: Buffer): PictureHead | Broken {
  if (bytes.length < 20 || bytes.toString('latin1', 8, 12) !== 'WEBP') return { broken: '不是 WebP 图片' }
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length) return broken
  let size: Size | undefined
  let [orientation, animated, hasData] = [1, false, false]
  for (let at = 12; at + 8 <= end; ) {
    const name = bytes.toString('latin1', at, at + 4)
    const length = bytes.readUInt32LE(at + 4)
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (at + 8 + length > end) return broken
    if (name === 'VP8X') {
      if (length < 10) return broken
      size = { width: 1 + body.readUIntLE(4, 3), height: 1 + body.readUIntLE(7, 3) }
      animated ||= ((body[0] ?? 0) & 0x02) !== 0
    }
    animated ||= name === 'ANIM' || name === 'ANMF'
    if (name === 'VP8 ' || name === 'VP8L') {
      hasData = true
      size ??= name === 'VP8 ' ? lossySize(body) : losslessSize(body)
      if (!size) return broken
    }
    if (name === 'EXIF')
      orientation = readOrientation(body.toString('latin1', 0, 6) === 'Exif\0\0' ? body.subarray(6) : body)
    at += 8 + length + (length % 2)
  }
  if (!size || !(hasData || animated)) return broken
  return { ...size, orientation, animated, end }
}

/** The size in the first frame of VP8 (RFC 6386, 9.1). */
function lossySize(body: Buffer): Size | undefined {
  if (body.length < 10 || body.toString('latin1', 3, 6) !== '\x9d\x01\x2a') return undefined
  return { width: body.readUInt16LE(6) & 0x3fff, height: body.readUInt16LE(8) & 0x3fff }
}

function losslessSize(body: Buffer): Size | undefined {
  if (body.length < 5 || body[0] !== 0x2f) return undefined
  const bits = body.readUInt32LE(1)
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}
