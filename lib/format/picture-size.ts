// The small pictures of an owner, a PNG or an SVG: their size in pixels, and that they do nothing but show.
import { readPng } from './picture-png'

type Size = { readonly width: number; readonly height: number }

/** Width and height of a PNG or of an SVG (its viewBox), or what is wrong with it in Chinese. */
export function pictureSize(bytes: Buffer): Size | { readonly wrong: string } {
  if (bytes.toString('latin1', 1, 4) === 'PNG') return sizeOfPng(bytes)
  const text = bytes.toString('utf8')
  const opening = /<svg\b[^>]*>/.exec(text)?.[0]
  if (!opening) return { wrong: '认不出是什么图片，应是 PNG 或 SVG' }
  if (active.test(text)) return { wrong: '里面有脚本、别处的文件或网页，应只画图形' }
  const box = /\sviewBox=["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']/.exec(opening)
  const [width, height] = [box?.[1], box?.[2]].map(side => Math.round(Number(side)))
  return width && height ? { width, height } : { wrong: '没有 viewBox，不知道宽和高，应重新导出' }
}

function sizeOfPng(bytes: Buffer): ReturnType<typeof pictureSize> {
  const head = readPng(bytes)
  if ('broken' in head) return { wrong: `${head.broken}，应重新取一份完整的` }
  const { width, height, animated, end } = head
  if (animated) return { wrong: '是动图，应是一张不动的图片' }
  const more = bytes.length - end
  return more > 0 ? { wrong: `图片之后还有 ${more} 字节别的东西，应另存一份` } : { width, height }
}

/** What an SVG may hold besides shapes: code, pages, other files. Whoever opens it by its own address would run it. */
const active =
  /<(?:script|foreignObject|iframe|image|use\b[^>]*href\s*=\s*["']?[^"'#])|\son\w+\s*=|javascript:|<!ENTITY|@import|url\(\s*["']?[^"'#)\s]/i
