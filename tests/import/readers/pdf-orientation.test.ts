// Pictures that a PDF shows turned or mirrored: they come out as they are seen on the page. One that leans is named, not taken.

import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { orientationOf } from '#lib/import/readers/pdf/orientation'
import type { PdfPage } from '#lib/import/readers/pdf/page'
import { type Matrix, type Photograph, writePdf } from './pdf-writer'
import { readHere } from './read-in-process'

const size = { width: 300, height: 200 } as const
const quarters = ['#ff0000', '#00ff00', '#0000ff', '#ffffff'] as const

/** Red, green, blue, white: from the top left, row by row. */
const seen = (): Promise<Buffer> =>
  sharp({ create: { ...size, channels: 3, background: '#000000' } })
    .composite(
      quarters.map((background, at) => ({
        input: { create: { width: 150, height: 100, channels: 3, background } },
        left: (at % 2) * 150,
        top: Math.floor(at / 2) * 100,
      })),
    )
    .png()
    .toBuffer()

/** Undo a quarter turn clockwise, and a mirror: of the unit square. */
const turnBack: Matrix = [0, 1, -1, 0, 1, 0]
const mirrorBack: Matrix = [-1, 0, 0, 1, 1, 0]

/** A picture that was stored turned and mirrored, and is drawn so that it is seen upright. */
async function stored(turns: number, mirrored: boolean, hex: boolean, place: number): Promise<Photograph> {
  const turned = await sharp(await seen())
    .rotate(90 * turns)
    .png()
    .toBuffer()
  const jpeg = await sharp(turned).flop(mirrored).jpeg({ quality: 95 }).toBuffer()
  const x0 = 20 + (place % 4) * 140
  const y0 = 20 + Math.floor(place / 4) * 100
  return {
    ...{ x0, y0, x1: x0 + 120, y1: y0 + 80, jpeg, hex },
    pixels: turns % 2 === 0 ? [300, 200] : [200, 300],
    matrices: [...Array.from({ length: turns }, () => turnBack), ...(mirrored ? [mirrorBack] : [])],
  }
}

/** The colours in the middle of its quarters, as a browser would show it. */
async function quartersOf(base64: string): Promise<readonly string[]> {
  const { data, info } = await sharp(Buffer.from(base64, 'base64'))
    .autoOrient()
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([size.width, size.height])
  return [0, 1, 2, 3].map(at => {
    const start = (50 + Math.floor(at / 2) * 100) * 300 + 75 + (at % 2) * 150
    const colour = [...data.subarray(3 * start, 3 * start + 3)].map(value => (value > 128 ? 'ff' : '00'))
    return `#${colour.join('')}`
  })
}

let page: PdfPage
beforeAll(async () => {
  const ways = [0, 1, 2, 3].flatMap(turns => [false, true].map(mirrored => ({ turns, mirrored })))
  const photographs = await Promise.all(
    [false, true].flatMap((hex, half) =>
      ways.map(({ turns, mirrored }, at) => stored(turns, mirrored, hex, half * ways.length + at)),
    ),
  )
  const upright = await stored(0, false, false, 16)
  const leaning: Photograph = { ...upright, matrices: [[0.98, 0.2, -0.2, 0.98, 0, 0]] }
  // A camera's own word does not count in a PDF, which shows the pixels as they are.
  const says: Photograph = {
    ...(await stored(0, false, false, 17)),
    jpeg: await sharp(upright.jpeg).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
  }
  const clipped = await stored(0, false, false, 18)
  const framed: Photograph = { ...clipped, clip: { ...clipped, x0: clipped.x0 - 1, y0: clipped.y0 + 1 } }
  const cropped: Photograph = { ...clipped, clip: { ...clipped, x1: clipped.x1 - 40 } }
  const sheet = {
    ...{ width: 600, height: 560, texts: [] },
    photographs: [...photographs, leaning, says, framed, cropped],
  }
  const read = await readHere(writePdf([sheet]))
  const [first] = 'pages' in read ? read.pages : []
  if (!first) throw new Error('not read')
  page = first
})

describe('pictures of a PDF', () => {
  it('are upright, whichever of the eight ways they are stored and drawn in', async () => {
    const taken = (page.photographs ?? []).slice(0, 16)
    expect(taken).toHaveLength(16)
    for (const one of taken) {
      if (!('data' in one)) throw new Error(one.missed)
      expect(await quartersOf(one.data)).toEqual(quarters)
    }
  })

  it('that lean are named with their place', () => {
    expect(page.photographs?.[16]).toMatchObject({ missed: 'leaning', y0: expect.any(Number) })
  })

  it('of which the page shows a part are marked, and a frame around them is not taken for that', () => {
    const marks = page.photographs?.map(one => 'cropped' in one && one.cropped === true)
    expect(marks?.slice(0, 20)).toEqual([...Array.from({ length: 19 }, () => false), true])
  })

  it('are seen as the PDF shows them, whatever their own EXIF says', async () => {
    const own = page.photographs?.[17]
    expect(own && 'data' in own && (await quartersOf(own.data))).toEqual(quarters)
  })
})

it('a page that is turned turns its pictures', () => {
  const matrices = { upright: [1, 0, 0, 1], onItsSide: [0, 1, -1, 0] }
  expect([0, 1, 2, 3].map(turns => orientationOf(matrices.upright, turns))).toEqual([1, 6, 3, 8])
  // Turned to the left by its matrix and to the right by its page.
  expect([0, 1, 2, 3].map(turns => orientationOf(matrices.onItsSide, turns))).toEqual([8, 1, 6, 3])
  expect(orientationOf([1, 0.2, -0.2, 1], 0)).toBeUndefined()
})
