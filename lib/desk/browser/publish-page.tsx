// 签发: what is to be looked at before an issue is published, the pages that will change, each as readers will see it, and the button.
import { useEffect, useState } from 'react'
import type { Check, PageChange, SiteChanges, Way } from '../wire'
import { getChanges, getChecks } from './api'
import { useKeys } from './keys'
import { Mast } from './mast'
import { SiteProblems, SiteStatus } from './preview-page'
import { sayDate } from './say-date'
import { Choice, type Device, deviceChoices, type Look, lookChoices, SiteFrame } from './site-frame'
import { type OpenIssue, useIssue } from './use-issue'
import { type OpenSite, useSite } from './use-site'
import { Withdraw } from './withdraw'
import './publish.css'

export function PublishPage({ id }: { id: string }) {
  const open = useIssue(id)
  const { view, note } = open
  const site = useSite(view?.version)
  const checks = useChecks(id, view?.version)
  const [way, setWay] = useState<Way>('folder')
  const changes = useChanges(site, way)
  const [path, setPath] = useState<string>()
  const pages = inOrder(changes.now?.pages ?? [])
  const shown = path ?? pages.find(({ state }) => state !== 'gone')?.path ?? `issues/${id}/`
  const publish = () => {
    const { answer } = site
    if (answer?.fresh) site.ask({ do: 'publish', way, build: answer.build, issue: id })
  }
  const why = !view && note ? note.text : whyNot(site, checks, changes, way)
  useEffect(() => {
    document.title = '签发 · 编辑台'
  }, [])
  useKeys(
    {
      'Control+Enter': () => !why && publish(),
      Escape: () => {
        location.hash = `#/${id}`
      },
    },
    true,
  )
  const name = view ? view.publication || view.title || sayDate(view.date) : id
  return (
    <>
      <Mast>
        <h1 className="crumb">
          <b>{`签发 · ${name}`}</b>
          <span>{id}</span>
        </h1>
        <a className="button" href={`#/${id}`}>
          回到校样 <kbd>Esc</kbd>
        </a>
        <span className="grow" />
        <SiteStatus site={site} />
      </Mast>
      {note && note.kind !== 'done' && (
        <p className="alarm" role="alert">
          {note.text}
        </p>
      )}
      <SiteProblems site={site} />
      <main className="sign">
        <Checks id={id} checks={checks.now} open={open} />
        <Changes changes={changes.now} pages={pages} path={shown} choose={setPath} />
        <Shown site={site} path={shown} />
      </main>
      <footer className="press">
        <label>
          <span>发布到</span>
          <select value={way} onChange={event => setWay(event.target.value as Way)}>
            {(site.answer?.ways ?? []).map(one => (
              <option key={one.way} value={one.way}>
                {one.says}
              </option>
            ))}
          </select>
        </label>
        <p className="quiet">{why}</p>
        <span className="grow" />
        <button type="button" className="main" disabled={why !== ''} onClick={publish}>
          {way === 'git' ? '提交这一期' : `发布 ${pages.length} 页`} <kbd>Ctrl Enter</kbd>
        </button>
      </footer>
    </>
  )
}

/** Why it cannot be published now; '' when it can. */
function whyNot(
  { answer }: OpenSite,
  { now: checks, fault: unchecked }: Asked<readonly Check[]>,
  { now: changes, fault: uncompared }: Asked<SiteChanges>,
  way: Way,
): string {
  if (unchecked || uncompared) return unchecked || uncompared
  if (!answer || !checks) return '请稍等'
  const stop = checks.find(({ state }) => state === 'stop')
  if (stop) return `先处理：${stop.name}`
  if (answer.under || !answer.fresh) return '等网站建成'
  const fault = answer.ways.find(one => one.way === way)?.fault
  if (fault) return fault
  if (way === 'git') return ''
  if (!changes || changes.build !== answer.build) return '请稍等'
  return changes.pages.length + changes.files === 0 ? '与已发布的一字不差' : ''
}

/** What the desk last answered, and why it did not since; '' when it did. */
type Asked<T> = { readonly now?: T; readonly fault: string }

/** The list of what is looked at, made again with each version of the issue. */
function useChecks(id: string, version: string | undefined): Asked<readonly Check[]> {
  const [checks, setChecks] = useState<Asked<readonly Check[]>>({ fault: '' })
  useEffect(() => {
    if (!version) return
    getChecks(id).then(
      now => setChecks({ now, fault: '' }),
      (error: Error) => setChecks({ fault: error.message }),
    )
  }, [id, version])
  return checks
}

/** What changes in the site, asked again with each build and after each publication. */
function useChanges({ answer }: OpenSite, way: Way): Asked<SiteChanges> {
  const [changes, setChanges] = useState<Asked<SiteChanges>>({ fault: '' })
  const { build = '', under = '' } = answer ?? {}
  useEffect(() => {
    if (!build || under) return
    getChanges(way === 'git' ? 'folder' : way).then(
      now => setChanges({ now, fault: '' }),
      (error: Error) => setChanges(last => ({ ...last, fault: error.message })),
    )
  }, [build, under, way])
  return changes
}

const marks = { good: '✓', look: '!', stop: '×' } as const
const markNames = { good: '好了', look: '要看', stop: '拦住' } as const

type ChecksProps = {
  readonly id: string
  readonly checks: readonly Check[] | undefined
  readonly open: OpenIssue
}

function Checks({ id, checks = [], open }: ChecksProps) {
  const count = (state: Check['state']) => checks.filter(one => one.state === state).length
  return (
    <section className="pane checks" aria-label="签发前">
      <header>
        <h2>签发前</h2>
        <span className="quiet">
          {`${count('good')} 项好了，${count('look')} 项要看`}
          {count('stop') > 0 && `，${count('stop')} 项拦住`}
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reached by keyboard */}
      <section className="body" tabIndex={0} aria-label="各项">
        <ul>
          {checks.map(({ state, name, says, go }) => (
            <li key={name} className={state}>
              <i aria-hidden="true">{marks[state]}</i>
              <span>
                <b>{name}</b>
                <span className="hidden">{`（${markNames[state]}）`}</span>
                <small>{says}</small>
              </span>
              {go && (
                <a className="button" href={`#/${id}/${addressOf(go)}`}>
                  去看<span className="hidden">：{name}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
        {open.view && <Withdraw view={open.view} busy={open.busy} edit={open.edit} />}
      </section>
    </section>
  )
}

function addressOf(go: NonNullable<Check['go']>): string {
  if (go.to === 'doubt') return `doubt/${go.doubt}`
  return go.to === 'facts' ? `facts/${go.item}` : 'issue'
}

const stateNames = { new: '新', changed: '改', gone: '去' } as const

/** Articles first, then what leads to them. */
const kinds: readonly (readonly [start: string, says: string])[] = [
  ['articles/', '文章'],
  ['issues/', '整期'],
  ['regions/', '地区'],
  ['topics/', '主题'],
  ['all/', '全部'],
  ['', '页面'],
]
const kindOf = (path: string) => kinds.findIndex(([start]) => path.startsWith(start))
const kindName = (path: string) => (path === '' ? '首页' : (kinds[kindOf(path)]?.[1] ?? ''))

/** So many are listed; more are counted. */
const most = 200

const inOrder = (pages: readonly PageChange[]) => [...pages].sort((a, b) => kindOf(a.path) - kindOf(b.path))

type ChangesProps = {
  readonly changes: SiteChanges | undefined
  readonly pages: readonly PageChange[]
  readonly path: string
  readonly choose: (path: string) => void
}

function Changes({ changes, pages, path, choose }: ChangesProps) {
  return (
    <section className="pane changes" aria-label="会变的页面">
      <header>
        <h2>会变的页面</h2>
        {changes && (
          <span className="quiet">
            {`${pages.length} 页，另 ${changes.same} 页一字不动${changes.files > 0 ? `；连带 ${changes.files} 个文件` : ''}`}
          </span>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reached by keyboard */}
      <section className="body" tabIndex={0} aria-label="各页">
        {changes && pages.length === 0 && <p className="quiet none">没有一页会变。</p>}
        <ul>
          {pages.slice(0, most).map(page => (
            <PageRow key={page.path} page={page} isShown={page.path === path} choose={choose} />
          ))}
        </ul>
        {pages.length > most && <p className="quiet none">{`另有 ${pages.length - most} 页`}</p>}
      </section>
    </section>
  )
}

type RowProps = {
  readonly page: PageChange
  readonly isShown: boolean
  readonly choose: (path: string) => void
}

function PageRow({ page: { path, state, title, places }, isShown, choose }: RowProps) {
  return (
    <li>
      <button
        type="button"
        className="row"
        aria-current={isShown || undefined}
        disabled={state === 'gone'}
        onClick={() => choose(path)}
      >
        <i className={state}>{stateNames[state]}</i>
        <span>
          <b>{`${kindName(path)}　${title}`}</b>
          {places.map(({ was, is }) => (
            <small key={`${was}→${is}`}>
              {was && <del>{was}</del>} {is && <ins>{is}</ins>}
            </small>
          ))}
          {state === 'changed' && places.length === 0 && <small>文字不变，只是标记或样式</small>}
        </span>
      </button>
    </li>
  )
}

function Shown({ site, path }: { site: OpenSite; path: string }) {
  const [device, setDevice] = useState<Device>('phone')
  const [look, setLook] = useState<Look>('light')
  return (
    <section className="pane shown" aria-label="读者所见">
      <header>
        <h2 className="hidden">读者所见</h2>
        <Choice label="多宽" all={deviceChoices} now={device} choose={setDevice} />
        <Choice label="怎样看" all={lookChoices} now={look} choose={setLook} />
      </header>
      {site.answer?.build ? (
        <SiteFrame answer={site.answer} path={path} device={device} look={look} />
      ) : (
        <p className="quiet none">正在建站……</p>
      )}
    </section>
  )
}
