// The page of a PDF at the desk: its picture, drawn once and kept, and where on it each line of the source stands.
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readGlyphSource } from '../format/source-folder'
import { shortHash } from '../import/edition/reimport'
import { drawPdfApart } from '../issues/reader-process'
import type { Desk, PagePlaces } from './desk'

/** Widths in pixels that a page is drawn in: a phone, a laptop, a large screen, enlarged. */
const pageWidths = [800, 1200, 1600, 2400] as const

const none: PagePlaces = { sheets: [], places: new Map() }

/** Where the lines of an issue stand, read again only when their record has changed. */
export function placesOf({ out, pages }: Desk, issue: string): PagePlaces {
  const stat = statSync(join(out, issue, 'glyphs.tsv'), { throwIfNoEntry: false })
  if (!stat) return none
  const stamp = `${stat.mtimeMs} ${stat.size}`
  const known = pages.get(issue)
  if (known?.stamp === stamp) return known.places
  const places = readPlaces(out, issue)
  pages.set(issue, { stamp, places })
  return places
}

function readPlaces(out: string, issue: string): PagePlaces {
  const read = readGlyphSource(out, issue)
  if (read === undefined || Array.isArray(read)) return none
  const { pages, lines } = read.record
  return {
    sheets: pages.map(({ page, width, height }) => ({ page, width, height })),
    places: new Map(lines.map(({ line, page, box }) => [line, { page, box }])),
  }
}

/** The picture of a page of an issue, in one of `pageWidths`; undefined where there is none. */
export async function pagePicture(
  desk: Desk,
  issue: string,
  page: number,
  width: number,
): Promise<Uint8Array | undefined> {
  if (!pageWidths.some(one => one === width)) return undefined
  const found = pdfOf(desk, issue, page)
  if (!found) return undefined
  const dir = join(desk.cache, 'pages')
  const path = join(dir, `${shortHash(found.bytes)}-${found.page}-${width}.png`)
  if (existsSync(path)) return readFileSync(path)
  const drawn = await drawPdfApart(found.bytes, found.page, width)
  if (drawn) {
    mkdirSync(dir, { recursive: true })
    writeFileSync(`${path}.new`, drawn)
    renameSync(`${path}.new`, path)
  }
  return drawn
}

/** The PDF that has a page of an issue, and which page of it that is: pages are numbered through all files. */
function pdfOf({ out }: Desk, issue: string, page: number) {
  if (!lstatSync(join(out, issue), { throwIfNoEntry: false })?.isDirectory()) return undefined
  const read = readGlyphSource(out, issue)
  if (read === undefined || Array.isArray(read) || page < 1) return undefined
  let before = 0
  for (const { name, pages } of read.record.files) {
    const bytes = read.pdfs.get(name)
    if (page <= before + pages) return bytes && { bytes, page: page - before }
    before += pages
  }
  return undefined
}
