// Files that cannot be read, each refused by name, in words, and with nothing written.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPages } from '#lib/import/readers/pdf/read-pages'
import { importBytes } from '#lib/issues/import-file'
import { readPdfApart } from '#lib/issues/reader-process'
import { writeDocx, zip } from './docx-writer'
import { type Sheet, writePdf } from './pdf-writer'
import { readHere } from './read-in-process'

const bytes = (text: string) => new TextEncoder().encode(text)
const latin = (file: Uint8Array) => Buffer.from(file).toString('latin1')
const edit = (file: Uint8Array, from: string | RegExp, to: string) => {
  const text = latin(file)
  const edited = text.replace(from, to)
  expect(edited).not.toBe(text)
  return Uint8Array.from(Buffer.from(edited, 'latin1'))
}

const line = (text: string, y: number, more = {}) => ({ text, x: 40, y, size: 10, ...more })
const words = [
  '山西省大同市平城区文化广场亮起一排白炽灯。',
  '焊花、面香和剪刀声混在一起。',
  '这是市总工会今年开张的夜市。',
]
const sheet = (more: Partial<Sheet> = {}, text = {}): Sheet => ({
  ...{ width: 400, height: 300 },
  texts: words.map((one, at) => line(one, 60 + 20 * at, text)),
  ...more,
})
const good = writePdf([sheet()])

/** A PDF of these objects; the first is the catalogue. */
function rawPdf(objects: readonly string[]): Uint8Array {
  const parts = objects.map((body, at) => `${at + 1} 0 obj\n${body}\nendobj\n`)
  return Uint8Array.from(
    Buffer.from(
      `%PDF-1.7\n${parts.join('')}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF`,
      'latin1',
    ),
  )
}
const onePage = (content: string, more = '') =>
  rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R ${more} >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ])
const bomb = deflateSync(Buffer.alloc(80_000_000, ' ')).toString('latin1')

const pdfs: readonly (readonly [name: string, rule: RegExp, file: () => Uint8Array])[] = [
  ['only its first line', /pdf-broken/, () => bytes('%PDF-1.7\n')],
  ['cut in the middle', /pdf-(?:broken|no-text|empty)/, () => good.slice(0, 900)],
  [
    'noise after its first line',
    /pdf-broken/,
    () =>
      Uint8Array.from([
        ...bytes('%PDF-1.4\n'),
        ...Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256),
      ]),
  ],
  [
    'without a page',
    /pdf-(?:empty|broken)/,
    () => rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 0 /Kids [] >>']),
  ],
  ['without a catalogue', /pdf-broken/, () => rawPdf(['<< /Type /Nothing >>'])],
  [
    'encrypted by an unknown handler',
    /pdf-(?:encrypted|broken)/,
    () => edit(good, '/Root 1 0 R', '/Root 1 0 R /Encrypt << /Filter /Unknown /V 9 /R 9 >>'),
  ],
  [
    'encrypted with a password',
    /pdf-encrypted/,
    () =>
      edit(
        good,
        '/Root 1 0 R',
        `/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
      ),
  ],
  [
    'a page tree that holds itself',
    /pdf-(?:broken|no-text|empty)/,
    () => rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [2 0 R] >>']),
  ],
  ['a blank page', /pdf-no-text/, () => writePdf([sheet({ texts: [] })])],
  [
    'a scan',
    /pdf-no-text/,
    () => writePdf([sheet({ texts: [], pictures: [{ x0: 0, y0: 0, x1: 400, y1: 300 }] })]),
  ],
  [
    'a scan under a hidden text',
    /pdf-no-text/,
    () => writePdf([sheet({ pictures: [{ x0: 0, y0: 0, x1: 400, y1: 300 }] }, { hidden: true })]),
  ],
  ['white on white', /pdf-no-text/, () => writePdf([sheet({}, { white: true })])],
  ['text outside the page', /pdf-no-text/, () => writePdf([sheet({}, { x: 4000 })])],
  ['text too small to be seen', /pdf-no-text/, () => writePdf([sheet({}, { size: 0.2 })])],
  ['a font without a map to Unicode', /pdf-unmapped/, () => writePdf([sheet()], { unmapped: true })],
  [
    'private characters',
    /pdf-unmapped/,
    () => writePdf([sheet({ texts: words.map((one, at) => line(`${one}\ue001`, 60 + 20 * at)) })]),
  ],
  [
    'characters that are no characters',
    /pdf-unmapped/,
    () => writePdf([sheet({ texts: words.map((one, at) => line(`${one}\ufffd`, 60 + 20 * at)) })]),
  ],
  ['one bad page among good ones', /pdf-no-text/, () => writePdf([sheet(), sheet({ texts: [] })])],
  ['65 pages', /pdf-pages/, () => writePdf(Array.from({ length: 65 }, () => sheet({ texts: [] })))],
  ['1,000 pages', /pdf-pages/, () => writePdf(Array.from({ length: 1000 }, () => sheet({ texts: [] })))],
  ['a quarter of a million objects', /pdf-objects/, () => onePage('0 0 20 1 re f\n'.repeat(250_000))],
  [
    'more glyphs than a page holds',
    /pdf-glyphs/,
    () =>
      writePdf([
        sheet({
          height: 7000,
          width: 1400,
          texts: Array.from({ length: 620 }, (_, at) =>
            line(String.fromCodePoint(0x4e00 + at).repeat(120), 10 * at),
          ),
        }),
      ]),
  ],
  [
    'a content that ends in the middle',
    /pdf-no-text/,
    () => onePage('BT /song 10 Tf 1 0 0 1 40 40 Tm <5c71'),
  ],
  [
    'numbers that are none',
    /pdf-no-text/,
    () => onePage('q 1e99 nan inf -- 0 cm 99999999999999999999 0 0 re f Q'),
  ],
  ['operators nobody knows', /pdf-no-text/, () => onePage('xyzzy plugh '.repeat(2000))],
]

describe('a PDF', () => {
  it.each(pdfs)('%s is refused', async (_name, rule, file) => {
    const reading = await readHere(file())
    const read = 'refused' in reading ? reading : readPages(reading.pages)
    if (!('refused' in read)) throw new Error('was read')
    expect(read.refused[0]?.rule).toMatch(rule)
    for (const { message } of read.refused) expect(message).toMatch(/应/)
  })

  it('in which something would run, or leads outside, is read without it', async () => {
    const actions = edit(
      good,
      '/Type /Catalog',
      '/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AA << /WC << /S /Launch /F (x) >> >>',
    )
    const reading = await readHere(actions)
    expect('pages' in reading && reading.pages[0]?.glyphs.length).toBe(words.join('').length)
  })
})

let out = ''
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'bad-'))
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

const latinPage = (text: string) => `<html><body>${text}</body></html>`
const prose = `<p>${words.join('').repeat(3)}</p>`
const others: readonly (readonly [name: string, rule: string, files: () => readonly Uint8Array[]])[] = [
  [
    'a web page of links',
    'html-no-article',
    () => [bytes(latinPage('<a href="/1">首页</a> <a href="/2">版面导航</a>'))],
  ],
  [
    'a web page of scripts',
    'html-no-article',
    () => [bytes(latinPage(`<script>document.write("${words[0]}")</script>`))],
  ],
  [
    'a web page of frames',
    'html-no-article',
    () => [bytes('<html><frameset><frame src="a.htm"></frameset></html>')],
  ],
  [
    'a web page whose text is hidden',
    'html-no-article',
    () => [bytes(latinPage(`<div style="display:none">${prose}</div>`))],
  ],
  ['a web page too large', 'html-large', () => [bytes(latinPage(prose.repeat(50_000)))]],
  ['a web page nested without end', 'html-no-article', () => [bytes(latinPage('<div>'.repeat(60_000)))]],
  [
    'a web page with control characters',
    'character-control',
    () => [
      bytes(
        `<html><body><founder-title>题</founder-title><founder-content><p>${words[0]}\u0001</p></founder-content></body></html>`,
      ),
    ],
  ],
  ['a zip that is no Word file', 'page-format', () => [zip([['mimetype', 'application/epub+zip']])]],
  [
    'a Word file cut in the middle',
    'docx-broken',
    () => [writeDocx([{ text: words[0] ?? '' }]).slice(0, -60)],
  ],
  ['a Word file without text', 'page-empty', () => [writeDocx([])]],
  ['a Word file that is no XML', 'docx-broken', () => [zip([['word/document.xml', '<w:document><w:body>']])]],
  [
    'an old Word file',
    'page-format',
    () => [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0)],
  ],
  ['a rich text', 'page-format', () => [bytes('{\\rtf1\\ansi 山西}')]],
  ['a picture', 'page-format', () => [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)]],
  ['nothing', 'page-empty', () => [new Uint8Array()]],
  ['a PDF and a text in one issue', 'page-kinds', () => [good, bytes('山西')]],
  ['an empty text beside another in one issue', 'page-empty', () => [bytes('山西'), bytes(' ')]],
  ['two Word files in one issue', 'page-kinds', () => [writeDocx([]), writeDocx([])]],
  [
    'a PDF that unpacks to 80 MB',
    'pdf-',
    () => [
      edit(
        onePage('x'),
        /<< \/Length 1 >>\nstream\nx/,
        `<< /Length ${bomb.length} /Filter /FlateDecode >>\nstream\n${bomb.replaceAll('$', '$$$$')}`,
      ),
    ],
  ],
  ['a broken PDF as a process reads it', 'pdf-broken', () => [bytes('%PDF-1.7\n')]],
]

describe('a file', () => {
  it.each(others)('%s: is refused and nothing is written', (_name, rule, files) => {
    const parts = files().map((one, at) => ({ file: `${at}.page`, bytes: one }))
    const done = importBytes(
      parts,
      { file: 'page', issue: 'bad' },
      { out, replace: false, allow: [] },
      new Map(),
    )
    expect(done.state).toBe('refused')
    expect(done.problems[0]?.rule.startsWith(rule)).toBe(true)
    for (const { message } of done.problems) expect(message.length).toBeGreaterThan(6)
    expect(readdirSync(out)).toEqual([])
  })

  it('is not given more time or room than it may have', () => {
    const rule = (reading: ReturnType<typeof readPdfApart>) =>
      'refused' in reading ? reading.refused[0]?.rule : 'read'
    expect(rule(readPdfApart(new Uint8Array(200_000_001)))).toBe('pdf-large')
    expect(rule(readPdfApart(good, 0.001))).toBe('pdf-slow')
  })
})
