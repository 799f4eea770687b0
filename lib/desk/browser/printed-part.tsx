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
const Tools = (props: Props) => (
  <div className="tools" role="toolbar" aria-label="这一段">
    {toolsOf(props).map(({ says, keyName, act, isOff }) => (
      <button type="button" key={keyName} disabled={isOff} onClick={act}>
        {says} <kbd>{keyName}</kbd>
      </button>
    ))}
  </div>
)

type Tool = {
  readonly says: string
  readonly keyName: string
  readonly act: () => void
  readonly isOff?: boolean
}

function toolsOf({ item, part, at, bench }: Props): readonly Tool[] {
  const { open, question } = bench
  const target = { item, part }
  const isText = (role?: Role) => role === 'paragraph' || role === 'subheading'
  const joins = isText(part.role) && isText(item.parts[at - 1]?.role)
  const isOff = open.busy
  const split = () => open.edit(splitOperation(item, partQuote(part)))
  const correct = () => question({ ask: 'correct', ...target, words: chosenWords(bench) })
  return [
    ...(at > 0 ? [{ says: '从这里另成一篇', keyName: 'S', isOff, act: split }] : []),
    ...(joins
      ? [{ says: '接上一段', keyName: 'B', isOff, act: () => open.edit(joinOperation(target)) }]
      : []),
    ...(part.segments.length > 1
      ? [{ says: '断开', keyName: 'D', isOff, act: () => question({ ask: 'break', ...target }) }]
      : []),
    { says: '移动', keyName: 'V', act: () => question({ ask: 'move', ...target }) },
    { says: '更正', keyName: 'C', act: correct },
    { says: '不刊', keyName: 'X', act: () => question({ ask: 'leave-out', ...target }) },
  ]
}
