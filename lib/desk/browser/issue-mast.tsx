// The top of an issue at the desk: what it is, whether it is proved, undo and redo, the ways to its pages.
import type { IssueView } from '../wire'
import type { Question } from './bench'
import { helpFor } from './help'
import { Mast } from './mast'
import { sayIssue } from './say-date'
import type { OpenIssue } from './use-issue'

type Props = {
  readonly view: IssueView
  readonly open: OpenIssue
  /** The item that is looked at. */
  readonly item: string
  readonly ask: (question: Question) => void
}

export function IssueMast({ view, open, item, ask }: Props) {
  const { items, id } = view
  return (
    <Mast>
      <h1 className="crumb">
        <b>{sayIssue(view)}</b>
        <span>{`${id} · ${items.length} 篇`}</span>
      </h1>
      <button type="button" className="plain" onClick={() => ask({ ask: 'issue' })}>
        这一期 <kbd>I</kbd>
      </button>
      <span className="grow" />
      <Proof view={view} />
      <button
        type="button"
        className="plain undo"
        disabled={!view.undo}
        title={view.undo}
        onClick={() => open.ask({ do: 'undo' })}
      >
        撤销 <kbd>Ctrl Z</kbd>
      </button>
      <button
        type="button"
        className="plain"
        disabled={!view.redo}
        title={view.redo}
        onClick={() => open.ask({ do: 'redo' })}
      >
        重做 <kbd>Ctrl Y</kbd>
      </button>
      <a className="button" href={`#/${id}/preview/${item}`}>
        预览 <kbd>P</kbd>
      </a>
      <a className="button" href={`#/${id}/publish`}>
        签发 <kbd>G</kbd>
      </a>
    </Mast>
  )
}

/** Says that it is open to the whole page: what is proved, or that nothing is. */
function Proof({ view: { characters, leftOut, problems } }: { view: IssueView }) {
  return (
    <p className={problems.length > 0 ? 'proof ko' : 'proof'} role="status">
      {problems.length > 0
        ? `${problems.length} 处要先处理`
        : `✓ ${characters.toLocaleString('zh-CN')} 字逐字相符`}
      {problems.length === 0 && leftOut > 0 && <small>{` 含不刊 ${leftOut} 字`}</small>}
    </p>
  )
}

export function Stopped({ view: { problems } }: { view: IssueView }) {
  return (
    <div className="alarm" role="alert">
      <b>这一期现在不能改：</b>
      <ul>
        {problems.map(({ file, line, message, rule }) => (
          <li key={`${file}${line}${message}`}>
            {message} <span className="help">{helpFor(rule)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
