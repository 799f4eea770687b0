// Reading of pages for tests, and the proof that an import lost, doubled and invented nothing.
import { auditIssue } from '#lib/audit/audit'
import { type ImportedPage, importPage } from '#lib/import/pipeline/import-page'

/** The page as articles; throws with the faults when the audit finds any. */
export function provenImport(page: string): ImportedPage {
  const imported = importPage(page, 'test')
  const locate = () => ({ file: 'test', line: 1 })
  const { problems } = auditIssue(
    { file: 'source.txt', text: page },
    imported.articles,
    locate,
    imported.leftOut,
  )
  if (problems.length > 0)
    throw new Error(problems.map(one => `${one.line} ${one.rule} ${one.message}`).join('\n'))
  return imported
}

/** Every character that is not white space, sorted: two texts with the same ink differ in order alone. */
export const ink = (text: string) => [...text.replace(/\s/gu, '')].sort().join('')
