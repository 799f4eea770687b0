// A picture of an article: what the page says of it, what its file is, and the addresses of the copies that are published.

/** As its article's front matter says. Whatever is not printed is empty. */
export type Picture = {
  /** The name of its file beside the article: 05.jpg, 05-2.png. */
  readonly file: string
  /** How the page refers to it among several: 图①, 上图. Stands in the text or in a caption of the article. */
  readonly mark: string
  /** Its own caption as printed; empty where the article's text is the caption, as on most photo items. */
  readonly caption: string
  /** Its own credit as printed: 新华社记者 姜克红 摄. */
  readonly credit: string
  /** The names in the credit, without roles. */
  readonly names: readonly string[]
  /** What it shows, for those who cannot see it, written by an editor; empty until then, and never guessed. */
  readonly alt: string
  /** What its file is; known once the file was read. */
  readonly measured?: Measured
}

/** What a file says of the picture in it, once it stands upright. */
export type Measured = {
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** SHA-256 of the file in hexadecimal. */
  readonly checksum: string
}

/** A picture that a page can show. */
export type ShownPicture = Picture & { readonly measured: Measured }

/** The pictures of an article whose files are known, in their order. */
export const shownPictures = ({ pictures }: { readonly pictures: readonly Picture[] }) =>
  pictures.filter((picture): picture is ShownPicture => picture.measured !== undefined)

/** The picture without what its file says: as front matter has it. */
export const unmeasured = ({ measured: _, ...picture }: Picture): Picture => picture

/** How copies are made; part of their addresses, so that another recipe gives other addresses. tests/build/photographs.test.ts holds the version of sharp. */
export const recipe = 'sharp 0.35.5, 2'

/** The folder below the site's root that copies lie in; their names carry a checksum. */
export const pictureFolder = 'pictures'

/** Widths in pixels: a phone of 360 points at two and three pixels a point; a column of text on a desk at one and two. */
const widths = [720, 1080, 1440] as const

/** What is offered to browsers that read no WebP, and to programs. */
const plainWidth = 720
/** What a picture opens as when it is enlarged, on either side. */
export const largestSide = 2048
/** The longer side of a picture in a strip, and of what is sent to those who save data. */
const smallSide = 360
/** The small picture of a list: cut to 3 to 2. */
export const thumb = { width: 240, height: 160 } as const
/** The square that chat apps show. */
export const squareSide = 300

export type Copy =
  | { readonly kind: 'width'; readonly width: number }
  | { readonly kind: 'small' }
  | { readonly kind: 'plain' }
  | { readonly kind: 'large' }
  | { readonly kind: 'thumb' }

/** FNV-1a of the recipe: four hexadecimal digits that change when it does. */
const recipeMark = (() => {
  let hash = 0x811c9dc5
  for (const letter of recipe) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return ((hash >>> 0) & 0xffff).toString(16).padStart(4, '0')
})()

/** The path of a copy below the site's root. The same file of any article has the same address. */
export function copyPath({ measured: { checksum } }: { readonly measured: Measured }, copy: Copy): string {
  const end = {
    width: '.webp',
    small: '-small.webp',
    plain: '.jpg',
    large: '-large.jpg',
    thumb: '-thumb.jpg',
  }[copy.kind]
  const name = checksum.slice(0, 16) + recipeMark
  return `/${pictureFolder}/${name}${copy.kind === 'width' ? `-${copy.width}` : ''}${end}`
}

/** All copies of a picture. */
export const copiesOf = (measured: Measured): readonly Copy[] => [
  ...widthsOf(measured).map((width): Copy => ({ kind: 'width', width })),
  { kind: 'small' },
  { kind: 'plain' },
  { kind: 'large' },
  { kind: 'thumb' },
]

/** The widths that a picture is offered in: those of the layout that it has, and its own where it is narrower than the widest. */
export function widthsOf({ width }: Measured): readonly number[] {
  const smaller = widths.filter(one => one < width)
  const widest = widths[widths.length - 1] ?? width
  return width >= widest ? widths : [...smaller, width]
}

/** The size of a picture when it is made to fit into a box; never larger than it is. At least one pixel each way. */
export function sizeWithin(
  { width, height }: Measured,
  most: { readonly width: number; readonly height: number },
) {
  const scale = Math.min(1, most.width / width, most.height / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** The size of the copy for a strip. */
export const smallSize = (measured: Measured) => sizeWithin(measured, { width: smallSide, height: smallSide })

/** The size of the copy for plain browsers. */
export const plainSize = (measured: Measured) =>
  sizeWithin(measured, { width: plainWidth, height: Number.POSITIVE_INFINITY })
