// A JPEG file by its markers (ITU-T T.81, annex B), from its first to its end, and what cameras put behind it.
import { readOrientation } from './picture-exif'
import type { Broken, PictureHead } from './picture-head'
import { endOfTrailer } from './picture-trailer'

const startOfScan = 0xda
const endOfImage = 0xd9
/** Markers without a length: restarts, and TEM. */
const bare = (marker: number) => (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01
/** SOF0 to SOF15, which carry the size; C4, C8 and CC are something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const cut: Broken = { broken: '这张 JPEG 不完整，后面缺了一截' }

/** Reads a JPEG file, whose first two bytes are known. */
export function readJpeg(bytes: Buffer): PictureHead | Broken {
  const read = readMarkers(bytes)
  return 'broken' in read ? read : { ...read, end: endOfTrailer(bytes, read.end, endOfJpeg) }
}

/** The offset behind the JPEG picture that begins at `from`; undefined where no whole one does. */
function endOfJpeg(bytes: Buffer, from: number): number | undefined {
  if (bytes.toString('latin1', from, from + 3) !== '\xff\xd8\xff') return undefined
  const read = readMarkers(bytes.subarray(from))
  return 'broken' in read ? undefined : from + read.end
}

/** Its markers up to the first end. */
function readMarkers(bytes: Buffer): PictureHead | Broken {
  let size: { readonly width: number; readonly height: number } | undefined
  let orientation = 1
  let scans = 0
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return { broken: '这张 JPEG 已损坏' }
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff)
      at += 1 // padding
    else if (marker === endOfImage) {
      if (!size || scans === 0) return cut
      return { ...size, orientation, animated: false, end: at + 2 }
    } else if (bare(marker)) at += 2
    else {
      if (at + 4 > bytes.length) return cut
      const length = bytes.readUInt16BE(at + 2)
      const body = bytes.subarray(at + 4, at + 2 + length)
      if (length < 2 || at + 2 + length > bytes.length) return cut
      if (isFrame(marker)) {
        if (body.length < 5) return { broken: '这张 JPEG 已损坏' }
        size = { width: body.readUInt16BE(3), height: body.readUInt16BE(1) }
      }
      if (marker === 0xe1 && body.toString('latin1', 0, 6) === 'Exif\0\0')
        orientation = readOrientation(body.subarray(6))
      at += 2 + length
      if (marker === startOfScan) {
        scans += 1
        at = afterScan(bytes, at)
      }
    }
  }
  return cut
}

/** The next marker after the data of a scan, in which FF is followed by 00 or a restart. */
function afterScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2)
  }
  return bytes.length
}
