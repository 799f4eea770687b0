// The file of a picture, read without decoding it: what it is by its bytes, how large, and that it is nothing else besides.
import { createHash } from 'node:crypto'
import { ownSettings } from '../model/owner'
import type { Measured } from '../model/picture'
import type { Broken, PictureHead } from './picture-head'
import { hiddenKind } from './picture-hidden'
import { readJpeg } from './picture-jpeg'
import { readPng } from './picture-png'
import { readWebp } from './picture-webp'

type PictureKind = 'jpg' | 'png' | 'webp'

/** What a picture may be: a photograph of the largest cameras, or less. Sides in pixels; WebP holds no more than 16,383. */
export const pictureBounds = {
  bytes: ownSettings.pictureLimits.bytes,
  side: 16_000,
  pixels: 100_000_000,
} as const

type Fault = { readonly rule: string; readonly message: string }

const readers: readonly (readonly [
  PictureKind,
  magic: string,
  read: (bytes: Buffer) => PictureHead | Broken,
])[] = [
  ['jpg', '\xff\xd8\xff', readJpeg],
  ['png', '\x89PNG\r\n\x1a\n', readPng],
  ['webp', 'RIFF', readWebp],
]

const video = '一段视频'

/** What else people take for a picture, by how it begins. */
const others: readonly (readonly [RegExp, string])[] = [
  [/^GIF8/, 'GIF'],
  [/^BM/, 'BMP'],
  [/^(?:II\*\0|MM\0\*)/, 'TIFF'],
  [/^.{4}ftyp(?:heic|heix|mif1|hevc)/s, 'HEIC（苹果手机的照片）'],
  [/^.{4}ftypavif/s, 'AVIF'],
  [/^.{4}ftyp/s, video],
  [/^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype svg|svg)/i, 'SVG'],
  [/^(?:\xef\xbb\xbf)?\s*</, '网页'],
  [/^%PDF/, 'PDF'],
  [/^PK/, '压缩包'],
]

/**
 * Reads the file of a picture; `name` is what it is called. Faults say in Chinese what was found, what was expected and what to do:
 * not a JPEG, PNG or WebP; called otherwise than it is; broken; moving; too large; something else hidden behind it.
 */
export function readPictureFile(bytes: Buffer, name: string): Measured | Fault[] {
  if (bytes.length > pictureBounds.bytes)
    return [
      {
        rule: 'picture-large',
        message: `有 ${bytes.length} 字节，最多 ${pictureBounds.bytes} 字节，${saveAs}`,
      },
    ]
  const start = bytes.toString('latin1', 0, 200)
  const found = readers.find(([, magic]) => start.startsWith(magic))
  if (!found) return [{ rule: 'picture-kind', message: kindSays(start) }]
  const [kind, , read] = found
  const head = read(bytes)
  if ('broken' in head) return [{ rule: 'picture-broken', message: `${head.broken}，应重新取一份完整的` }]
  const faults = faultsOf(head, bytes)
  if (!name.endsWith(`.${kind}`)) {
    const message = `内容是 ${kind.toUpperCase()}，文件名应以 .${kind} 结尾，连同文章里写的一起改`
    faults.push({ rule: 'picture-ending', message })
  }
  if (faults.length > 0) return faults
  // 5 to 8 lie on their side.
  const lies = head.orientation > 4
  return {
    width: lies ? head.height : head.width,
    height: lies ? head.width : head.height,
    checksum: createHash('sha256').update(bytes).digest('hex'),
  }
}

/** What the bytes begin as; undefined for what no picture may be. */
export const pictureKind = (bytes: Buffer): PictureKind | undefined => {
  const start = bytes.toString('latin1', 0, 16)
  return readers.find(([, magic]) => start.startsWith(magic))?.[0]
}

const saveAs = '应用看图软件另存为 JPEG'

const kindOf = (start: string) => others.find(([pattern]) => pattern.test(start))?.[1]

function kindSays(start: string): string {
  const kind = kindOf(start)
  return `${kind ? `内容是 ${kind}` : '认不出是什么图片'}，应是 JPEG、PNG 或 WebP，${saveAs}`
}

/** What is behind a picture, which zeros may precede. */
function trailingSays(rest: Buffer): string {
  const first = rest.findIndex(byte => byte !== 0)
  const start = rest.toString('latin1', first, first + 200)
  // The mark of a video follows a length, which begins with zeros.
  const kind = /^.{0,4}ftyp/s.test(start) ? video : kindOf(start)
  if (kind === video)
    return `图片之后还有${video}（动态照片），应在手机相册里存成静态照片，或用看图软件另存为 JPEG`
  return `图片之后还有 ${rest.length} 字节别的东西${kind ? `（${kind}）` : ''}，${saveAs}`
}

function faultsOf({ width, height, animated, end }: PictureHead, bytes: Buffer): Fault[] {
  const { side, pixels } = pictureBounds
  const faults: Fault[] = []
  if (width < 1 || height < 1)
    faults.push({ rule: 'picture-broken', message: '宽或高是 0，应重新取一份完整的' })
  if (width > side || height > side || width * height > pixels) {
    const most = `每边最多 ${side} 像素，一共最多 ${pixels / 1_000_000} 百万像素`
    faults.push({ rule: 'picture-size', message: `有 ${width} × ${height} 像素，${most}，应缩小后再存` })
  }
  if (animated) faults.push({ rule: 'picture-animated', message: `是动图，应是一张不动的图片，${saveAs}` })
  const hidden = hiddenKind(bytes)
  if (end < bytes.length)
    faults.push({ rule: 'picture-trailing', message: trailingSays(bytes.subarray(end)) })
  else if (hidden)
    faults.push({ rule: 'picture-hidden', message: `图片里还藏着${hidden}，不能登，应用看图软件另存一份` })
  return faults
}
