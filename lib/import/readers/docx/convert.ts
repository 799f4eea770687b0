// A Word file → the HTML of its paragraphs, headings, lists and tables, by mammoth. Runs in a process of its own (lib/issues/reader-child.ts).
import mammoth from 'mammoth'

/** `pictures`: the files of its pictures, base64; the `src` of each in the HTML is its place in the list. */
export type DocxReading =
  | { readonly html: string; readonly pictures: readonly string[] }
  | { readonly refused: { readonly rule: string; readonly message: string } }

/** Titles and subtitles by the names of their styles, in English and as Chinese Word and WPS call them. */
const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => h2.subtitle:fresh",
  "p[style-name='副标题'] => h2.subtitle:fresh",
]

/** What a Word file holds. Nothing outside of it is read; macros, fields and links are not followed. */
export async function convertDocx(bytes: Uint8Array): Promise<DocxReading> {
  const pictures: string[] = []
  const convertImage = mammoth.images.imgElement(async image => {
    pictures.push(await image.readAsBase64String())
    return { src: String(pictures.length - 1) }
  })
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { styleMap: styles, convertImage, externalFileAccess: false },
    )
    return { html: value, pictures }
  } catch {
    const message = '不是完整的 Word 文档（.docx），应在 Word 或 WPS 里打开，另存为 .docx'
    return { refused: { rule: 'docx-broken', message } }
  }
}
