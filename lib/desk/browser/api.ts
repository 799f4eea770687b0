// Asks the desk's server. The key came with the address that the terminal printed; it is kept for reloads and other tabs.
import type { Act, Answer, Arrived, Incoming, IssueList, IssueView, Refusal } from '../wire'

const store = 'desk-key'

/** Takes the key out of the address, where it stands after #, and keeps it. */
export function takeKey(): void {
  const given = /^#([\w-]{16,})$/.exec(location.hash)?.[1]
  if (given === undefined) return
  localStorage.setItem(store, given)
  history.replaceState(null, '', '#/')
}

/** What the server answered; throws an error with words for an editor. */
async function ask<Answered>(path: string, init: RequestInit = {}): Promise<Answered> {
  const headers = { 'x-desk-key': localStorage.getItem(store) ?? '', ...init.headers }
  const response = await fetch(path, { ...init, headers }).catch(() => undefined)
  if (!response) throw new Error('编辑台没有回应：请看终端里 npm run desk 是否还开着，再试一次')
  if (response.status === 401) throw new Error('请用终端里 npm run desk 打印的整个网址打开编辑台')
  const answer: unknown = await response.json()
  if (response.ok) return answer as Answered
  throw new Error((answer as Refusal).refused)
}

export const getIssues = () => ask<IssueList>('/api/issues')

export const getIssue = (id: string) => ask<IssueView>(`/api/issues/${id}`)

const post = <Answered>(path: string, value: Act | Incoming) =>
  ask<Answered>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  })

export const postAct = (id: string, act: Act) => post<Answer>(`/api/issues/${id}`, act)

export const postPage = (incoming: Incoming) => post<Arrived>('/api/imports', incoming)
