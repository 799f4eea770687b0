// What the last act did, with undo at hand; why one was not done; and what to do when somebody else was faster.

import { partText } from '../operations'
import type { IssueView } from '../wire'
import { helpFor, mending } from './help'
import type { Note, OpenIssue } from './use-issue'
import './note-bar.css'

export function NoteBar({ open }: { open: OpenIssue }) {
  const { note, view, dismiss, ask } = open
  if (!note || !view) return <div className="note none" role="status" />
  return (
    <div className={`note ${note.kind}`} role={note.kind === 'done' ? 'status' : 'alert'}>
      <p>{note.text}</p>
      {note.rule && <p className="help">{helpFor(note.rule)}</p>}
      {note.was && <Differences was={note.was} now={view} />}
      {note.kind === 'done' && view.undo && (
        <button type="button" onClick={() => ask({ do: 'undo' })}>
          撤销
        </button>
      )}
      {note.asked && note.rule && note.kind === 'wrong' && <Mend note={note} open={open} />}
      {note.asked && (note.kind === 'changed' || !note.rule) && (
        <button type="button" onClick={() => note.asked && ask(note.asked)}>
          再做一次
        </button>
      )}
      {note.kind !== 'done' && (
        <button type="button" onClick={() => dismiss()}>
          知道了
        </button>
      )}
    </div>
  )
}

/** The button that does it in the way that is possible, where there is one. */
function Mend({ note, open }: { note: Note; open: OpenIssue }) {
  const asked = note.asked?.do === 'edit' ? note.asked.operations : []
  const mend = open.view && mending(note.rule ?? '', asked, open.view)
  if (!mend) return null
  return (
    <button type="button" onClick={() => open.edit(...mend.operations)}>
      {mend.says}
    </button>
  )
}

/** What was seen and what is there now, part by part, where they differ. */
function Differences({ was, now }: { was: IssueView; now: IssueView }) {
  const names = [...new Set([...was.items, ...now.items].map(({ name }) => name))].sort()
  const saying = ({ items }: IssueView, name: string) => {
    const item = items.find(one => one.name === name)
    return item
      ? [sayFacts(item), ...item.parts.map(part => `${part.role}　${partText(part)}`)]
      : ['没有这一篇']
  }
  const pairs = names.flatMap(name => {
    const [left, right] = [saying(was, name), saying(now, name)]
    const [gone, come] = [
      left.filter(text => !right.includes(text)),
      right.filter(text => !left.includes(text)),
    ]
    return gone.length + come.length > 0 ? [{ name, gone, come }] : []
  })
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">篇</th>
          <th scope="col">您看到的</th>
          <th scope="col">现在的</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ name, gone, come }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{gone.join(' / ')}</td>
            <td>{come.join(' / ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const sayFacts = ({ facts }: IssueView['items'][number]) =>
  facts.flatMap(({ label, value }) => (value ? [`${label}　${value}`] : [])).join('，')
