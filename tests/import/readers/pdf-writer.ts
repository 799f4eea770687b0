// A small PDF writer for tests: text of any characters at any place, lines, boxes and pictures; as much of the format as PDFium needs.

export type Text = {
  readonly text: string
  /** Points from the left and from the top; the baseline. */
  readonly x: number
  readonly y: number
  readonly size: number
  /** Serif, bold serif or sans: fonts differ by name only. */
  readonly font?: 'song' | 'bold' | 'hei'
  /** Render mode 3 draws nothing. */
  readonly hidden?: boolean
  readonly white?: boolean
}
export type Rectangle = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }

export type Sheet = {
  readonly width: number
  readonly height: number
  readonly texts: readonly Text[]
  /** Stroked. */
  readonly boxes?: readonly Rectangle[]
  readonly rules?: readonly Rectangle[]
  readonly pictures?: readonly Rectangle[]
  readonly photographs?: readonly Photograph[]
}

/** A JPEG of that size in pixels; `hex`: written in hexadecimal, so that its file cannot be taken as it is. */
export type Photograph = Rectangle & {
  readonly jpeg: Buffer
  readonly pixels: readonly [width: number, height: number]
  readonly hex?: boolean
  /** Take the unit square of the picture to that of its place, y upward, the last one first; none where it stands upright. */
  readonly matrices?: readonly Matrix[]
  /** The part of the page that it is clipped to. */
  readonly clip?: Rectangle
}

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export type Trick = {
  /** Leave out the map to Unicode. */
  readonly unmapped?: boolean
  /** Bytes before the file. */
  readonly before?: string
}

const fonts = ['song', 'bold', 'hei'] as const
const hex = (code: number) => code.toString(16).padStart(4, '0')

/** The bytes of a PDF with these pages. */
export function writePdf(sheets: readonly Sheet[], trick: Trick = {}): Uint8Array {
  const objects: (string | Uint8Array)[] = []
  const add = (body: string) => objects.push(body)
  const first = 3 + 4 * fonts.length
  const pages = sheets.map((_, at) => first + 2 * at)
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map(page => `${page} 0 R`).join(' ')}] >>`)
  for (const [at, font] of fonts.entries()) addFont(add, font, 3 + 4 * at, trick)
  const resources = fonts.map((font, at) => `/${font} ${3 + 4 * at} 0 R`).join(' ')
  let next = first + 2 * sheets.length
  for (const [at, sheet] of sheets.entries()) {
    const own = (sheet.photographs ?? []).map((_, index) => `/P${index} ${next + index} 0 R`)
    next += own.length
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${sheet.width} ${sheet.height}] /Contents ${first + 2 * at + 1} 0 R ` +
        `/Resources << /Font << ${resources} >> /XObject << ${own.join(' ')} >> >> >>`,
    )
    add(streamOf(contentOf(sheet)))
  }
  for (const photograph of sheets.flatMap(({ photographs = [] }) => photographs)) add(imageOf(photograph))
  return bytesOf(objects, trick)
}

function imageOf({ jpeg, pixels: [width, height], hex }: Photograph): string {
  const data = hex ? `${jpeg.toString('hex')}>` : jpeg.toString('latin1')
  const filter = hex ? '[/ASCIIHexDecode /DCTDecode]' : '/DCTDecode'
  return (
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 ` +
    `/Filter ${filter} /Length ${data.length} >>\nstream\n${data}\nendstream`
  )
}

const streamOf = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`

function addFont(add: (body: string) => void, name: string, at: number, { unmapped }: Trick): void {
  const map = unmapped ? '' : `/ToUnicode ${at + 3} 0 R`
  const base = unmapped ? `/${name}` : `/${name}GB`
  add(
    `<< /Type /Font /Subtype /Type0 /BaseFont ${base} /Encoding /Identity-H /DescendantFonts [${at + 1} 0 R] ${map} >>`,
  )
  add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont ${base} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ` +
      `/FontDescriptor ${at + 2} 0 R /DW 1000 /W [32 126 500] >>`,
  )
  add(
    `<< /Type /FontDescriptor /FontName ${base} /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 ` +
      '/CapHeight 700 /StemV 80 >>',
  )
  const ranges = Array.from(
    { length: 256 },
    (_, high) => `<${hex(high << 8)}> <${hex((high << 8) | 255)}> <${hex(high << 8)}>`,
  )
  const parts = [0, 100, 200].map(from => ranges.slice(from, from + 100))
  const text = parts.map(part => `${part.length} beginbfrange\n${part.join('\n')}\nendbfrange`).join('\n')
  add(
    streamOf(
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def ' +
        `1 begincodespacerange <0000> <ffff> endcodespacerange\n${text}\nendcmap end end`,
    ),
  )
}

function contentOf({
  height,
  texts,
  boxes = [],
  rules = [],
  pictures = [],
  photographs = [],
}: Sheet): string {
  const area = ({ x0, y0, x1, y1 }: Rectangle) => `${x0} ${height - y1} ${x1 - x0} ${y1 - y0} re`
  const drawn = texts.map(({ text, x, y, size, font = 'song', hidden, white }) => {
    const codes = [...text].map(one => hex(one.codePointAt(0) ?? 0)).join('')
    const colour = white ? '1 1 1 rg' : '0 0 0 rg'
    return `BT ${colour} ${hidden ? 3 : 0} Tr /${font} ${size} Tf 1 0 0 1 ${x} ${height - y} Tm <${codes}> Tj ET`
  })
  return [
    ...pictures.map(one => `0.7 0.7 0.7 rg ${area(one)} f`),
    ...photographs.map(
      ({ x0, y0, x1, y1, matrices = [], clip }, at) =>
        `q ${clip ? `${area(clip)} W n ` : ''}${[[x1 - x0, 0, 0, y1 - y0, x0, height - y1], ...matrices].map(one => `${one.join(' ')} cm `).join('')}/P${at} Do Q`,
    ),
    ...boxes.map(one => `0.5 w 0 0 0 RG ${area(one)} S`),
    ...rules.map(one => `0 0 0 rg ${area(one)} f`),
    ...drawn,
  ].join('\n')
}

function bytesOf(objects: readonly (string | Uint8Array)[], { before = '' }: Trick): Uint8Array {
  let file = `${before}%PDF-1.7\n`
  const offsets = objects.map((body, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const start = file.length
  const entries = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}
