// One issue in the browser: as the server last showed it, and what is asked of it.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Operation } from '../../format/operation'
import type { Answer, IssueView } from '../wire'
import { getIssue, postAct, postPicture, postWriting } from './api'
import { readFile } from './read-file'
import { sayError, sayProblems } from './say-fault'

/** Said to the editor: done, refused, or changed by somebody else (then with the issue as it was seen before). */
export type Note = {
  readonly kind: 'done' | 'wrong' | 'changed'
  readonly text: string
  readonly was?: IssueView
  /** The rule by which it was refused. */
  readonly rule?: string
  /** What was asked and is not done. */
  readonly asked?: Wish
}

/** An act without the version, which is that of the view. */
export type Wish =
  | { readonly do: 'edit'; readonly operations: readonly Operation[] }
  | { readonly do: 'undo' | 'redo' }

export type OpenIssue = {
  readonly view: IssueView | undefined
  readonly busy: boolean
  readonly note: Note | undefined
  readonly ask: (wish: Wish) => void
  readonly edit: (...operations: readonly Operation[]) => void
  /** Takes an article away that was written for the site. */
  readonly erase: (item: string) => void
  /** Puts pictures beside an item, one after the other, until one of them is refused. */
  readonly addPictures: (item: string, files: readonly File[]) => void
  /** Takes the note away, if it is of that kind. */
  readonly dismiss: (kind?: Note['kind']) => void
  readonly reload: () => void
}

export function useIssue(id: string): OpenIssue {
  const { view, seen, show } = useView()
  const [note, setNote] = useState<Note>()
  const { busy, waiting, send } = useSend(seen, show, setNote)
  const reload = useCallback(() => {
    getIssue(id).then(show, (error: Error) => setNote({ kind: 'wrong', text: error.message }))
  }, [id, show])
  useEffect(() => {
    show(undefined)
    setNote(undefined)
    reload()
  }, [reload, show])
  /** Looks whether somebody else has changed it meanwhile, and shows both then. */
  const lookAgain = useCallback(() => {
    getIssue(id).then(
      now => {
        const was = seen.current
        if (!was || waiting.current || was.version === now.version) return
        show(now)
        setNote({ kind: 'changed', text: '这一期刚才在别处改过，这是现在的样子', was })
      },
      () => {},
    )
  }, [id, seen, waiting, show])
  useOthers(id, view?.version, lookAgain)
  const dismiss = useCallback(
    (kind?: Note['kind']) => setNote(now => (kind === undefined || now?.kind === kind ? undefined : now)),
    [],
  )
  return { view, busy, note, dismiss, reload, ...useActs(id, send) }
}

type Ref<Value> = { current: Value }
type Show = (view: IssueView | undefined) => void

/** The issue as it is shown; `seen` is the same for what runs later. */
function useView() {
  const [view, setView] = useState<IssueView>()
  const seen = useRef<IssueView>(undefined)
  const show = useCallback<Show>(now => {
    seen.current = now
    setView(now)
  }, [])
  return { view, seen, show }
}

/** Sends a request about the issue as it was seen; resolves to whether it was done. `wish`: what it asks for, to ask again. */
type Send = (request: (was: IssueView) => Promise<Answer>, wish?: Wish) => Promise<boolean>

/** Sends what is asked for, unless something is on its way, and tells what came of it. */
function useSend(seen: Ref<IssueView | undefined>, show: Show, setNote: (note: Note) => void) {
  const [busy, setBusy] = useState(false)
  const waiting = useRef(false)
  const send = useCallback<Send>(
    async (request, wish) => {
      const was = seen.current
      if (!was || waiting.current) return false
      waiting.current = true
      setBusy(true)
      try {
        const answer = await request(was)
        show(answer.view)
        setNote(noteOf(answer, was, wish))
        return answer.problems.length === 0
      } catch (error) {
        const text = `${sayError(error)}。没有存下：这一步`
        setNote({ kind: 'wrong', text, ...(wish && { asked: wish }) })
        return false
      } finally {
        waiting.current = false
        setBusy(false)
      }
    },
    [seen, show, setNote],
  )
  return { busy, waiting, send }
}

/** What can be asked of an issue. */
function useActs(id: string, send: Send): Pick<OpenIssue, 'ask' | 'edit' | 'addPictures' | 'erase'> {
  return useMemo(() => {
    const ask = (wish: Wish) => {
      send(was => postAct(id, { ...wish, version: was.version }), wish)
    }
    return {
      ask,
      edit: (...operations) => ask({ do: 'edit', operations }),
      addPictures: async (item, files) => {
        for (const file of files) {
          const read = await readFile(file)
          if (!(await send(({ version }) => postPicture(id, { ...read, version, item })))) return
        }
      },
      erase: item => {
        send(async was => {
          const answer = await postWriting(id, { version: was.version, erase: item })
          return { ...answer, view: answer.view ?? was }
        })
      },
    }
  }, [id, send])
}

/** Tells the other tabs of this browser of each version, and looks again when one of them tells, or when the editor comes back. */
function useOthers(id: string, version: string | undefined, look: () => void): void {
  const tabs = useRef<BroadcastChannel>(undefined)
  useEffect(() => {
    const channel = new BroadcastChannel(`desk ${id}`)
    channel.onmessage = look
    tabs.current = channel
    addEventListener('focus', look)
    return () => {
      channel.close()
      removeEventListener('focus', look)
    }
  }, [id, look])
  useEffect(() => {
    if (version) tabs.current?.postMessage(version)
  }, [version])
}

function noteOf({ problems, done, changes, cause }: Answer, was: IssueView, asked: Wish | undefined): Note {
  const [first] = problems
  if (!first) return { kind: 'done', text: changes.length > 0 ? done : `${done}：已经是这样` }
  if (first.rule === 'edit-changed')
    return { kind: 'changed', text: first.message, was, rule: first.rule, ...(asked && { asked }) }
  return { kind: 'wrong', text: sayProblems(problems), rule: cause ?? first.rule, ...(asked && { asked }) }
}
