// Asks the desk's server. The key came with the address that the terminal printed; it is kept for reloads and other tabs.
import type {
  Act,
  Answer,
  Arrived,
  Check,
  Cleaned,
  DoubtQueue,
  GivenPicture,
  Incoming,
  IssueList,
  IssueView,
  Refusal,
  SiteAnswer,
  SiteChanges,
  SiteWish,
  Way,
  Writing,
  WritingAnswer,
} from '../wire'

const store = 'desk-key'

/** Takes the key out of the address, where it stands after #, and keeps it. */
export function takeKey(): void {
  const given = /^#([\w-]{16,})$/.exec(location.hash)?.[1]
  if (given === undefined) return
  localStorage.setItem(store, given)
  history.replaceState(null, '', '#/')
}

/** The server's response; throws an error with words for an editor. */
async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { 'x-desk-key': localStorage.getItem(store) ?? '', ...init.headers }
  const whose = location.search === '?example' ? path.replace('/api/', '/api/example/') : path
  const response = await fetch(whose, { ...init, headers }).catch(() => undefined)
  if (!response) throw new Error('编辑台没有回应：请看终端里 npm run desk 是否还开着，再试一次')
  if (response.status === 401) throw new Error('请用终端里 npm run desk 打印的整个网址打开编辑台')
  if (response.ok) return response
  throw new Error(((await response.json()) as Refusal).refused)
}

const ask = async <Answered>(path: string, init?: RequestInit) =>
  (await (await send(path, init)).json()) as Answered

export const getIssues = () => ask<IssueList>('/api/issues')

export const getDoubts = () => ask<DoubtQueue>('/api/doubts')

export const getIssue = (id: string) => ask<IssueView>(`/api/issues/${id}`)

const post = <Answered>(path: string, value: Act | Incoming | SiteWish | GivenPicture | Writing) =>
  ask<Answered>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  })

export const postAct = (id: string, act: Act) => post<Answer>(`/api/issues/${id}`, act)

export const postPage = (incoming: Incoming) => post<Arrived>('/api/imports', incoming)

export const getPicture = async (id: string, file: string) =>
  (await send(`/api/issues/${id}/pictures/${file}`)).blob()

export const getSheet = async (id: string, page: number, width: number) =>
  (await send(`/api/issues/${id}/pages/${page}/${width}`)).blob()

export const postPicture = (id: string, picture: GivenPicture) =>
  post<Answer>(`/api/issues/${id}/pictures`, picture)

export const getSite = () => ask<SiteAnswer>('/api/site')

export const postSite = (wish: SiteWish) => post<SiteAnswer>('/api/site', wish)

export const getChanges = (way: Way) => ask<SiteChanges>(`/api/site/${way}`)

export const getChecks = (id: string) => ask<readonly Check[]>(`/api/checks/${id}`)

export const postWriting = (id: string, writing: Writing) =>
  post<WritingAnswer>(`/api/issues/${id}/written`, writing)

/** Reads a text as the importer would, and writes nothing. */
export const postClean = (file: Incoming['files'][number]) =>
  post<Cleaned>('/api/clean', { issue: 'paste', files: [file], write: false, allow: [] })

/** Puts the example back as the issue is that it was copied from. */
export const resetExample = async () => {
  const headers = { 'x-desk-key': localStorage.getItem(store) ?? '', 'content-type': 'application/json' }
  const response = await fetch('/api/example', { method: 'POST', headers, body: '{}' })
  if (!response.ok) throw new Error(((await response.json()) as Refusal).refused)
}
