// The door for pictures: what is one is measured, what is none, or something else besides, is refused with a reason.
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { pictureBounds, readPictureFile } from '#lib/format/picture-file'
import { chunk, cmykPhoto, photo, photograph, plainPng, transparentPng, turnedPhoto } from '../photographs'

const rulesOf = (bytes: Buffer, name: string) => {
  const read = readPictureFile(bytes, name)
  return Array.isArray(read) ? read.map(({ rule }) => rule) : [`${read.width} × ${read.height}`]
}

describe('pictures that editors have', () => {
  it('measures photographs, drawings, four colours, and what lies on its side as it stands', async () => {
    expect(rulesOf(await photo(300, 200), '05.jpg')).toEqual(['300 × 200'])
    expect(rulesOf(await cmykPhoto(90, 60), '05.jpg')).toEqual(['90 × 60'])
    expect(rulesOf(await turnedPhoto(90, 60), '05.jpg')).toEqual(['90 × 60'])
    expect(rulesOf(await transparentPng(40, 30), '05-2.png')).toEqual(['40 × 30'])
    expect(rulesOf(plainPng(1, 1), '05.png')).toEqual(['1 × 1'])
    expect(rulesOf(plainPng(12_000, 40), '05.png')).toEqual(['12000 × 40'])
  })

  it('reads every sort of WebP and JPEG that encoders write', async () => {
    const shapes = [await photograph(61, 43, 3), await photograph(60, 1, 4), await photograph(1, 60, 5)]
    for (const shape of shapes) {
      const { width, height } = await sharp(await shape.png().toBuffer()).metadata()
      const size = [`${width} × ${height}`]
      expect(rulesOf(await shape.webp().toBuffer(), '05.webp')).toEqual(size)
      expect(rulesOf(await shape.webp({ lossless: true }).toBuffer(), '05.webp')).toEqual(size)
      expect(rulesOf(await shape.withMetadata().webp().toBuffer(), '05.webp')).toEqual(size)
      expect(rulesOf(await shape.jpeg({ progressive: true }).toBuffer(), '05.jpg')).toEqual(size)
      expect(rulesOf(await shape.jpeg({ mozjpeg: true }).toBuffer(), '05.jpg')).toEqual(size)
    }
  })

  it('gives the same file the same checksum', async () => {
    const [one, two] = [await photo(60, 40, 7), await photo(60, 40, 7)]
    expect(readPictureFile(one, '05.jpg')).toEqual(readPictureFile(two, '06.jpg'))
  })
})

describe('what is refused', () => {
  it('a wrong ending, by the content and not by the name', async () => {
    expect(rulesOf(await photo(60, 40), '05.png')).toEqual(['picture-ending'])
    expect(rulesOf(plainPng(6, 4), '05.jpg')).toEqual(['picture-ending'])
  })

  it.each([
    ['SVG', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['网页', '<!doctype html><script>1</script>'],
    ['GIF', 'GIF89a'],
    ['HEIC', '\0\0\0\x18ftypheic'],
    ['AVIF', '\0\0\0\x18ftypavif'],
    ['PDF', '%PDF-1.7'],
    ['压缩包', 'PK\x03\x04'],
    ['认不出', ''],
  ])('%s', (kind, text) => {
    const read = readPictureFile(Buffer.from(text, 'latin1'), '05.jpg')
    expect(read).toEqual([{ rule: 'picture-kind', message: expect.stringContaining(kind) }])
  })

  it('what moves', async () => {
    const frames = await Promise.all([1, 2].map(seed => photo(20, 20, seed)))
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ loop: 0 })
      .toBuffer()
    expect(rulesOf(moving, '05.webp')).toEqual(['picture-animated'])
    expect(rulesOf(plainPng(6, 4, chunk('acTL', Buffer.alloc(8))), '05.png')).toEqual(['picture-animated'])
  })

  it('something else behind the picture: no file is two things', async () => {
    const behind = Buffer.from('PK\x03\x04 or <script>')
    for (const [bytes, name] of [
      [await photo(60, 40), '05.jpg'],
      [plainPng(6, 4), '05.png'],
      [await (await photograph(60, 40)).webp().toBuffer(), '05.webp'],
    ] as const)
      expect(rulesOf(Buffer.concat([bytes, behind]), name)).toEqual(['picture-trailing'])
  })

  it('bombs, before a pixel of them is made', () => {
    expect(rulesOf(plainPng(pictureBounds.side + 1, 1), '05.png')).toEqual(['picture-size'])
    const header = plainPng(1, 1)
    header.writeUInt32BE(15_000, 16)
    header.writeUInt32BE(15_000, 20)
    const claims = Buffer.concat([
      header.subarray(0, 8),
      chunk('IHDR', header.subarray(16, 29)),
      header.subarray(33),
    ])
    expect(rulesOf(claims, '05.png')).toEqual(['picture-size'])
    expect(rulesOf(Buffer.alloc(pictureBounds.bytes + 1), '05.jpg')).toEqual(['picture-large'])
  })

  it('whatever is cut off, wherever', async () => {
    for (const [bytes, name] of [
      [await photo(60, 40), '05.jpg'],
      [plainPng(6, 4), '05.png'],
      [await (await photograph(60, 40)).webp().toBuffer(), '05.webp'],
    ] as const)
      for (let length = 12; length < bytes.length; length += 1 + Math.floor(bytes.length / 60))
        expect(rulesOf(bytes.subarray(0, length), name)).toEqual(['picture-broken'])
  })

  it('a PNG of which one bit is another', () => {
    const bytes = plainPng(6, 4)
    bytes[45] = (bytes[45] ?? 0) ^ 1
    expect(rulesOf(bytes, '05.png')).toEqual(['picture-broken'])
  })

  it('never throws, whatever the bytes', async () => {
    const start = await photo(60, 40)
    for (let at = 2; at < start.length; at += 7) {
      const bytes = Buffer.from(start)
      bytes[at] = 255 - (bytes[at] ?? 0)
      expect(() => readPictureFile(bytes, '05.jpg')).not.toThrow()
    }
  })
})
