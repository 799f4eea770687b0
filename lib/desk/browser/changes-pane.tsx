// 会变的页面: the pages that will be other than those that are published, with what of their text is.
import type { PageChange, SiteChanges } from '../wire'

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

/** Pages in the order in which they are listed. */
export const byKind = (pages: readonly PageChange[]) =>
  [...pages].sort((a, b) => kindOf(a.path) - kindOf(b.path))

type Props = {
  readonly changes: SiteChanges | undefined
  readonly pages: readonly PageChange[]
  readonly path: string
  readonly choose: (path: string) => void
}

export function ChangesPane({ changes, pages, path, choose }: Props) {
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
