// What a question of the desk asks for, as the fields of its form.
import type { ReactNode } from 'react'
import { breakOperation, type PartOfItem, partQuote, partText, splitOperation } from '../operations'
import type { ItemView } from '../wire'
import { type Bench, type Question, shownItem } from './bench'
import type { FormDraft } from './drafts'
import { FactsForm } from './facts-form'
import { ItemList } from './form-fields'
import { allKeys } from './keys'
import { PictureFields } from './picture-fields'

type Props = {
  readonly question: Question
  readonly bench: Bench
  /** What was typed before and not sent. */
  readonly draft: FormDraft
}

export function AskFields({ question, bench, draft }: Props): ReactNode {
  const item = shownItem(bench)
  switch (question.ask) {
    case 'correct':
      return <CorrectFields words={question.words} draft={draft} />
    case 'leave-out':
      return (
        <>
          <blockquote>{partText(question.part)}</blockquote>
          <LeftOutReason draft={draft} />
        </>
      )
    case 'move':
      return <MoveFields text={partText(question.part)} at={question.item.name} {...{ bench, draft }} />
    case 'take-back':
      return <MoveFields text={question.line.text} at={question.into} {...{ bench, draft }} />
    case 'break':
      return <Seams target={question} bench={bench} />
    case 'merge':
      return <MergeField bench={bench} value={draft.with} />
    case 'delete':
      return <DeleteFields item={item} draft={draft} />
    case 'picture':
      return <PictureFields issue={bench.view.id} item={question.item} file={question.file} draft={draft} />
    case 'facts':
      return item && <FactsForm facts={item.facts} reason={item.reason} draft={draft} />
    case 'issue':
      return <FactsForm facts={bench.view.facts} reason={bench.view.reason} draft={draft} />
    case 'keys':
      return <KeyList />
  }
}

const CorrectFields = ({ words, draft }: { words: string; draft: FormDraft }) => (
  <>
    <Text name="source" label="原文" value={draft.source ?? words} />
    <Text name="print" label="改为" value={draft.print ?? words} />
    <Text name="why" label="理由" value={draft.why ?? ''} />
  </>
)

const LeftOutReason = ({ draft }: { draft: FormDraft }) => (
  <Text name="why" label="理由，十五个字以内，如“广告”" value={draft.why ?? ''} most={15} />
)

type MoveProps = Pick<Props, 'bench' | 'draft'> & { readonly text: string; readonly at: string }

const MoveFields = ({ text, at, bench, draft }: MoveProps) => (
  <>
    <blockquote>{text}</blockquote>
    <Destinations bench={bench} at={at} value={draft.goal} />
  </>
)

function DeleteFields({ item, draft }: { item: ItemView | undefined; draft: FormDraft }) {
  if (item?.written) return <p>{`${item.name} ${item.title}：另写的一篇，删去以后可以撤销。`}</p>
  return (
    <>
      <p>{`${item?.name} ${item?.title || '（无题）'}：${item?.characters} 字列为不刊，图片撤去；可以撤销。`}</p>
      <LeftOutReason draft={draft} />
    </>
  )
}

type TextProps = {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly most?: number
}

function Text({ name, label, value, most = 200 }: TextProps) {
  return (
    <label>
      <span>{label}</span>
      <input name={name} defaultValue={value} required maxLength={most} autoComplete="off" />
    </label>
  )
}

/** All places of the issue, item by item: before each part, and at the end. */
function Destinations({ bench, at, value }: { bench: Bench; at: string; value: string | undefined }) {
  return (
    <label>
      <span>放到哪里</span>
      <select name="goal" defaultValue={value ?? `${at} `}>
        {bench.view.items.map(one => (
          <optgroup key={one.name} label={`${one.name} ${one.title}`}>
            {one.parts.map(part => (
              <option key={partQuote(part)} value={`${one.name} ${partQuote(part)}`}>
                {`在“${[...partText(part)].slice(0, 14).join('')}”之前`}
              </option>
            ))}
            <option value={`${one.name} `}>{`${one.name} 篇末`}</option>
          </optgroup>
        ))}
      </select>
    </label>
  )
}

function MergeField({ bench, value }: { bench: Bench; value: string | undefined }) {
  const { view, looking } = bench
  const others = view.items.filter(({ name }) => name !== looking.item)
  const next = others.find(({ name }) => name > looking.item) ?? others[0]
  return (
    <label>
      <span>{`并进 ${looking.item}，接在它后面`}</span>
      <select name="with" defaultValue={value ?? next?.name}>
        <ItemList of={others} />
      </select>
    </label>
  )
}

/** The seams of a paragraph: at each it can be broken, or the rest be an item of its own. */
function Seams({ target: { item, part }, bench }: { target: PartOfItem; bench: Bench }) {
  return (
    <ul className="seams">
      {part.segments.slice(1).map(({ line, text, quote }) => (
        <li key={line}>
          <span>{`第 ${line} 行：${[...text].slice(0, 16).join('')}……`}</span>
          <button type="button" onClick={() => bench.question(undefined, breakOperation(item, quote))}>
            另起一段
          </button>
          <button type="button" onClick={() => bench.question(undefined, splitOperation(item, quote))}>
            另成一篇
          </button>
        </li>
      ))}
    </ul>
  )
}

function KeyList() {
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
