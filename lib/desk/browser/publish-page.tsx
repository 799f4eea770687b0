// 签发: what is to be looked at before an issue is published, the pages that will change, each as readers will see it, and the button.
import { useState } from 'react'
import type { SiteState, Way } from '../wire'
import { Alarm } from './alarm'
import { byKind, ChangesPane } from './changes-pane'
import { ChecksPane } from './checks-pane'
import { goTo, useKeys } from './keys'
import { BackToProof, Mast } from './mast'
import { sayIssue } from './say-date'
import { type Device, deviceChoices, type Look, lookChoices, SegmentedControl, SiteFrame } from './site-frame'
import { SiteProblems, SiteStatus } from './site-status'
import { useIssue } from './use-issue'
import { usePageTitle } from './use-page-title'
import { useChanges, useChecks, whyNot } from './use-publication'
import { type OpenSite, useSite } from './use-site'
import './publish.css'

export function PublishPage({ id }: { id: string }) {
  const open = useIssue(id)
  const { view, note } = open
  const site = useSite(view?.version)
  const checks = useChecks(id, view?.version)
  const [way, setWay] = useState<Way>('folder')
  const changes = useChanges(site, way)
  const [path, setPath] = useState<string>()
  const pages = byKind(changes.now?.pages ?? [])
  const shown = path ?? pages.find(({ state }) => state !== 'gone')?.path ?? `issues/${id}/`
  const why = !view && note ? note.text : whyNot(site, checks, changes, way)
  const publish = () => {
    const { answer } = site
    if (answer?.fresh) site.ask({ do: 'publish', way, build: answer.build, issue: id })
  }
  usePageTitle('签发')
  useKeys({ 'Control+Enter': () => !why && publish(), Escape: goTo(`#/${id}`) }, true)
  return (
    <>
      <PublishMast id={id} name={view ? sayIssue(view) : id} site={site} />
      <Alarm>{note?.kind === 'done' ? undefined : note?.text}</Alarm>
      <SiteProblems site={site} />
      <main className="sign">
        <ChecksPane id={id} checks={checks.now} open={open} />
        <ChangesPane changes={changes.now} pages={pages} path={shown} choose={setPath} />
        <ShownPane site={site} path={shown} />
      </main>
      <footer className="publish-bar">
        <WayField ways={site.answer?.ways ?? []} now={way} choose={setWay} />
        <p className="quiet">{why}</p>
        <span className="grow" />
        <button type="button" className="main" disabled={why !== ''} onClick={publish}>
          {way === 'git' ? '提交这一期' : `发布 ${pages.length} 页`} <kbd>Ctrl Enter</kbd>
        </button>
      </footer>
    </>
  )
}

function PublishMast({ id, name, site }: { id: string; name: string; site: OpenSite }) {
  return (
    <Mast>
      <h1 className="crumb">
        <b>{`签发 · ${name}`}</b>
        <span>{id}</span>
      </h1>
      <BackToProof id={id} />
      <span className="grow" />
      <SiteStatus site={site} />
    </Mast>
  )
}

type WayFieldProps = {
  readonly ways: SiteState['ways']
  readonly now: Way
  readonly choose: (way: Way) => void
}

/** Where it is published to. */
function WayField({ ways, now, choose }: WayFieldProps) {
  return (
    <label>
      <span>发布到</span>
      <select value={now} onChange={event => choose(event.target.value as Way)}>
        {ways.map(({ way, says }) => (
          <option key={way} value={way}>
            {says}
          </option>
        ))}
      </select>
    </label>
  )
}

function ShownPane({ site, path }: { site: OpenSite; path: string }) {
  const [device, setDevice] = useState<Device>('phone')
  const [look, setLook] = useState<Look>('light')
  return (
    <section className="pane shown" aria-label="读者所见">
      <header>
        <h2 className="hidden">读者所见</h2>
        <SegmentedControl label="多宽" all={deviceChoices} now={device} choose={setDevice} />
        <SegmentedControl label="怎样看" all={lookChoices} now={look} choose={setLook} />
      </header>
      {site.answer?.build ? (
        <SiteFrame answer={site.answer} path={path} device={device} look={look} />
      ) : (
        <p className="quiet none">正在建站……</p>
      )}
    </section>
  )
}
