// A PNG file by its chunks (W3C PNG, third edition), each proved by its checksum.
import { crc32 } from 'node:zlib'
import { readOrientation } from './picture-exif'
import type { Broken, PictureHead } from './picture-head'

const broken: Broken = { broken: '这张 PNG 已损坏，或不完整' }

/** Reads the chunks of a PNG file, whose signature is known. */
export function readPng(bytes: Buffer): PictureHead | Broken {
  let size: { readonly width: number; readonly height: number } | undefined
  let [orientation, animated, hasData] = [1, false, false]
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    const end = at + 12 + length
    if (end > bytes.length) return broken
    const name = bytes.toString('latin1', at + 4, at + 8)
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== bytes.readUInt32BE(end - 4)) return broken
    if ((name === 'IHDR') !== (at === 8)) return broken
    if (name === 'IHDR') {
      if (length !== 13) return broken
      size = { width: body.readUInt32BE(0), height: body.readUInt32BE(4) }
    }
    if (name === 'eXIf') orientation = readOrientation(body)
    animated ||= name === 'acTL' || name === 'fcTL'
    hasData ||= name === 'IDAT'
    if (name === 'IEND') return size && hasData ? { ...size, orientation, animated, end } : broken
    at = end
  }
  return broken
}
