// A Word file → the HTML of its paragraphs, headings, lists and tables, by mammoth. Runs in a process of its own (lib/issues/reader-child.ts).
import mammoth from 'mammoth'

export type DocxText = {
  readonly html: string
  /** The files of its pictures, base64; the `src` of each in the HTML is its place in the list. */
  readonly pictures: readonly string[]
  /** Texts of the paragraphs whose numbers Word counts by itself: these are in no text. */
  readonly numbered: readonly string[]
  /** Kinds of content that are not in the HTML, as the file names them. */
  readonly unread: readonly string[]
  /** It has headers or footers, which are read by nobody. */
  readonly margins: boolean
}

export type DocxReading = DocxText | { readonly refused: { readonly rule: string; readonly message: string } }

/** Titles and subtitles by the names of their styles, in English and as Chinese Word and WPS call them. */
const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => h2.subtitle:fresh",
  "p[style-name='副标题'] => h2.subtitle:fresh",
]

/** As mammoth gives it: its types leave the document out. */
type Element = {
  readonly type: string
  readonly value?: string
  readonly children?: readonly Element[]
  readonly numbering?: { readonly isOrdered: boolean } | null
}

const numberedIn = (element: Element): readonly string[] =>
  element.numbering?.isOrdered ? [textOf(element)] : (element.children ?? []).flatMap(numberedIn)
const textOf = ({ value = '', children = [] }: Element): string => value + children.map(textOf).join('')

/** mammoth's words for content that it leaves out; a namespace in braces may stand before the name. */
const ignored = /^An unrecognised element was ignored: (?:\{.*\})?(.+)$/

/** The names of a zip's entries stand in it uncompressed. */
function hasMargins(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return ['word/header', 'word/footer'].some(name => file.includes(name, 0, 'latin1'))
}

/** What a Word file holds. Nothing outside of it is read; macros, fields and links are not followed. */
export async function convertDocx(bytes: Uint8Array): Promise<DocxReading> {
  const pictures: string[] = []
  const convertImage = mammoth.images.imgElement(async image => {
    pictures.push(await image.readAsBase64String())
    return { src: String(pictures.length - 1) }
  })
  const numbered: string[] = []
  const transformDocument = (document: Element) => {
    numbered.push(...numberedIn(document))
    return document
  }
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { styleMap: styles, convertImage, transformDocument, externalFileAccess: false },
    )
    const names = messages.flatMap(({ message }) => ignored.exec(message)?.[1] ?? [])
    return { html: value, pictures, numbered, unread: [...new Set(names)], margins: hasMargins(bytes) }
  } catch {
    const message = '不是完整的 Word 文档（.docx），应在 Word 或 WPS 里打开，另存为 .docx'
    return { refused: { rule: 'docx-broken', message } }
  }
}
