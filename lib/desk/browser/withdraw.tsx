// 撤下: an article or the whole issue is withdrawn, with a reason that readers see; its address stays.
import { type FormEvent, useRef } from 'react'
import type { Operation } from '../../format/operation'
import { factOperation, issueFactOperation } from '../operations'
import type { IssueView } from '../wire'
import { ItemList, ReasonField } from './form-fields'

type Props = {
  readonly view: IssueView
  readonly busy: boolean
  readonly edit: (...operations: readonly Operation[]) => void
}

export function Withdraw({ view, busy, edit }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const [which, why] = [String(data.get('which')), String(data.get('why')).trim()]
    const item = view.items.find(({ name }) => name === which)
    const set = item ? factOperation(item, 'status', 'withdrawn') : issueFactOperation('status', 'withdrawn')
    dialog.current?.close()
    edit({ ...set, why })
  }
  return (
    <div className="withdraw">
      <button type="button" disabled={busy} onClick={() => dialog.current?.showModal()}>
        撤下一篇，或整期……
      </button>
      <dialog ref={dialog} aria-labelledby="withdraw">
        <WithdrawForm items={view.items} send={send} close={() => dialog.current?.close()} />
      </dialog>
    </div>
  )
}

type FormProps = {
  readonly items: IssueView['items']
  readonly send: (event: FormEvent<HTMLFormElement>) => void
  readonly close: () => void
}

function WithdrawForm({ items, send, close }: FormProps) {
  return (
    <form onSubmit={send}>
      <h2 id="withdraw">撤下</h2>
      <p className="quiet">
        网址还在，那一页只写题目、“已撤回”和理由；列表、订阅、搜索里都不再有它。发布以后才生效，可以撤销。
      </p>
      <label>
        <span>哪一篇</span>
        <select name="which">
          <ItemList of={items} />
          <option value="00">整期</option>
        </select>
      </label>
      <ReasonField />
      <p className="acts">
        <button type="submit" className="main">
          撤下 <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={close}>
          不撤 <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  )
}
