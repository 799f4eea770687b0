// Copies of photographs: upright, in the sizes that were promised, light, without what a camera wrote, the same every time.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import sharp, { type Region } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photoCard, photoSquare } from '#lib/build/pictures/photo-card'
import {
  openCopy,
  type Photograph,
  placePhotographs,
  preparePhotographs,
} from '#lib/build/pictures/photographs'
import { drawOne } from '#lib/build/pictures/render'
import { readPictureFile } from '#lib/format/picture-file'
import { copiesOf, copyPath, recipe, thumb, widthsOf } from '#lib/model/picture'
import {
  brightPhoto,
  cmykPhoto,
  photo,
  plainPicture,
  plainPng,
  samsungTrailer,
  transparentPng,
  turnedPhoto,
} from '../photographs'

let home = ''
const photographs: Record<string, Photograph> = {}

/** A photograph in a file of the test's folder. */
function kept(name: string, bytes: Buffer): Photograph {
  const source = join(home, name)
  writeFileSync(source, bytes)
  const measured = readPictureFile(bytes, name)
  if (Array.isArray(measured)) throw new Error(`${name}: ${measured.map(({ message }) => message).join()}`)
  return { source, picture: { ...plainPicture, file: name, measured } }
}

const store = (name: string) => join(home, name)
const all = () => Object.values(photographs)

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'photographs-'))
  const files: Readonly<Record<string, Buffer>> = {
    '01.jpg': await photo(1600, 1067, 1),
    '02.jpg': await turnedPhoto(900, 1350, 2),
    '03.png': await transparentPng(500, 400),
    '04.jpg': await cmykPhoto(700, 500, 4),
    '05.png': plainPng(1, 1),
    '06.png': plainPng(12_000, 40),
  }
  for (const [name, bytes] of Object.entries(files)) photographs[name] = kept(name, bytes)
  const { made, problems } = await preparePhotographs(all(), store('one'))
  expect([made, problems]).toEqual([6, []])
})

afterAll(() => rmSync(home, { recursive: true, force: true }))

const copiesIn = (folder: string, { picture }: Photograph) =>
  copiesOf(picture.measured).map(copy => ({ copy, file: join(folder, copyPath(picture, copy)) }))

describe('copies of photographs', () => {
  it('have the sizes that a page says they have, and the type of their name', async () => {
    placePhotographs(all(), store('one'), store('out'))
    for (const photograph of all()) {
      const { measured } = photograph.picture
      for (const { copy, file } of copiesIn(store('out'), photograph)) {
        const { width = 0, height = 0, format } = await sharp(readFileSync(file)).metadata()
        expect(format).toBe(file.endsWith('.webp') ? 'webp' : 'jpeg')
        if (copy.kind === 'thumb') expect([width, height]).toEqual([thumb.width, thumb.height])
        else
          expect(
            Math.abs(width / height - measured.width / measured.height) * Math.min(width, height),
          ).toBeLessThan(8 * (width / height))
        if (copy.kind === 'width') expect(width).toBe(copy.width)
        else if (copy.kind !== 'thumb') expect(width).toBeLessThanOrEqual(measured.width)
      }
    }
  })

  it('are no wider than their photograph, and never wider than the layout needs', () => {
    expect(all().map(({ picture }) => widthsOf(picture.measured))).toEqual([
      [720, 1080, 1440],
      [720, 900],
      [500],
      [700],
      [1],
      [720, 1080, 1440],
    ])
  })

  it('are as light as a phone needs them', () => {
    const bytes = (kind: RegExp) =>
      Math.max(
        ...readdirSync(store('one'))
          .filter(name => kind.test(name))
          .map(name => statSync(join(store('one'), name)).size),
      )
    expect(bytes(/-small\.webp/)).toBeLessThanOrEqual(4_700)
    expect(bytes(/-1080\.webp/)).toBeLessThanOrEqual(34_000)
    expect(bytes(/-1440\.webp/)).toBeLessThanOrEqual(110_000)
    expect(bytes(/-thumb\.jpg/)).toBeLessThanOrEqual(5_000)
    // Of one with much grain, no coarser than they must be: the next finer level takes up to a quarter more.
    expect(bytes(/-small\.webp/)).toBeGreaterThan(3_700)
    expect(bytes(/-1080\.webp/)).toBeGreaterThan(27_000)
  })

  it('say nothing of place, person or camera, and hold no profile', async () => {
    const turned = readFileSync(join(home, '02.jpg'))
    expect(turned.includes('SecretCamera')).toBe(true)
    for (const name of readdirSync(store('one'))) {
      const bytes = readFileSync(join(store('one'), name))
      expect(bytes.includes('Secret')).toBe(false)
      const { exif, icc, xmp, iptc } = await sharp(bytes).metadata()
      expect({ exif, icc, xmp, iptc }).toEqual({})
    }
  })

  it('stand upright', async () => {
    const turned = photographs['02.jpg']
    if (!turned) throw new Error('no photograph')
    const upright = await sharp(readFileSync(join(home, '02.jpg')))
      .autoOrient()
      .resize(60, 90)
      .greyscale()
      .raw()
      .toBuffer()
    const copy = await sharp(readFileSync(join(store('out'), copyPath(turned.picture, { kind: 'large' }))))
      .resize(60, 90)
      .greyscale()
      .raw()
      .toBuffer()
    const apart =
      upright.reduce((sum, value, at) => sum + Math.abs(value - (copy[at] ?? 0)), 0) / upright.length
    expect(apart).toBeLessThan(6)
  })

  it('show paper where a drawing is transparent, and colours where there were four inks', async () => {
    const [drawing, inks] = [photographs['03.png'], photographs['04.jpg']]
    if (!drawing || !inks) throw new Error('no photograph')
    const opened = await openCopy(drawing, store('one'))
    expect(Math.min(...opened.data.subarray(0, 3))).toBeGreaterThan(245)
    expect((await openCopy(inks, store('one'))).data.length).toBe(700 * 500 * 3)
  })

  it('are the same bytes when they are made again, and are not made again without need', async () => {
    const some = all().filter(({ picture }) => picture.file !== '06.png')
    await preparePhotographs(some, store('two'))
    for (const name of readdirSync(store('two')))
      expect(readFileSync(join(store('two'), name)).equals(readFileSync(join(store('one'), name)))).toBe(true)
    expect(await preparePhotographs(some, store('two'))).toEqual({ made: 0, problems: [] })
  })

  it('go when nobody has their photograph any more', async () => {
    await preparePhotographs(all().slice(0, 1), store('two'))
    expect(readdirSync(store('two'))).toHaveLength(
      copiesOf(all()[0]?.picture.measured ?? { width: 1, height: 1, checksum: '' }).length,
    )
  })
})

it('of what phones put behind a picture nothing is published', async () => {
  const trailer = samsungTrailer([[0x0a01, 'Image_UTC_Data', Buffer.from('SecretTime')]])
  const bright = Buffer.concat([await brightPhoto(320, 200, 11), trailer])
  const photograph = kept('09.jpg', bright)
  expect(await preparePhotographs([photograph], store('four'))).toEqual({ made: 1, problems: [] })
  for (const { file } of copiesIn(store('four'), photograph)) {
    const bytes = readFileSync(join(store('four'), basename(file)))
    expect([bytes.includes('Secret'), bytes.includes('urn:iso')]).toEqual([false, false])
    expect((await sharp(bytes).metadata()).gainMap).toBeUndefined()
  }
})

describe('what a shared link shows of a photograph', () => {
  const says = {
    ...{ tab: '山东', label: '技术创新与竞赛', kicker: '', title: '三十家企业的职工在车间里比试手艺' },
    ...{ subtitle: '', byline: '', date: '', site: '工会简报' },
  }
  /** Mean red, green and blue of a part of a picture, left to right in `across` cells. */
  const cells = async (bytes: Uint8Array, area: Region, across: number) => {
    const part = await sharp(bytes).extract(area).toBuffer()
    return [...(await sharp(part).resize(across, 1, { fit: 'fill' }).raw().toBuffer())]
  }

  it('is the photograph itself above, and paper with the headline below', async () => {
    // Red on the left, blue on the right.
    const side = (background: string, left: number) => ({
      input: { create: { width: 600, height: 800, channels: 3 as const, background } },
      ...{ left, top: 0 },
    })
    const bytes = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#000' } })
      .composite([side('#c02020', 0), side('#2020c0', 600)])
      .jpeg()
      .toBuffer()
    const photograph = kept('10.jpg', bytes)
    await preparePhotographs([photograph], store('five'))
    const card = await drawOne(photoCard('card.jpg', photograph, store('five'), () => says))
    const { width = 0, height = 0, format, channels } = await sharp(card).metadata()
    expect([width, height, format, channels]).toEqual([1200, 630, 'jpeg', 3])
    const above = await cells(card, { left: 0, top: 0, width: 1200, height: 400 }, 4)
    const [left, right] = [above.slice(0, 3), above.slice(-3)]
    const isNear = (pixel: number[], wanted: readonly number[]) =>
      pixel.every((value, at) => Math.abs(value - (wanted[at] ?? 0)) < 30)
    expect({ left, right, near: isNear(left, [192, 32, 32]) && isNear(right, [32, 32, 192]) }).toMatchObject({
      near: true,
    })
    const [paper, ink] = [
      await cells(card, { left: 4, top: 600, width: 40, height: 24 }, 1),
      await cells(card, { left: 56, top: 480, width: 1000, height: 130 }, 1),
    ]
    expect(Math.min(...paper)).toBeGreaterThan(240)
    expect(Math.max(...ink)).toBeLessThan(Math.min(...paper) - 10)
    const square = await drawOne(photoSquare('square.jpg', photograph, store('five')))
    const sides = await cells(square, { left: 0, top: 0, width: 300, height: 300 }, 1)
    expect(sides.every(value => value < 200)).toBe(true)
    expect((await sharp(square).metadata()).width).toBe(300)
  })
})

describe('what cannot be decoded', () => {
  it('is a problem of its file, and leaves nothing', async () => {
    mkdirSync(store('three'))
    const bytes = await photo(300, 200, 9)
    // Whole by its markers, but not by its data.
    bytes.fill(0x55, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 400)
    const { problems } = await preparePhotographs([kept('07.jpg', bytes)], store('three'))
    expect(problems.map(({ file, rule }) => [file, rule])).toEqual([[join(home, '07.jpg'), 'picture-broken']])
    expect(readdirSync(store('three'))).toEqual([])
  })

  it('is noticed when it was changed after the check', async () => {
    const photograph = kept('08.png', plainPng(4, 4))
    writeFileSync(photograph.source, plainPng(5, 5))
    const { problems } = await preparePhotographs([photograph], store('three'))
    expect(problems.map(({ rule }) => rule)).toEqual(['picture-changed'])
  })
})

it('the addresses of copies name the version that encodes them', () => {
  const { version } = JSON.parse(readFileSync('node_modules/sharp/package.json', 'utf8'))
  expect(recipe).toContain(`sharp ${version},`)
})
