// Pictures that travel with a link: their sizes, their weight, the same bytes each time, and the store.
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, inflateSync } from 'node:zlib'
import { encode } from 'uqr'
import { afterAll, describe, expect, it } from 'vitest'
import { cardDrawing, squareDrawing } from '../../lib/build/pictures/card-design'
import { settable } from '../../lib/build/pictures/font'
import { qrOf } from '../../lib/build/pictures/qr'
import { drawAll } from '../../lib/build/pictures/render'
import { drawnPictures } from '../../lib/build/pictures/site-pictures'
import { contentSource, libraryOf } from '../../lib/library/library'
import { articleOf } from '../article-of'

const folder = mkdtempSync(join(tmpdir(), 'cards-'))
afterAll(() => rmSync(folder, { recursive: true }))

const says = {
  tab: '山东',
  label: '胶州　产业工人队伍建设与培训',
  kicker: '山东胶州市总打造“工会+职校+企业”三位一体工匠人才技能培训体系——',
  title: '工匠学院建在“链主”企业',
  subtitle: '',
  byline: '杨明清 本报记者 张楠 本报通讯员 陈晓宇',
  date: '2024年11月（据内文推断）',
  site: '工会简报',
}
const forty = '黑龙江省总工会联合二十三个部门出台二十条措施推动货运司机网约车司机快递员外卖员建会入会'

const pictures = [
  { file: 'card.png', drawing: () => cardDrawing(says) },
  { file: 'long.png', drawing: () => cardDrawing({ ...says, title: forty, subtitle: forty, kicker: forty }) },
  {
    file: 'bare.png',
    drawing: () => cardDrawing({ ...says, tab: '', label: '', kicker: '', title: '', byline: '', date: '' }),
  },
  { file: 'square.png', drawing: () => squareDrawing('黑龙江', '工会简报') },
  { file: 'qr.png', drawing: () => qrOf('https://news.example/articles/gh202411-03/') },
]

const bytes = (file: string) => readFileSync(join(folder, file))
/** Width and height as the header of a PNG has them. */
const sizeOf = (file: string) => [bytes(file).readUInt32BE(16), bytes(file).readUInt32BE(20)]

describe('pictures', () => {
  it('are drawn once, then taken from the store; what is not used any more leaves it', async () => {
    const store = join(folder, 'store')
    expect(await drawAll(pictures, folder, store, true)).toBe(pictures.length)
    const first = pictures.map(({ file }) => bytes(file))
    expect(await drawAll(pictures, folder, store, true)).toBe(0)
    expect(pictures.map(({ file }) => bytes(file))).toEqual(first)
    expect(await drawAll(pictures.slice(1), folder, store, false)).toBe(0)
    expect(readdirSync(store)).toHaveLength(pictures.length)
    expect(await drawAll(pictures.slice(1), folder, store, true)).toBe(0)
    expect(readdirSync(store)).toHaveLength(pictures.length - 1)
    expect(await drawAll(pictures, folder, store, true)).toBe(1)
    expect(pictures.map(({ file }) => bytes(file))).toEqual(first)
  })

  it('have the size and weight that programs ask for', () => {
    for (const file of ['card.png', 'long.png', 'bare.png']) {
      expect(sizeOf(file)).toEqual([1200, 630])
      expect(bytes(file).length).toBeLessThanOrEqual(300_000)
    }
    expect(sizeOf('square.png')).toEqual([300, 300])
    expect(bytes('square.png').length).toBeLessThanOrEqual(32_000)
  })

  it('have the same bytes on every machine', () => {
    const hash = createHash('sha256').update(bytes('card.png')).digest('hex')
    expect(hash).toBe('06ec0c0d33ae6a461198110f8c913a98379ca23655f52465cc553f6b848d833d')
  })
})

describe('the QR code', () => {
  const address = 'https://news.example/articles/gh202411-03/'

  it('of an address of 33 to 42 characters has 29 modules, and four of quiet zone on each side', () => {
    expect(qrOf(address).readUInt32BE(16)).toBe((29 + 8) * 8)
  })

  it('is a PNG whose every module is eight by eight pixels of its colour', () => {
    const { data } = encode(address, { ecc: 'M', border: 4 })
    const pixels = blackPixels(qrOf(address))
    expect(pixels).toHaveLength(37 * 8)
    for (const [y, row] of pixels.entries())
      expect(row).toEqual(data[y >> 3]?.flatMap(black => new Array(8).fill(black)))
  })

  it('weighs a third of a packet', () => expect(qrOf(address).length).toBeLessThan(500))
})

describe('the serif', () => {
  it('has the characters of newspapers; others become the printer’s 〓', () => {
    const text = `${forty}“‘（《——……·％＋〓ABCabc0123㎡①`
    expect(settable(text)).toBe(text)
    expect(settable('𠮷\n 甲')).toBe('〓\n 甲')
  })
})

describe('the list of pictures', () => {
  const issue = { id: 'x1', title: '一期', date: '', dateBasis: '', publication: '' }
  const library = libraryOf(
    contentSource({
      articles: [articleOf({ provinces: ['山西'], topic: '女职工' })],
      issues: new Map([['x1', issue]]),
    }),
  )
  const files = drawnPictures(library, '').map(({ file }) => file)

  it('has a card for every page, a square for every region, a QR code for every article', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        ...['card.png', 'regions/shanxi/card.png', 'topics/women/card.png', 'issues/x1/card.png'],
        ...['articles/x1-01/card.png', 'articles/x1-01/qr.png', 'cards/shanxi.png', 'cards/quanguo.png'],
      ]),
    )
    expect(new Set(files).size).toBe(files.length)
  })
})

/** Rows of pixels, true = black, of a PNG of one grey bit a pixel with the filters None and Up; its checksums are checked. */
function blackPixels(png: Buffer): boolean[][] {
  const parts = new Map<string, Buffer>()
  for (let at = 8; at < png.length; ) {
    const end = at + 8 + png.readUInt32BE(at)
    expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)))
    parts.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, end))
    at = end + 4
  }
  const [header, data] = [parts.get('IHDR'), parts.get('IDAT')]
  if (!header || !data || !parts.has('IEND')) throw new Error('not a whole PNG')
  expect([...header.subarray(8)]).toEqual([1, 0, 0, 0, 0])
  const stride = header.readUInt32BE(0) / 8 + 1
  const bytes = inflateSync(data)
  const rows: number[][] = []
  for (let at = 0; at < bytes.length; at += stride) {
    const above = rows.at(-1)
    const own = [...bytes.subarray(at + 1, at + stride)]
    rows.push(bytes[at] === 2 ? own.map((byte, i) => (byte + (above?.[i] ?? 0)) & 255) : own)
  }
  return rows.map(row => row.flatMap(byte => [7, 6, 5, 4, 3, 2, 1, 0].map(bit => ((byte >> bit) & 1) === 0)))
}
