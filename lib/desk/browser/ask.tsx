// Questions of the desk: a dialog with one form each. What is typed is kept until it is sent or put away, over reloads too.
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { type Bench, itemOf, type Kept, type Question } from './bench'
import { FactsForm, factsAsked } from './facts-form'
import { allKeys } from './keys'
import {
  breakAt,
  correctWords,
  leaveOut,
  mergeInto,
  moveTo,
  quoteOf,
  setFact,
  setIssueFact,
  splitAt,
  type Target,
  takeBack,
  textOf,
} from './operations'

type Props = { readonly question: Question; readonly bench: Bench; readonly close: () => void }

const titles: Readonly<Record<Question['ask'], string>> = {
  correct: '更正一个词',
  'leave-out': '这一段不刊',
  move: '移到别处',
  break: '从哪里断开',
  'take-back': '收回这一行',
  merge: '与哪一篇并成一篇',
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
    if (operations.length > 0) bench.open.edit(...operations)
  }
  const keep = (event: FormEvent<HTMLFormElement>) => {
    const values = Object.fromEntries(new FormData(event.currentTarget))
    sessionStorage.setItem(draftName(question, bench), JSON.stringify(values))
  }
  const away = () => {
    sessionStorage.removeItem(draftName(question, bench))
    close()
  }
  return (
    <dialog ref={dialog} aria-labelledby="asked" onClose={close} onCancel={away}>
      <form onSubmit={send} onInput={keep} onKeyDown={sendFromList}>
        <h2 id="asked">{titles[question.ask]}</h2>
        <Fields question={question} bench={bench} draft={draftOf(draftName(question, bench))} />
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

/** Enter in a list answers the question, as it does in a field. */
function sendFromList(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement)) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}

/** Where what is typed is kept: one for each question about each place. */
function draftName(question: Question, { view }: Bench): string {
  const place =
    question.ask === 'take-back' ? question.line.number : 'part' in question ? quoteOf(question.part) : ''
  return `desk-draft ${view.id} ${question.ask} ${place}`
}

function draftOf(name: string): Kept {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}') as Kept
  } catch {
    return {}
  }
}

type Field = (name: string) => string

/** What the answer comes to; nothing where nothing is to be changed. */
function answerOf(question: Question, bench: Bench, field: Field) {
  const item = itemOf(bench)
  switch (question.ask) {
    case 'correct':
      return [correctWords(question.item, field('source'), field('print'), field('why'))]
    case 'leave-out':
      return [leaveOut(question, field('why'))]
    case 'move':
      return [moveTo(question, goalOf(field))]
    case 'take-back':
      return [takeBack(question.line.text, goalOf(field))]
    case 'merge': {
      const other = bench.view.items.find(({ name }) => name === field('with'))
      return item && other ? [mergeInto(item, other)] : []
    }
    case 'facts':
      return item ? factsAsked(item, field, (name, value) => setFact(item, name, value)) : []
    case 'issue':
      return factsAsked(bench.view, field, setIssueFact)
    default:
      return []
  }
}

/** `03 本报讯`: an item and the opening of the part before which it goes. */
function goalOf(field: Field) {
  const [item = '', ...before] = field('goal').split(' ')
  return { item, before: before.join(' ') }
}

function Fields({ question, bench, draft }: { question: Question; bench: Bench; draft: Kept }): ReactNode {
  const item = itemOf(bench)
  switch (question.ask) {
    case 'correct':
      return (
        <>
          <Text name="source" label="原文" value={draft.source ?? question.words} />
          <Text name="print" label="改为" value={draft.print ?? question.words} />
          <Text name="why" label="理由" value={draft.why ?? ''} />
        </>
      )
    case 'leave-out':
      return (
        <>
          <blockquote>{textOf(question.part)}</blockquote>
          <Text name="why" label="理由，十五个字以内，如“广告”" value={draft.why ?? ''} most={15} />
        </>
      )
    case 'move':
    case 'take-back':
      return (
        <>
          <blockquote>{question.ask === 'take-back' ? question.line.text : textOf(question.part)}</blockquote>
          <Goals
            bench={bench}
            at={question.ask === 'take-back' ? question.into : question.item.name}
            value={draft.goal}
          />
        </>
      )
    case 'break':
      return <Seams target={question} bench={bench} />
    case 'merge':
      return <Items bench={bench} value={draft.with} />
    case 'facts':
      return item && <FactsForm facts={item.facts} reason={item.reason} draft={draft} />
    case 'issue':
      return <FactsForm facts={bench.view.facts} reason={bench.view.reason} draft={draft} />
    case 'keys':
      return <Keys />
  }
}

type TextProps = {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly most?: number
}

export function Text({ name, label, value, most = 200 }: TextProps) {
  return (
    <label>
      <span>{label}</span>
      <input name={name} defaultValue={value} required maxLength={most} autoComplete="off" />
    </label>
  )
}

/** All places of the issue, item by item: before each part, and at the end. */
function Goals({ bench, at, value }: { bench: Bench; at: string; value: string | undefined }) {
  return (
    <label>
      <span>放到哪里</span>
      <select name="goal" defaultValue={value ?? `${at} `}>
        {bench.view.items.map(one => (
          <optgroup key={one.name} label={`${one.name} ${one.title}`}>
            {one.parts.map(part => (
              <option key={quoteOf(part)} value={`${one.name} ${quoteOf(part)}`}>
                {`在“${[...textOf(part)].slice(0, 14).join('')}”之前`}
              </option>
            ))}
            <option value={`${one.name} `}>{`${one.name} 篇末`}</option>
          </optgroup>
        ))}
      </select>
    </label>
  )
}

function Items({ bench, value }: { bench: Bench; value: string | undefined }) {
  const { view, looking } = bench
  const others = view.items.filter(({ name }) => name !== looking.item)
  const next = others.find(({ name }) => name > looking.item) ?? others[0]
  return (
    <label>
      <span>{`并进 ${looking.item}，接在它后面`}</span>
      <select name="with" defaultValue={value ?? next?.name}>
        {others.map(({ name, title }) => (
          <option key={name} value={name}>{`${name} ${title || '（无题）'}`}</option>
        ))}
      </select>
    </label>
  )
}

/** The seams of a paragraph: at each it can be broken, or the rest be an item of its own. */
function Seams({ target: { item, part }, bench }: { target: Target; bench: Bench }) {
  return (
    <ul className="seams">
      {part.segments.slice(1).map(({ line, text, quote }) => (
        <li key={line}>
          <span>{`第 ${line} 行：${[...text].slice(0, 16).join('')}……`}</span>
          <button type="button" onClick={() => bench.question(undefined, breakAt(item, quote))}>
            另起一段
          </button>
          <button type="button" onClick={() => bench.question(undefined, splitAt(item, quote))}>
            另成一篇
          </button>
        </li>
      ))}
    </ul>
  )
}

function Keys() {
  return (
    <dl className="all-keys">
      {allKeys.map(([keys, does]) => (
        <div key={keys}>
          <dt>{keys}</dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}
