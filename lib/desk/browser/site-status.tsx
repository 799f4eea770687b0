// The site as it would be published, in words: how far it is, why it could not be built, how the last publication ended.
import type { SiteAnswer } from '../wire'
import { Alarm } from './alarm'
import { type OpenSite, progressOf } from './use-site'

/** How far a build or a publication is, or of what the preview is. */
export function SiteStatus({ site: { answer, fault, ask } }: { site: OpenSite }) {
  if (fault) return <Alarm>{fault}</Alarm>
  if (!answer) return <p className="quiet" role="status" />
  const { under, done, all, fresh, build } = answer
  return (
    <p className="quiet site-status" role="status">
      {under && all > 0 && <progress value={done} max={all} aria-label="进度" />}
      {progressOf(answer) || (fresh ? '照现在的内容建成' : build ? '内容又改过了' : '')}
      {!under && !fresh && (
        <button type="button" onClick={() => ask({ do: 'build' })}>
          重新建
        </button>
      )}
    </p>
  )
}

/** Why the site could not be built; how the last publication ended. */
export function SiteProblems({ site: { answer } }: { site: OpenSite }) {
  if (!answer) return null
  return (
    <>
      {answer.problems.length > 0 && (
        <div className="alarm" role="alert">
          <b>网站没有建成，内容里有 {answer.problems.length} 处问题：</b>
          <ul>
            {answer.problems.slice(0, 20).map(({ file, line, message }) => (
              <li key={`${file}${line}${message}`}>{`${file} 第 ${line} 行：${message}`}</li>
            ))}
          </ul>
        </div>
      )}
      <Outcome said={answer.said} />
    </>
  )
}

function Outcome({ said }: { said: SiteAnswer['said'] }) {
  if (!said) return null
  return said.good ? (
    <p className="said-good" role="status">
      {said.text}
    </p>
  ) : (
    <Alarm>{said.text}</Alarm>
  )
}
