// A small Word file for tests: a zip, uncompressed, with paragraphs in styles and a table.
import { crc32 } from 'node:zlib'

export type Paragraph = {
  readonly text: string
  readonly style?: 'Title' | 'Heading1' | 'Heading2'
  readonly bold?: boolean
  /** A picture in it, before the text: the bytes of a PNG or JPEG. */
  readonly picture?: Buffer
  /** Word counts such paragraphs by itself. */
  readonly numbered?: boolean
  /** A formula after the text. */
  readonly formula?: string
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const run = ({ text, bold }: Paragraph) =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
const drawing = (id: string) =>
  '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>' +
  `<a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
const pictureId = (at: number) => `rId${100 + at}`
const properties = ({ style, numbered }: Paragraph) =>
  `<w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}` +
  `${numbered ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : ''}</w:pPr>`
const formulaOf = ({ formula }: Paragraph) =>
  formula ? `<m:oMath><m:r><m:t>${formula}</m:t></m:r></m:oMath>` : ''
const paragraph = (one: Paragraph, at = 0) =>
  `<w:p>${properties(one)}${one.picture ? drawing(pictureId(at)) : ''}${run(one)}${formulaOf(one)}</w:p>`

const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="bin" ContentType="image/jpeg"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const relations =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>' +
  '</Relationships>'
const styleNames = { Title: 'Title', Heading1: 'heading 1', Heading2: 'heading 2' }
const styles =
  '<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  Object.entries(styleNames)
    .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
    .join('') +
  '</w:styles>'
const documentRelations = (pictures: readonly string[]) =>
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>' +
  '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>' +
  pictures
    .map(
      id =>
        `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/${id}.bin"/>`,
    )
    .join('') +
  '</Relationships>'

const numbering =
  '<?xml version="1.0"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'

const spaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'

/** The bytes of a .docx with these paragraphs, a table of these rows after them, and more files in it. */
export function writeDocx(
  paragraphs: readonly Paragraph[],
  rows: readonly (readonly string[])[] = [],
  more: readonly (readonly [name: string, content: string])[] = [],
): Uint8Array {
  const pictures = paragraphs.flatMap(({ picture }, at) =>
    picture ? [[pictureId(at), picture] as const] : [],
  )
  const cell = (text: string) => `<w:tc>${paragraph({ text })}</w:tc>`
  const table =
    rows.length > 0
      ? `<w:tbl>${rows.map(row => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
      : ''
  const body = `<w:body>${paragraphs.map((one, at) => paragraph(one, at)).join('')}${table}</w:body>`
  return zip([
    ['[Content_Types].xml', types],
    ['_rels/.rels', relations],
    ['word/_rels/document.xml.rels', documentRelations(pictures.map(([id]) => id))],
    ['word/styles.xml', styles],
    ['word/numbering.xml', numbering],
    ...pictures.map(([id, bytes]) => [`word/media/${id}.bin`, bytes] as const),
    ['word/document.xml', `<?xml version="1.0"?><w:document ${spaces}>${body}</w:document>`],
    ...more,
  ])
}

/** A zip whose entries are stored. */
export function zip(entries: readonly (readonly [name: string, content: string | Buffer])[]): Uint8Array {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const [name, content] of entries) {
    const [label, data] = [Buffer.from(name), Buffer.from(content)]
    const sums = Buffer.alloc(12)
    sums.writeUInt32LE(crc32(data) >>> 0, 0)
    sums.writeUInt32LE(data.length, 4)
    sums.writeUInt32LE(data.length, 8)
    const size = Buffer.alloc(4)
    size.writeUInt16LE(label.length, 0)
    const local = Buffer.concat([
      Buffer.from('504b0304140000000000000000000000'.slice(0, 28), 'hex'),
      sums,
      size,
      label,
      data,
    ])
    const place = Buffer.alloc(4)
    place.writeUInt32LE(offset)
    list.push(
      Buffer.concat([
        Buffer.from('504b01021400140000000000', 'hex'),
        Buffer.alloc(4),
        sums,
        size,
        Buffer.alloc(10),
        place,
        label,
      ]),
    )
    parts.push(local)
    offset += local.length
  }
  const index = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, index, end])
}
