// 成稿: one item as readers see it, every part with its role as a list to choose from, and what can be done with the chosen one.
import { Fragment } from 'react'
import { type Role, roleName, roles } from '../../format/operation'
import type { ItemView, PartView } from '../wire'
import { type Bench, chosenWords, itemOf } from './bench'
import { joinUp, quoteOf, setRole, splitAt } from './operations'
import { Pictures } from './pictures'
import { useDrop } from './use-drop'
import './print-pane.css'

export function PrintPane({ bench }: { bench: Bench }) {
  const { view, looking, look, question } = bench
  const item = itemOf(bench)
  const { isOver, drop } = useDrop(files => item && bench.open.addPictures(item.name, files))
  return (
    <section className="pane print" aria-label="成稿">
      <nav className="strip" aria-label="各篇">
        {view.items.map(one => (
          <button
            type="button"
            key={one.name}
            className={`hue-${(Number(one.name) - 1) % 8}`}
            aria-current={one.name === looking.item || undefined}
            title={one.title}
            onClick={() => look({ item: one.name, part: -1 })}
          >
            {one.name}
          </button>
        ))}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reached by keyboard */}
      <section className="body" tabIndex={0} aria-label="读者所见">
        {item && (
          <article
            id={`i${item.name}`}
            className={`hue-${(Number(item.name) - 1) % 8}${isOver ? ' over' : ''}`}
            {...drop}
          >
            {item.written ? (
              <p className="add">
                <a className="button" href={`#/${view.id}/write/${item.name}`}>
                  改稿
                </a>{' '}
                <span className="quiet">另写的一篇，不在原文里</span>
              </p>
            ) : (
              <Facts item={item} ask={() => question({ ask: 'facts' })} />
            )}
            <Pictures item={item} bench={bench} />
            {item.parts.map((part, at) => (
              <Part key={`${part.role}${quoteOf(part)}`} item={item} part={part} at={at} bench={bench} />
            ))}
            {item.corrections.length > 0 && (
              <ul className="corrections">
                {item.corrections.map(({ source, print, why }) => (
                  <li key={source}>{`更正：“${source}”改为“${print}”，${why}`}</li>
                ))}
              </ul>
            )}
            <p className="foot">
              <span className="quiet">{`${item.name} · ${item.characters.toLocaleString('zh-CN')} 字`}</span>
              {!item.written && (
                <button type="button" onClick={() => question({ ask: 'merge' })}>
                  与另一篇并成一篇 <kbd>M</kbd>
                </button>
              )}
              <button type="button" onClick={() => question({ ask: 'delete' })}>
                删去这一篇
              </button>
            </p>
          </article>
        )}
      </section>
    </section>
  )
}

/** What is known of an item: a row that opens the form. */
function Facts({ item: { facts }, ask }: { item: ItemView; ask: () => void }) {
  const shown = facts.filter(({ name, value }) => always.includes(name) || (value && !usual.includes(value)))
  return (
    <button type="button" className="facts" onClick={ask}>
      {shown.map(({ name, label, value, choices }) => (
        <span key={name}>
          <small>{label}</small>
          {choices.find(one => one.value === value)?.says ?? (value || '没有')}
        </span>
      ))}
      <kbd>F</kbd>
    </button>
  )
}

/** Facts that are shown even when there is nothing to say, and values that are not worth a word. */
const always: readonly string[] = ['provinces', 'topic', 'authors']
const usual: readonly string[] = ['article', 'ready']

type PartProps = {
  readonly item: ItemView
  readonly part: PartView
  readonly at: number
  readonly bench: Bench
}

function Part({ item, part, at, bench }: PartProps) {
  const { looking, look, open } = bench
  const isChosen = looking.item === item.name && looking.part === at
  const choose = () => look({ part: at, item: item.name })
  const isFixed = part.role === 'picture' || item.written !== undefined
  return (
    <div id={`p${item.name}-${at}`} className={`part ${part.role}${isChosen ? ' chosen' : ''}`}>
      <select
        aria-label={`${textStart(part)}：是什么`}
        value={part.role}
        disabled={open.busy || isFixed}
        onFocus={choose}
        onChange={event => open.edit(setRole({ item, part }, event.target.value as Role))}
      >
        {(isFixed ? [part.role] : roles).map(role => (
          <option key={role} value={role}>
            {roleName(role)}
          </option>
        ))}
      </select>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list beside it does the same by keyboard */}
      <p onClick={choose}>
        {part.segments.map(({ line, text }, index) => (
          <Fragment key={line}>
            {index > 0 && <span className="seam">{`${part.segments[index - 1]?.line}⤵${line}`}</span>}
            {text}
          </Fragment>
        ))}
      </p>
      {isChosen && !isFixed && <Tools item={item} part={part} at={at} bench={bench} />}
    </div>
  )
}

const textStart = (part: PartView) => [...(part.segments[0]?.text ?? '')].slice(0, 8).join('')

/** What can be done with the chosen part. */
function Tools({ item, part, at, bench }: PartProps) {
  const { open, question } = bench
  const target = { item, part }
  const isBody = part.role === 'paragraph' || part.role === 'subheading'
  const above = item.parts[at - 1]
  const joins = isBody && (above?.role === 'paragraph' || above?.role === 'subheading')
  return (
    <div className="tools" role="toolbar" aria-label="这一段">
      {at > 0 && (
        <button type="button" disabled={open.busy} onClick={() => open.edit(splitAt(item, quoteOf(part)))}>
          从这里另成一篇 <kbd>S</kbd>
        </button>
      )}
      {joins && (
        <button type="button" disabled={open.busy} onClick={() => open.edit(joinUp(target))}>
          接上一段 <kbd>B</kbd>
        </button>
      )}
      {part.segments.length > 1 && (
        <button type="button" disabled={open.busy} onClick={() => question({ ask: 'break', ...target })}>
          断开 <kbd>D</kbd>
        </button>
      )}
      <button type="button" onClick={() => question({ ask: 'move', ...target })}>
        移动 <kbd>V</kbd>
      </button>
      <button
        type="button"
        onClick={() => question({ ask: 'correct', ...target, words: chosenWords(bench) })}
      >
        更正 <kbd>C</kbd>
      </button>
      <button type="button" onClick={() => question({ ask: 'leave-out', ...target })}>
        不刊 <kbd>X</kbd>
      </button>
    </div>
  )
}
