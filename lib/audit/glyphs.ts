// The audit of a PDF: its glyph record against source.txt. With the audit of source.txt this proves that every glyph of the page stands in
// exactly one article or is named as left out; the reader of the PDF is not asked.
import { checksum, type GlyphRecord, type RecordedLine, type RecordedPage } from '../format/glyph-record'
import type { Problem } from '../model/problem'
import { inkOf, inkText } from './ink'

type Files = {
  /** Paths of glyphs.tsv and source.txt, for problems. */
  readonly record: string
  readonly source: string
}

/**
 * Every glyph of every page is in one line of source.txt or set aside, once; the ink of a line is its glyphs, in their
 * order; every line with ink has glyphs; the PDFs are those that were read; what is set aside as blank has no ink, what is
 * set aside as struck twice stands in a line.
 */
export function auditGlyphs(
  record: GlyphRecord,
  source: string,
  pdfs: ReadonlyMap<string, Uint8Array>,
  files: Files,
): readonly Problem[] {
  const at = (rule: string, message: string): Problem => ({ file: files.record, line: 1, rule, message })
  return [
    ...fileProblems(record, pdfs).map(message => at('pdf-changed', message)),
    ...record.pages.flatMap(page => ownerProblems(page, record)).map(message => at('glyph-owner', message)),
    ...record.pages.flatMap(page => asideProblems(page, record)).map(message => at('glyph-aside', message)),
    ...lineProblems(record, source, files),
  ]
}

function fileProblems({ files, pages }: GlyphRecord, pdfs: ReadonlyMap<string, Uint8Array>): string[] {
  const changed = files.flatMap(({ name, sha256 }) => {
    const bytes = pdfs.get(name)
    if (!bytes) return [`没有 ${name}，应放回原来的 PDF，或重新导入`]
    return checksum(bytes) === sha256 ? [] : [`${name} 与导入时不同，应放回原来的 PDF，或重新导入`]
  })
  const extra = [...pdfs.keys()].filter(name => !files.some(file => file.name === name))
  const count = files.reduce((sum, file) => sum + file.pages, 0)
  return [
    ...changed,
    ...extra.map(name => `${name} 不在字形记录里，应移走，或重新导入`),
    ...(count === pages.length ? [] : [`PDF 共 ${count} 页，字形记录有 ${pages.length} 页，应重新导入`]),
  ]
}

function ownerProblems({ page, glyphs }: RecordedPage, { lines, aside }: GlyphRecord): string[] {
  const owners = glyphs.map(() => 0)
  const all = [...lines, ...aside].filter(one => one.page === page).flatMap(one => one.glyphs)
  const beyond = all.filter(index => index >= glyphs.length)
  for (const index of all) if (index < owners.length) owners[index] = (owners[index] ?? 0) + 1
  const list = (count: (owned: number) => boolean) =>
    owners.flatMap((owned, index) => (count(owned) ? [index] : []))
  const [lost, doubled] = [list(owned => owned === 0), list(owned => owned > 1)]
  const says = (indexes: readonly number[], what: string) =>
    indexes.length === 0
      ? []
      : [
          `第${page}页 ${indexes.length} 个字形${what}：${indexes
            .slice(0, 20)
            .map(index => glyphs[index] ?? index)
            .join('')}（第 ${indexes[0]} 个起），应重新导入`,
        ]
  return [
    ...says(lost, '不在任何一行，也没有列在“略”里'),
    ...says(doubled, '用了不止一次'),
    ...says(beyond, '在这一页里没有'),
  ]
}

/** Whether what is set aside may be: blanks have no ink, and a double stands in a line of its page. */
function asideProblems({ page, glyphs }: RecordedPage, { lines, aside }: GlyphRecord): string[] {
  const printed = new Set(
    lines.filter(one => one.page === page).flatMap(one => one.glyphs.map(index => glyphs[index])),
  )
  const wrong = aside
    .filter(one => one.page === page)
    .flatMap(({ reason, glyphs: own }) =>
      own.filter(index => {
        const text = glyphs[index] ?? ''
        const ink = inkOf(text, 1).length > 0
        return (reason === '空白' && ink) || (reason === '重复描画' && ink && !printed.has(text))
      }),
    )
  if (wrong.length === 0) return []
  const text = wrong.map(index => glyphs[index] ?? '').join('')
  return [`第${page}页略去的“${text.slice(0, 20)}”与所写的缘由不符，应重新导入`]
}

function lineProblems(record: GlyphRecord, source: string, files: Files): Problem[] {
  const pages = new Map(record.pages.map(page => [page.page, page]))
  const lines = source.split('\n')
  const seen = new Map<number, RecordedLine>()
  const problems: Problem[] = []
  for (const line of record.lines) {
    const place = { file: files.source, line: line.line }
    if (seen.has(line.line))
      problems.push({ ...place, rule: 'glyph-line', message: '这一行在字形记录里有两次，应重新导入' })
    seen.set(line.line, line)
    const page = pages.get(line.page)
    const drawn = inkText(inkOf(line.glyphs.map(index => page?.glyphs[index] ?? '').join(''), line.line))
    const written = inkText(inkOf(lines[line.line - 1] ?? '', line.line))
    if (drawn === written) continue
    const message = `source.txt 这一行是“${written.slice(0, 30)}”，PDF 上是“${drawn.slice(0, 30)}”，应照 PDF 改回，或重新导入`
    problems.push({ ...place, rule: 'glyph-line', message })
  }
  lines.forEach((text, at) => {
    if (seen.has(at + 1) || inkOf(text, at + 1).length === 0) return
    const message = `“${text.trim().slice(0, 30)}”不是从 PDF 读来的，应删去，或重新导入`
    problems.push({ file: files.source, line: at + 1, rule: 'glyph-line', message })
  })
  return problems
}
