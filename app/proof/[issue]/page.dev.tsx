// The proof sheet of an issue: the source on the left, the print on the right. While developing only, never in out/.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { checkIssue } from '#lib/audit/check'
import { proofOf } from '#lib/audit/proof'
import { reportIssue } from '#lib/audit/report'
import { readContent, readIssue, readSource } from '#lib/format/content-folder'
import { readBody } from '#lib/format/markdown'
import { formatProblems } from '#lib/model/problem'
import { settings } from '#lib/model/settings'
import { PrintPane } from '../print-pane'
import { SourcePane } from '../source-pane'
import '../proof.css'

type Props = { params: Promise<{ issue: string }> }

export function generateStaticParams() {
  return [...readContent(settings.contentDir).issues.keys()].map(issue => ({ issue }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `校样 ${(await params).issue}`, robots: 'noindex' }
}

export default async function Page({ params }: Props) {
  const { issue: id } = await params
  const read = readIssue(settings.contentDir, id)
  const issueFile = read.issueFiles.get(id)
  if (!issueFile) notFound()
  const checked = checkIssue(settings.contentDir, issueFile, read.articles, read.drafts.length > 0)
  const source = readSource(settings.contentDir, id)
  if (!checked.issue || !source || Array.isArray(source)) notFound()
  const doubts = readBody(issueFile.doubts).blocks
  const { lines, items } = proofOf(checked.issue.items, source.text, doubts)
  const problems = [...read.problems, ...checked.problems, ...read.drafts, ...checked.drafts]
  return (
    <div className="proof">
      <header>
        <h1>校样</h1>
        <p>{problems.length > 0 ? `${problems.length} 处问题` : reportIssue(checked.issue)}</p>
        {problems.length > 0 && <pre>{formatProblems(problems)}</pre>}
      </header>
      <SourcePane lines={lines} />
      <PrintPane items={items} />
    </div>
  )
}
