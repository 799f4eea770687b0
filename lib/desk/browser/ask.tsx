// Questions of the desk: a dialog with one form each. What is typed is kept until it is sent or put away, over reloads too.
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { answerOf } from './answer'
import { Fields } from './ask-fields'
import { type Bench, itemOf, type Question } from './bench'
import { draftIn, fieldOf, keepIn } from './drafts'
import { quoteOf } from './operations'
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
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const operations = answerOf(question, bench, name => String(data.get(name) ?? '').trim())
    sessionStorage.removeItem(draftName(question, bench))
    close()
    const item = itemOf(bench)
    if (question.ask === 'delete' && item?.written) bench.open.erase(item.name)
    else if (operations.length > 0) bench.open.edit(...operations)
  }
  const keep = (event: FormEvent<HTMLFormElement>) =>
    keepIn(sessionStorage, draftName(question, bench), fieldOf(event))
  const away = () => {
    sessionStorage.removeItem(draftName(question, bench))
    close()
  }
  return (
    <dialog ref={dialog} aria-labelledby="asked" onClose={close} onCancel={away}>
      <form onSubmit={send} onInput={keep} onKeyDown={sendFromList}>
        <h2 id="asked">{titles[question.ask]}</h2>
        <Fields
          question={question}
          bench={bench}
          draft={draftIn(sessionStorage, draftName(question, bench))}
        />
        <p className="acts">
          {question.ask !== 'keys' && question.ask !== 'break' && (
            <button type="submit" className="main">
              {question.ask === 'facts' || question.ask === 'issue' ? '记下' : '照办'} <kbd>Enter</kbd>
            </button>
          )}
          <button type="button" onClick={away}>
            {question.ask === 'keys' ? '关上' : '不改'} <kbd>Esc</kbd>
          </button>
        </p>
      </form>
    </dialog>
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
  const place = placeOf(question, looking.item)
  return `desk-draft ${view.id} ${question.ask} ${place}`
}

function placeOf(question: Question, item: string): string {
  if (question.ask === 'take-back') return String(question.line.number)
  if (question.ask === 'picture') return question.file
  if ('part' in question) return quoteOf(question.part)
  return question.ask === 'delete' || question.ask === 'facts' ? item : ''
}
