// Text that is in a PDF but not to be seen on the page is left out by name; text that can be seen is not.
import { expect, it } from 'vitest'
import { importHere } from './read-in-process'

const seen = [
  '山西省大同市平城区文化广场亮起一排白炽灯，焊花、面香和剪刀声混在一起。',
  '这是市总工会今年开张的夜市。',
]
const hidden = '无人能见此行文字'
const letters = [...new Set([...seen, hidden].join(''))]
const byte = (value: number) => value.toString(16).padStart(2, '0')
const codes = (text: string) => [...text].map(one => byte(letters.indexOf(one) + 1)).join('')
const stream = (content: string, more = '') =>
  `<< /Length ${content.length} ${more} >>\nstream\n${content}\nendstream`

/** A font whose letters are drawn as squares by the file itself, so that they leave ink. */
function fontObjects(at: number): readonly string[] {
  const all = letters.map((_, index) => index + 1)
  const map = all
    .map(code => `<${byte(code)}> <${(letters[code - 1] ?? '').charCodeAt(0).toString(16).padStart(4, '0')}>`)
    .join('\n')
  return [
    `<< /Type /Font /Subtype /Type3 /FontBBox [0 -120 1000 880] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 1 /LastChar ${all.length} ` +
      `/Widths [${all.map(() => 1000).join(' ')}] /Encoding << /Type /Encoding /Differences [1 ${all.map(code => `/c${code}`).join(' ')}] >> ` +
      `/CharProcs << ${all.map(code => `/c${code} ${at + 1} 0 R`).join(' ')} >> /ToUnicode ${at + 2} 0 R >>`,
    stream('1000 0 50 -50 950 850 d1 50 -50 900 900 re f'),
    stream(
      `begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${all.length} beginbfchar\n${map}\nendbfchar endcmap`,
    ),
  ]
}

type Drawing = {
  readonly before?: string
  readonly after?: string
  readonly grey?: number
}

/** A page with two lines to be seen, and a third between what is drawn before it and after it. */
function pageWith({ before = '', after = '', grey = 0 }: Drawing): Uint8Array {
  const line = (text: string, y: number) => `BT /F 10 Tf 1 0 0 1 40 ${y} Tm <${codes(text)}> Tj ET`
  const content =
    `0 g ${seen.map((text, at) => line(text, 250 - 20 * at)).join(' ')} ` +
    `${before} ${grey} g ${line(hidden, 200)} ${after}`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] /Order [5 0 R] >> >> >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 300] /Contents 4 0 R ' +
      '/Resources << /Font << /F 8 0 R >> /XObject << /P 6 0 R /V 7 0 R >> /Properties << /L 5 0 R >> >> >>',
    stream(content),
    '<< /Type /OCG /Name (layer) >>',
    stream(
      '7f>',
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode',
    ),
    stream(
      '7f>',
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode /SMask 11 0 R',
    ),
    ...fontObjects(8),
    stream(
      '60>',
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode',
    ),
  ]
  const body = objects.map((one, at) => `${at + 1} 0 obj\n${one}\nendobj\n`).join('')
  return Buffer.from(
    `%PDF-1.7\n${body}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF`,
    'latin1',
  )
}

const image = (name: string) => `q 200 0 0 30 30 190 cm /${name} Do Q`

async function read(drawing: Drawing) {
  const { page } = await importHere(pageWith(drawing))
  const text = page.articles.flatMap(({ blocks }) => blocks.map(one => one.text)).join('')
  return { text, said: page.doubts.some(({ message }) => message.includes(hidden)) }
}

it.each<[string, Drawing]>([
  ['in a layer that is switched off', { before: '/OC /L BDC', after: 'EMC' }],
  ['under an area', { after: '0.5 g 30 190 200 30 re f' }],
  ['under an image', { after: image('P') }],
  ['cut off by a clip', { before: 'q 0 0 10 10 re W n', after: 'Q' }],
  ['in the colour of its ground', { before: '0.4 g 30 190 200 30 re f', grey: 0.4 }],
])('text %s is left out and said', async (_, drawing) => {
  expect(await read(drawing)).toEqual({ text: seen.join(''), said: true })
})

it.each<[string, Drawing]>([
  ['on white', {}],
  ['in white on an area', { before: '0.4 g 30 190 200 30 re f', grey: 1 }],
  ['on an image', { before: image('P') }],
  ['under an image that lets it through', { after: image('V') }],
  ['in a layer that is not there', { before: '/OC /Z BDC', after: 'EMC' }],
])('text %s is read', async (_, drawing) => {
  expect(await read(drawing)).toEqual({ text: [...seen, hidden].join(''), said: false })
})
