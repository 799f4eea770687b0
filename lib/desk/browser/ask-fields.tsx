// What a question of the desk asks for, as the fields of its form.
import type { ReactNode } from 'react'
import { type Bench, itemOf, type Question } from './bench'
import type { Draft } from './drafts'
import { FactsForm } from './facts-form'
import { allKeys } from './keys'
import { breakAt, quoteOf, splitAt, type Target, textOf } from './operations'
import { PictureFields } from './picture-fields'

export function Fields({
  question,
  bench,
  draft,
}: {
  question: Question
  bench: Bench
  draft: Draft
}): ReactNode {
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
    case 'delete':
      if (item?.written) return <p>{`${item.name} ${item.title}：另写的一篇，删去以后可以撤销。`}</p>
      return (
        <>
          <p>{`${item?.name} ${item?.title || '（无题）'}：${item?.characters} 字列为不刊，图片撤去；可以撤销。`}</p>
          <Text name="why" label="理由，十五个字以内，如“广告”" value={draft.why ?? ''} most={15} />
        </>
      )
    case 'picture':
      return <PictureFields issue={bench.view.id} item={question.item} file={question.file} draft={draft} />
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

function Text({ name, label, value, most = 200 }: TextProps) {
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
