// 预览: an article, the index or the issue as readers will see it, built of the content as it is.
import { useMemo, useState } from 'react'
import type { IssueView } from '../wire'
import { Alarm } from './alarm'
import { ItemList } from './form-fields'
import { goTo, useKeys } from './keys'
import { BackToProof, Mast } from './mast'
import { type Device, deviceChoices, type Look, lookChoices, SegmentedControl, SiteFrame } from './site-frame'
import { SiteProblems, SiteStatus } from './site-status'
import { useIssue } from './use-issue'
import { usePageTitle } from './use-page-title'
import { useSite } from './use-site'

export function PreviewPage({ id, item }: { id: string; item: string }) {
  const { view, note } = useIssue(id)
  const site = useSite(view?.version)
  const [path, setPath] = useState(item ? articlePath(id, item) : issuePath(id))
  const [device, setDevice] = useState<Device>(innerWidth < 700 ? 'phone' : 'desktop')
  const [look, setLook] = useState<Look>('light')
  const other = device === 'phone' ? 'desktop' : 'phone'
  usePageTitle('预览')
  useKeys(
    useMemo(() => ({ p: () => setDevice(other), Escape: goTo(`#/${id}`) }), [other, id]),
    true,
  )
  return (
    <>
      <PreviewMast id={id} />
      <main className="preview">
        <div className="looks">
          {view && <PageField view={view} path={path} choose={setPath} />}
          <SegmentedControl label="多宽" all={deviceChoices} now={device} choose={setDevice} />
          <SegmentedControl label="怎样看" all={lookChoices} now={look} choose={setLook} />
          <SiteStatus site={site} />
        </div>
        <Alarm>{note?.text}</Alarm>
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

const PreviewMast = ({ id }: { id: string }) => (
  <Mast>
    <h1 className="crumb">
      <b>预览</b>
      <span>{id}</span>
    </h1>
    <BackToProof id={id} />
    <span className="grow" />
    <a className="button" href={`#/${id}/publish`}>
      去签发
    </a>
  </Mast>
)

const articlePath = (id: string, item: string) => `articles/${id}-${item}/`
const issuePath = (id: string) => `issues/${id}/`

type PageFieldProps = {
  readonly view: IssueView
  readonly path: string
  readonly choose: (path: string) => void
}

function PageField({ view, path, choose }: PageFieldProps) {
  const { id, items } = view
  return (
    <label className="which">
      <span className="hidden">看哪一页</span>
      <select value={path} onChange={event => choose(event.target.value)}>
        <option value="">首页</option>
        <option value={issuePath(id)}>整期</option>
        <ItemList of={items} valueFor={name => articlePath(id, name)} />
      </select>
    </label>
  )
}
