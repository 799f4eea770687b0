// A small Word file for tests: a zip, uncompressed, with paragraphs in styles and a table.
import { crc32 } from 'node:zlib'

export type Paragraph = {
  readonly text: string
  readonly style?: 'Title' | 'Heading1' | 'Heading2'
  readonly bold?: boolean
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const run = ({ text, bold }: Paragraph) =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
const paragraph = (one: Paragraph) =>
  `<w:p>${one.style ? `<w:pPr><w:pStyle w:val="${one.style}"/></w:pPr>` : ''}${run(one)}</w:p>`

const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
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
const documentRelations =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>'

/** The bytes of a .docx with these paragraphs, and a table of these rows after them. */
export function writeDocx(
  paragraphs: readonly Paragraph[],
  rows: readonly (readonly string[])[] = [],
): Uint8Array {
  const cell = (text: string) => `<w:tc>${paragraph({ text })}</w:tc>`
  const table =
    rows.length > 0
      ? `<w:tbl>${rows.map(row => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
      : ''
  const body = `<w:body>${paragraphs.map(paragraph).join('')}${table}</w:body>`
  return zip([
    ['[Content_Types].xml', types],
    ['_rels/.rels', relations],
    ['word/_rels/document.xml.rels', documentRelations],
    ['word/styles.xml', styles],
    [
      'word/document.xml',
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${body}</w:document>`,
    ],
  ])
}

/** A zip whose entries are stored. */
export function zip(entries: readonly (readonly [name: string, content: string])[]): Uint8Array {
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
