// 签发前: what is looked at before an issue is published, each with the way to where it is mended.
import type { Check } from '../wire'
import type { OpenIssue } from './use-issue'
import { Withdraw } from './withdraw'

const marks = { good: '✓', look: '!', stop: '×' } as const
const markNames = { good: '好了', look: '要看', stop: '拦住' } as const

type Props = {
  readonly id: string
  readonly checks: readonly Check[] | undefined
  readonly open: OpenIssue
}

export function ChecksPane({ id, checks = [], open }: Props) {
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
