// A part of an item in print: its role as a list to choose from, its text with the seams of the source, what can be done with it.
import { Fragment } from 'react'
import { type Role, roleName, roles } from '../../format/operation'
import { joinOperation, partQuote, roleOperation, splitOperation } from '../operations'
import type { ItemView, PartView } from '../wire'
import { type Bench, chosenWords } from './bench'

type Props = {
  readonly item: ItemView
  readonly part: PartView
  readonly at: number
  readonly bench: Bench
}

export function PrintedPart({ item, part, at, bench }: Props) {
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
        onChange={event => open.edit(roleOperation({ item, part }, event.target.value as Role))}
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
function Tools({ item, part, at, bench }: Props) {
  const { open, question } = bench
  const target = { item, part }
  const isBody = part.role === 'paragraph' || part.role === 'subheading'
  const above = item.parts[at - 1]
  const joins = isBody && (above?.role === 'paragraph' || above?.role === 'subheading')
  return (
    <div className="tools" role="toolbar" aria-label="这一段">
      {at > 0 && (
        <button
          type="button"
          disabled={open.busy}
          onClick={() => open.edit(splitOperation(item, partQuote(part)))}
        >
          从这里另成一篇 <kbd>S</kbd>
        </button>
      )}
      {joins && (
        <button type="button" disabled={open.busy} onClick={() => open.edit(joinOperation(target))}>
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
