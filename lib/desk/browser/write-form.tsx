// The form of an article that is written for the site. What is typed is kept on this machine until it is written.
import { type FormEvent, useRef, useState } from 'react'
import type { Cleaned, FactView, IssueView, WrittenText } from '../wire'
import { Alarm } from './alarm'
import { postWriting } from './api'
import { draftIn, type FormDraft, fieldOf, keepIn } from './drafts'
import { OptionList } from './form-fields'
import { Pasted } from './pasted'
import { sayProblems } from './say-fault'
import { usePaste } from './use-paste'

type Props = {
  readonly id: string
  readonly item: string
  readonly view: IssueView | undefined
  readonly text: WrittenText | undefined
  /** Shows the form again, without what was typed. */
  readonly again: () => void
}

export function WriteForm({ id, item, view, text, again }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const { kept, keep, forget } = useKept(`desk-written ${id} ${item}`, view?.version ?? '')
  const { says, busy, send, setSays } = useSending({ id, item, view, forget })
  const { pasted, drop, putAway } = usePaste(setSays)
  const textOf: TextOf = name => kept[name] ?? text?.[name] ?? ''
  const take = (cleaned: Cleaned) => {
    for (const field of form.current ? fillIn(form.current, cleaned) : []) keep(fieldOf({ target: field }))
    putAway()
  }
  const topics = view?.items[0]?.facts.find(({ name }) => name === 'topic')?.choices ?? []
  return (
    <form ref={form} onSubmit={send} onInput={event => keep(fieldOf(event))} {...drop}>
      <Unsent kept={kept} item={item} version={view?.version} away={() => [forget(), again()]} />
      {!id && <NewIssue kept={kept} />}
      <TextFields textOf={textOf} topics={topics} />
      <label>
        <span>
          正文：一行一段，“## ”开头的是小标题。从 Word、公众号、网页粘贴或拖进来的，先看去掉了什么再收
        </span>
        <textarea name="body" rows={16} defaultValue={textOf('body')} required />
      </label>
      {pasted && <Pasted cleaned={pasted} take={() => take(pasted)} away={putAway} />}
      <Alarm>{says}</Alarm>
      <p className="acts">
        <button type="submit" className="main" disabled={busy}>
          {busy ? '正在写……' : '写进去'}
        </button>
        <span className="quiet">写成这一期的一个文件，可以撤销；没写完的留在这台机器上</span>
      </p>
    </form>
  )
}

type TextOf = (name: keyof WrittenText) => string

/** Puts what was pasted into the form: behind a text that is there, else where nothing is. Returns the fields that it has. */
function fillIn(form: HTMLFormElement, { text }: Cleaned): readonly Element[] {
  return Object.entries(text).flatMap(([name, value]) => {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLTextAreaElement) field.value = [field.value, value].filter(Boolean).join('\n\n')
    else if (field instanceof HTMLInputElement && field.value === '') field.value = value
    return field instanceof Element ? [field] : []
  })
}

/** All but the body. */
function TextFields({ textOf, topics }: { textOf: TextOf; topics: FactView['choices'] }) {
  return (
    <div className="pairs">
      {lines.map(([name, label, hint]) => (
        <label key={name}>
          <span>{hint ? `${label}（${hint}）` : label}</span>
          <input name={name} defaultValue={textOf(name)} autoComplete="off" required={name === 'title'} />
        </label>
      ))}
      <Topic topics={topics} value={textOf('topic')} />
      <label>
        <span>状态</span>
        <select name="status" defaultValue={textOf('status') || 'ready'}>
          <option value="ready">刊发</option>
          <option value="draft">草稿，不刊发</option>
          {textOf('status') === 'withdrawn' && <option value="withdrawn">已撤回，留一页说明</option>}
        </select>
      </label>
    </div>
  )
}

/** What was typed and not written: kept over a closed tab and a crash, with the version of the issue that it began with. */
function useKept(store: string, version: string) {
  const [kept] = useState(() => draftIn(localStorage, store))
  const keep = (fields: FormDraft) =>
    keepIn(localStorage, store, { version, ...draftIn(localStorage, store), ...fields })
  return { kept, keep, forget: () => localStorage.removeItem(store) }
}

type UnsentProps = {
  readonly kept: FormDraft
  readonly item: string
  readonly version: string | undefined
  readonly away: () => void
}

/** That the form shows what was typed before, and whether the issue has changed since. */
function Unsent({ kept, item, version, away }: UnsentProps) {
  if (Object.keys(kept).length === 0) return null
  const isOld = item !== '' && kept.version !== version
  return (
    <p className={isOld ? 'unsent alarm' : 'unsent'} role={isOld ? 'alert' : 'status'}>
      <span>接着上次没有写进去的。{isOld && '那以后这一期改过：写进去，这一篇就照这里写的。'}</span>
      <button type="button" onClick={away}>
        不要了，照现在的
      </button>
    </p>
  )
}

type Sending = Omit<Props, 'text' | 'again'> & { readonly forget: () => void }

/** Sends the form; goes to the issue once it is written. */
function useSending({ id, item, view, forget }: Sending) {
  const [says, setSays] = useState('')
  const [busy, setBusy] = useState(false)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const field = (name: string) => String(data.get(name) ?? '')
    const issue = id || field('issue')
    const names = [...lines.map(([name]) => name), 'topic', 'status', 'body']
    const text = Object.fromEntries(names.map(name => [name, field(name)])) as WrittenText
    const facts = id ? {} : { facts: { publication: field('publication'), date: field('issueDate') } }
    setBusy(true)
    postWriting(issue, { version: view?.version ?? '', text, ...(item && { item }), ...facts })
      .then(({ problems }) => {
        setSays(sayProblems(problems))
        if (problems.length > 0) return
        forget()
        location.hash = `#/${issue}`
      })
      .catch((error: Error) => setSays(`${error.message}。没有存下，写的还在`))
      .finally(() => setBusy(false))
  }
  return { says, busy, send, setSays }
}

const lines: readonly (readonly [name: keyof WrittenText, label: string, hint?: string])[] = [
  ['title', '主题'],
  ['kicker', '引题'],
  ['subtitle', '副题'],
  ['column', '栏目'],
  ['byline', '署名', '照印'],
  ['authors', '作者姓名', '几个用、隔开'],
  ['provinces', '地区', '几个用、隔开，空着是全国'],
  ['cities', '市县', '几个用、隔开'],
  ['date', '日期', '如 2024-11-12'],
]

type TopicProps = { readonly topics: FactView['choices']; readonly value: string }

function Topic({ topics, value }: TopicProps) {
  return (
    <label htmlFor="topic">
      <span>分类</span>
      {topics.length > 0 ? (
        <select id="topic" name="topic" defaultValue={value}>
          <OptionList of={topics} />
        </select>
      ) : (
        <input id="topic" name="topic" defaultValue={value} autoComplete="off" />
      )}
    </label>
  )
}

function NewIssue({ kept }: { kept: FormDraft }) {
  return (
    <div className="pairs">
      <label>
        <span>期号：小写字母、数字和连字符，就是网址，发布以后不要改</span>
        <input
          name="issue"
          defaultValue={kept.issue}
          required
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
          autoComplete="off"
        />
      </label>
      <label>
        <span>报名或刊名</span>
        <input name="publication" defaultValue={kept.publication} autoComplete="off" />
      </label>
      <label>
        <span>这一期的日期，如 2024-11-12</span>
        <input name="issueDate" defaultValue={kept.issueDate} required autoComplete="off" />
      </label>
    </div>
  )
}
