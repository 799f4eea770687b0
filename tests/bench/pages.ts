// npm run bench:pages [-- N]: printed pages through the importer, ours beside pdftotext and PDFium's own order. Prints tables; needs a Chromium.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ImportedPage, importPage } from '#lib/import/pipeline/import-page'
import type { PdfPage } from '#lib/import/readers/pdf/page'
import { launchChromium } from '../browser/chromium'
import { articles, photos } from '../import/invented'
import { importHere, readHere } from '../import/readers/read-in-process'
import { measure } from './measure'
import { jump, type Printed, printPage } from './pages/print'
import { type Score, scorePage, sumScores } from './pages/score'
import { templates } from './pages/templates'

/** Each template is printed with so many choices of articles, three unless N says fewer. */
const choices = [0, 3, 7].slice(0, Number(process.argv[2] ?? 3))

const items = [...articles, ...photos.map(photo => ({ ...photo, photo: true }))]

type Way = {
  readonly name: string
  readonly read: (file: string, bytes: Uint8Array) => Promise<ImportedPage>
}

const pdftotext = (file: string, ...options: readonly string[]) =>
  importPage(
    execFileSync('pdftotext', [...options, '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' }),
    'page',
  )

/** The glyphs in PDFium's order, a new line where the baseline changes. */
function plainOrder(pages: readonly PdfPage[]): string {
  return pages
    .map(({ glyphs }) =>
      glyphs.reduce((text, glyph, at) => {
        const last = glyphs[at - 1]
        return (
          text +
          (last && Math.abs(last.baseline - glyph.baseline) > 0.5 * glyph.size ? '\n' : '') +
          glyph.text
        )
      }, ''),
    )
    .join('\n')
}

const ways: readonly Way[] = [
  { name: 'ours', read: async (_file, bytes) => (await importHere(bytes)).page },
  { name: 'pdftotext', read: async file => pdftotext(file) },
  { name: 'pdftotext -raw', read: async file => pdftotext(file, '-raw') },
  {
    name: 'PDFium’s order',
    read: async (_file, bytes) => {
      const reading = await readHere(bytes)
      return importPage('pages' in reading ? plainOrder(reading.pages) : '', 'page')
    },
  },
]

const percent = (part: number, whole: number) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1))

function row(name: string, half: string, score: Score): string {
  const [precision, recall] = [score.found / Math.max(1, score.made), score.found / score.items]
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  const cells = [
    ...[name, half, (100 * f1).toFixed(1), percent(score.titles, score.items)],
    ...[percent(score.kickers, score.kickersOf), percent(score.paragraphs, score.paragraphsOf)],
    ...[score.order.toFixed(4), String(score.furniture)],
  ]
  return `| ${cells.join(' | ')} |`
}

async function print(): Promise<readonly (Printed & { readonly seen: boolean })[]> {
  const browser = await launchChromium()
  const pages: (Printed & { seen: boolean })[] = []
  for (const [at, template] of templates.entries()) {
    for (const from of choices)
      pages.push({ ...(await printPage(browser, template, items, from + at)), seen: template.seen })
  }
  await browser.close()
  return pages
}

const command = ['node', 'lib/cli/start.mjs', 'import']
const folder = mkdtempSync(join(tmpdir(), 'pages-'))
try {
  const printed = await print()
  console.log(
    `${printed.length} pages, ${templates.length} templates; the unseen ones were not looked at while the reader was made\n`,
  )
  console.log(
    '| read by | templates | items F1 | titles | kicker, subtitle | paragraphs | edit distance | furniture in articles |',
  )
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |')
  for (const { name, read } of ways) {
    for (const seen of [true, false]) {
      const scores: Score[] = []
      for (const [at, page] of printed.entries()) {
        if (page.seen !== seen) continue
        const file = join(folder, `${at}.pdf`)
        writeFileSync(file, page.pdf)
        const { articles: made } = await read(file, page.pdf)
        scores.push(scorePage(page.expected, made, page.furniture))
      }
      console.log(row(name, seen ? 'seen' : 'unseen', sumScores(scores)))
    }
  }
  const single = [...printed.keys()].filter(at => !printed[at]?.furniture.includes(jump.to))
  console.log('\n| `npm run import` of | CPU s | a page | s | peak MB |\n| --- | --- | --- | --- | --- |')
  for (const count of [1, 4, 16]) {
    const files = single.slice(0, count).map(at => join(folder, `${at}.pdf`))
    const out = mkdtempSync(join(folder, 'out-'))
    const { cpu, ms, peak } = await measure(
      [...command, ...files, '--issue', 'bench-1', '--allow', 'page-article-twice', '--out', out],
      process.cwd(),
    )
    const cells = [
      `${files.length} page${files.length > 1 ? 's' : ''}`,
      ...[cpu / 1000, cpu / 1000 / files.length, ms / 1000].map(seconds => seconds.toFixed(1)),
      Math.round(peak / 1e6),
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
