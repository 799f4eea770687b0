// A page comes in: dropped, chosen or pasted; what becomes of it is shown, and written when the editor says so.
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Arrived, Incoming } from '../wire'
import { Alarm } from './alarm'
import { postPage } from './api'
import { readFile } from './read-file'
import { useDrop } from './use-drop'
import './take-in.css'

type Files = Incoming['files']

export function TakeIn() {
  const [files, setFiles] = useState<Files>([])
  const take = (list: readonly File[]) => {
    if (list.length > 0) Promise.all(list.map(readFile)).then(setFiles)
  }
  usePastedPage(take)
  const { isOver, drop } = useDrop(take)
  return (
    <section className={isOver ? 'take over' : 'take'} aria-label="放进一版报纸" {...drop}>
      <Offer take={take} />
      {files.length > 0 && (
        <Trial key={files.map(({ name }) => name).join()} files={files} away={() => setFiles([])} />
      )}
    </section>
  )
}

/** Takes files that are pasted into the page, or text as a file; what is pasted into a field stays there. */
function usePastedPage(take: (list: readonly File[]) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement) return
      const list = [...(event.clipboardData?.files ?? [])]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      take(list.length > 0 ? list : text.trim() ? [new File([text], '粘贴的文字.txt')] : [])
    }
    addEventListener('paste', paste)
    return () => removeEventListener('paste', paste)
  })
}

function Offer({ take }: { take: (list: readonly File[]) => void }) {
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <div className="offer">
      <h2>把一版报纸拖到这里</h2>
      <span className="quiet">
        文本、PDF、网页、Word、Markdown，和它们的图片；也可以直接粘贴文字 <kbd>Ctrl V</kbd>
      </span>
      <span className="grow" />
      <button type="button" onClick={() => chooser.current?.click()}>
        选文件……
      </button>
      <input
        type="file"
        ref={chooser}
        hidden
        multiple
        accept=".txt,.md,.pdf,.html,.htm,.docx,.jpg,.jpeg,.png,.webp"
        onChange={event => take([...(event.target.files ?? [])])}
      />
    </div>
  )
}

/** `GH202411_2.txt` → gh202411-2; what cannot be an issue's id is left to the editor. */
const idOf = (name: string): string => {
  const id = name
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[_\s.]+/g, '-')
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) ? id : ''
}

/** The page as it would be imported under an id. */
function Trial({ files, away }: { files: Files; away: () => void }) {
  const [issue, setIssue] = useState(idOf(files[0]?.name ?? ''))
  const { arrived, fault, busy, send } = useImport(issue, files)
  const isReady = arrived?.state === 'tried' && arrived.issue === issue
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send(isReady, arrived?.allowable)
  }
  return (
    <form onSubmit={submit}>
      <label>
        <span>{`${files.map(({ name }) => name).join('、')} 的期号：小写字母、数字和连字符，就是网址，发布以后不要改`}</span>
        <input value={issue} required autoComplete="off" onChange={event => setIssue(event.target.value)} />
      </label>
      <Alarm>{fault}</Alarm>
      {arrived && <Found arrived={arrived} />}
      <p className="acts">
        <button type="submit" className="main" disabled={busy}>
          {busy ? '正在读……' : isReady ? '写进去' : '先看读成什么样'}
        </button>
        {arrived?.state === 'refused' && arrived.allowable.length > 0 && (
          <button type="button" disabled={busy} onClick={() => send(true, arrived.allowable)}>
            明知如此，仍要导入
          </button>
        )}
        <button type="button" onClick={away}>
          不要了
        </button>
      </p>
    </form>
  )
}

/** Tries a page, or writes it; goes to the issue once it is written. */
function useImport(issue: string, files: Files) {
  const [arrived, setArrived] = useState<Arrived>()
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    if (arrived?.state === 'written') location.hash = `#/${arrived.issue}`
  }, [arrived])
  const send = (write: boolean, allow: readonly string[] = []) => {
    setBusy(true)
    setFault('')
    postPage({ issue, files, write, allow })
      .then(setArrived, (error: Error) => setFault(error.message))
      .finally(() => setBusy(false))
  }
  return { arrived, fault, busy, send }
}

/** What the command is told by a word is a button here. */
const asHere = (message: string) => message.replace(/请?加 --allow \S+ 再导入/u, '点“明知如此，仍要导入”')

/** What the importer has read: its items, its gravest doubts, what would change; or why it reads nothing. */
function Found({ arrived }: { arrived: Arrived }) {
  const { state, problems, items, doubts, apart, changes, encoding } = arrived
  if (state === 'refused') return <Refused problems={problems} />
  return (
    <div role="status">
      <p>{`${encoding}，读成 ${items.length} 篇；${state === 'unchanged' ? '与现有的相同，没有改动' : `会写 ${changes.join('、')}`}`}</p>
      <ol>
        {items.map(({ name, title, facts }) => (
          <li key={name}>
            <b>{name}</b>
            {title} <small className="quiet">{facts}</small>
          </li>
        ))}
      </ol>
      {apart.length > 0 && <Sayings className="need" all={apart} />}
      {doubts.length > 0 && (
        <>
          <p className="need">先看这几处，写进去以后还在：</p>
          <Sayings all={doubts} />
        </>
      )}
    </div>
  )
}

const Refused = ({ problems }: Pick<Arrived, 'problems'>) => (
  <div className="alarm" role="alert">
    <ul>
      {problems.map(({ file, line, message }) => (
        <li key={`${file}${line}${message}`}>{`${file} 第 ${line} 行：${asHere(message)}`}</li>
      ))}
    </ul>
  </div>
)

const Sayings = ({ all, className }: { all: readonly string[]; className?: string }) => (
  <ul className={className}>
    {all.map(says => (
      <li key={says}>{says}</li>
    ))}
  </ul>
)
