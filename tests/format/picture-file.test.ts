// The door for pictures: what is one is measured, what is none, or something else besides, is refused with a reason.
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { pictureBounds, readPictureFile } from '#lib/format/picture-file'
import {
  brightPhoto,
  chunk,
  cmykPhoto,
  indexedPhoto,
  photo,
  photograph,
  plainPng,
  samsungTrailer,
  transparentPng,
  turnedPhoto,
} from '../photographs'

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

const bytesOf = (text: string) => Buffer.from(text, 'latin1')
const video = Buffer.concat([bytesOf('\0\0\0\x18ftypmp42\0\0\0\0isommp42'), Buffer.alloc(900, 7)])
/** A comment in a JPEG, right behind its beginning. */
const withComment = (jpeg: Buffer, comment: Buffer) =>
  Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xfe, (comment.length + 2) >> 8, (comment.length + 2) & 0xff]),
    comment,
    jpeg.subarray(2),
  ])

describe('what phones and cameras put behind a JPEG', () => {
  it('other pictures: a gain map, a second size behind a filled block, several', async () => {
    const [bright, one, other] = [await brightPhoto(320, 200), await photo(90, 60, 2), await photo(30, 20, 3)]
    expect(bright.includes('urn:iso:std:iso:ts:21496')).toBe(true)
    expect(rulesOf(bright, '05.jpg')).toEqual(['320 × 200'])
    expect(rulesOf(indexedPhoto(one, other), '05.jpg')).toEqual(['90 × 60'])
    expect(rulesOf(Buffer.concat([one, other, Buffer.alloc(9), other, Buffer.alloc(7)]), '05.jpg')).toEqual([
      '90 × 60',
    ])
  })

  it('the trailer of a Samsung phone: short texts and pictures', async () => {
    const [one, other] = [await photo(90, 60, 2), await photo(30, 20, 3)]
    const trailer = samsungTrailer([
      [0x0a01, 'Image_UTC_Data', bytesOf('1732000000000')],
      [0x0ba1, 'PhotoEditor_Re_Edit_Data', Buffer.from('{"原图":"/DCIM/1.jpg"}')],
      [0x0a20, 'FlipPhoto_002', other],
    ])
    expect(rulesOf(Buffer.concat([one, trailer]), '05.jpg')).toEqual(['90 × 60'])
    expect(rulesOf(Buffer.concat([one, other, trailer]), '05.jpg')).toEqual(['90 × 60'])
  })

  it('no video: an editor is told what it is and where to go', async () => {
    const one = await photo(90, 60, 2)
    const samsung = samsungTrailer([
      [0x0a01, 'Image_UTC_Data', bytesOf('1732000000000')],
      [0x0a30, 'MotionPhoto_Data', video],
    ])
    const bright = await brightPhoto(320, 200)
    for (const bytes of [
      Buffer.concat([one, video]),
      Buffer.concat([one, samsung]),
      Buffer.concat([bright, Buffer.alloc(64), video]),
    ])
      expect(readPictureFile(bytes, '05.jpg')).toEqual([
        { rule: 'picture-trailing', message: expect.stringContaining('动态照片') },
      ])
  })

  it.each([
    ['压缩包', bytesOf('PK\x03\x04')],
    ['压缩包', bytesOf('\0\0\0PK\x03\x04')],
    ['网页', bytesOf('<script>1</script>')],
    ['PDF', bytesOf('%PDF-1.7')],
    ['2 字节', bytesOf('\xff\xd8')],
    ['5 字节', bytesOf('#!/bi')],
  ])('nothing else: %s', async (kind, rest) => {
    const one = await photo(90, 60, 2)
    const trailer = samsungTrailer([[0x0a01, 'Image_UTC_Data', bytesOf('1')]])
    for (const bytes of [
      [one, rest],
      [one, rest, trailer],
      [one, one, rest],
      [one, trailer, rest],
    ])
      expect(readPictureFile(Buffer.concat(bytes), '05.jpg')).toEqual([
        { rule: 'picture-trailing', message: expect.stringContaining('图片之后还有') },
      ])
    expect(readPictureFile(Buffer.concat([one, rest]), '05.jpg')).toEqual([
      { rule: 'picture-trailing', message: expect.stringContaining(kind) },
    ])
  })

  it('no trailer that says one thing and holds another', async () => {
    const one = await photo(90, 60, 2)
    const text = bytesOf('1732000000000')
    const trailer = samsungTrailer([[0x0a01, 'Image_UTC_Data', text]])
    const changed = (at: number, byte: number) => {
      const bytes = Buffer.from(trailer)
      bytes[at < 0 ? bytes.length + at : at] = byte
      return bytes
    }
    const wrong = [
      samsungTrailer([[0x0a01, 'Image_UTC_Data', bytesOf('<script>')]]),
      samsungTrailer([[0x0a01, 'Image_UTC_Data', bytesOf('%PDF-1.7')]]),
      samsungTrailer([[0x0ab1, 'DualShot_DepthMap_1', Buffer.alloc(40, 200)]]),
      samsungTrailer([[0x0a01, '../x', text]]),
      samsungTrailer([]),
      changed(2, 0x02), // another kind than in the directory
      changed(4, 0xff), // a name beyond the entry
      changed(-8, 1), // a directory of another length
      changed(-16, 0xff), // an entry that begins elsewhere
      changed(-12, 1), // or is shorter
      Buffer.concat([trailer, trailer]),
    ]
    for (const bytes of wrong)
      expect(rulesOf(Buffer.concat([one, bytes]), '05.jpg')).toEqual(['picture-trailing'])
  })

  it('not a second picture that is cut off', async () => {
    const [one, other] = [await photo(90, 60, 2), await photo(30, 20, 3)]
    for (let length = 1; length < other.length; length += 97)
      expect(rulesOf(Buffer.concat([one, other.subarray(0, length)]), '05.jpg')).toEqual(['picture-trailing'])
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

  it('something else within the picture: a PDF in a comment, an archive that unpackers find', async () => {
    const one = await photo(90, 60, 2)
    const png = plainPng(6, 4, chunk('teXt', bytesOf('%PDF-1.7')))
    // A directory of one file without a name, and the record that says where it is.
    const [directory, end] = [Buffer.alloc(46), Buffer.alloc(22)]
    directory.write('PK\x01\x02', 'latin1')
    end.write('PK\x05\x06', 'latin1')
    end.writeUInt32LE(directory.length, 12)
    const zip = Buffer.concat([directory, end])
    for (const [bytes, name, kind] of [
      [withComment(one, bytesOf('%PDF-1.7\n1 0 obj')), '05.jpg', 'PDF'],
      [png, '05.png', 'PDF'],
      [withComment(one, zip), '05.jpg', '压缩包'],
      [Buffer.concat([one, withComment(one, zip)]), '05.jpg', '压缩包'],
      [plainPng(6, 4, chunk('zzZz', zip)), '05.png', '压缩包'],
      [withComment(one, bytesOf('Rar!\x1a\x07\x01\0')), '05.jpg', '压缩包'],
      [withComment(one, bytesOf("7z\xbc\xaf'\x1c\0\x04")), '05.jpg', '压缩包'],
    ] as const)
      expect(readPictureFile(bytes, name)).toEqual([
        { rule: 'picture-hidden', message: expect.stringContaining(kind) },
      ])
    // A comment that only speaks of one.
    expect(rulesOf(withComment(one, bytesOf('PK\x05\x06, see APPNOTE.TXT')), '05.jpg')).toEqual(['90 × 60'])
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
