// Questions of the desk: a dialog with one form each. What is typed is kept until it is sent or put away, over reloads too.
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { partQuote } from '../operations'
import { answerOf } from './answer'
import { AskFields } from './ask-fields'
import { type Bench, type Question, shownItem } from './bench'
import { draftIn, fieldOf, keepIn } from './drafts'
import './ask.css'

type Props = { readonly question: Question; readonly bench: Bench; readonly close: () => void }

const titles: Readonly<Record<Question['ask'], string>> = {
  correct: '更正一个词',
  'leave-out': '这一段不刊',
  move: '移到别处',
  break: '从哪里断开',
  'take-back': '收回这一行',
  merge: '与哪一篇并成一篇',
  picture: '这张图片',
  delete: '删去这一篇',
  facts: '这一篇的地区、分类、姓名、日期',
  issue: '这一期',
  keys: '全部按键',
}

export function Ask({ question, bench, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  const draft = draftName(question, bench)
  const putAway = () => {
    sessionStorage.removeItem(draft)
    close()
  }
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const operations = answerOf(question, bench, name => String(data.get(name) ?? '').trim())
    putAway()
    const item = shownItem(bench)
    if (question.ask === 'delete' && item?.written) bench.open.erase(item.name)
    else if (operations.length > 0) bench.open.edit(...operations)
  }
  const keep = (event: FormEvent<HTMLFormElement>) => keepIn(sessionStorage, draft, fieldOf(event))
  return (
    <dialog ref={dialog} aria-labelledby="asked" onClose={close} onCancel={putAway}>
      <form onSubmit={send} onInput={keep} onKeyDown={sendFromList}>
        <h2 id="asked">{titles[question.ask]}</h2>
        <AskFields question={question} bench={bench} draft={draftIn(sessionStorage, draft)} />
        <Buttons of={question.ask} putAway={putAway} />
      </form>
    </dialog>
  )
}

function Buttons({ of, putAway }: { of: Question['ask']; putAway: () => void }) {
  return (
    <p className="acts">
      {of !== 'keys' && of !== 'break' && (
        <button type="submit" className="main">
          {of === 'facts' || of === 'issue' ? '记下' : '照办'} <kbd>Enter</kbd>
        </button>
      )}
      <button type="button" onClick={putAway}>
        {of === 'keys' ? '关上' : '不改'} <kbd>Esc</kbd>
      </button>
    </p>
  )
}

/** Enter in a list or a field of several lines answers the question, as it does in a field of one. */
function sendFromList(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, key, shiftKey, nativeEvent } = event
  const isAnswer = target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
  if (key !== 'Enter' || shiftKey || nativeEvent.isComposing || !isAnswer) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}

/** Where what is typed is kept: one for each question about each place. */
function draftName(question: Question, { view, looking }: Bench): string {
  const place = subjectOf(question, looking.item)
  return `desk-draft ${view.id} ${question.ask} ${place}`
}

function subjectOf(question: Question, item: string): string {
  if (question.ask === 'take-back') return String(question.line.number)
  if (question.ask === 'picture') return question.file
  if ('part' in question) return partQuote(question.part)
  return question.ask === 'delete' || question.ask === 'facts' ? item : ''
}
