// The list of issues to proof-read; while developing only, never part of out/.
import { checkContent } from '#lib/audit/check'
import { formatProblems } from '#lib/model/problem'
import { settings } from '#lib/model/settings'
import { href } from '#lib/model/site'
import './proof.css'

export default function Page() {
  const { issues, problems } = checkContent(settings.contentDir)
  return (
    <main className="proof-list">
      <h1>校样</h1>
      {problems.length > 0 && <pre>{formatProblems(problems)}</pre>}
      <ul>
        {[...issues.keys()].map(id => (
          <li key={id}>
            <a href={href(`/proof/${id}/`)}>{id}</a>
          </li>
        ))}
      </ul>
    </main>
  )
}
