// 预览: an article, the index or the issue as readers will see it, built of the content as it is.
import { useEffect, useMemo, useState } from 'react'
import type { IssueView, SiteAnswer } from '../wire'
import { useKeys } from './keys'
import { Mast } from './mast'
import { Choice, type Device, deviceChoices, type Look, lookChoices, SiteFrame } from './site-frame'
import { useIssue } from './use-issue'
import { type OpenSite, progressOf, useSite } from './use-site'

export function PreviewPage({ id, item }: { id: string; item: string }) {
  const { view, note } = useIssue(id)
  const site = useSite(view?.version)
  const [path, setPath] = useState(item ? articlePath(id, item) : issuePath(id))
  const [device, setDevice] = useState<Device>(innerWidth < 700 ? 'phone' : 'desktop')
  const [look, setLook] = useState<Look>('light')
  useEffect(() => {
    document.title = '预览 · 编辑台'
  }, [])
  const back = `#/${id}`
  const other = device === 'phone' ? 'desktop' : 'phone'
  useKeys(
    useMemo(
      () => ({
        p: () => setDevice(other),
        Escape: () => {
          location.hash = back
        },
      }),
      [other, back],
    ),
    true,
  )
  return (
    <>
      <Mast>
        <h1 className="crumb">
          <b>预览</b>
          <span>{id}</span>
        </h1>
        <a className="button" href={back}>
          回到校样 <kbd>Esc</kbd>
        </a>
        <span className="grow" />
        <a className="button" href={`#/${id}/publish`}>
          去签发
        </a>
      </Mast>
      <main className="preview">
        <div className="looks">
          {view && <Pages view={view} path={path} choose={setPath} />}
          <Choice label="多宽" all={deviceChoices} now={device} choose={setDevice} />
          <Choice label="怎样看" all={lookChoices} now={look} choose={setLook} />
          <SiteStatus site={site} />
        </div>
        {note && (
          <p className="alarm" role="alert">
            {note.text}
          </p>
        )}
        <SiteProblems site={site} />
        {site.answer?.build ? (
          <SiteFrame answer={site.answer} path={path} device={device} look={look} />
        ) : (
          <p className="quiet none">预览就是建好的网站，第一次要建一会儿。</p>
        )}
      </main>
    </>
  )
}

const articlePath = (id: string, item: string) => `articles/${id}-${item}/`
const issuePath = (id: string) => `issues/${id}/`

function Pages({ view, path, choose }: { view: IssueView; path: string; choose: (path: string) => void }) {
  const { id, items } = view
  return (
    <label className="which">
      <span className="hidden">看哪一页</span>
      <select value={path} onChange={event => choose(event.target.value)}>
        <option value="">首页</option>
        <option value={issuePath(id)}>整期</option>
        {items.map(({ name, title }) => (
          <option key={name} value={articlePath(id, name)}>
            {`${name} ${title || '（无题）'}`}
          </option>
        ))}
      </select>
    </label>
  )
}

/** How far a build or a publication is, or of what the preview is. */
export function SiteStatus({ site: { answer, fault, ask } }: { site: OpenSite }) {
  if (fault)
    return (
      <p className="alarm" role="alert">
        {fault}
      </p>
    )
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
      <Said said={answer.said} />
    </>
  )
}

function Said({ said }: { said: SiteAnswer['said'] }) {
  if (!said) return null
  return said.good ? (
    <p className="said-good" role="status">
      {said.text}
    </p>
  ) : (
    <p className="alarm" role="alert">
      {said.text}
    </p>
  )
}
