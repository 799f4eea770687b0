// The queue of doubts in the browser: as it is read, and what is decided about it.
import { useEffect, useMemo, useState } from 'react'
import type { Operation } from '../../format/operation'
import { inOrder, queueOf } from '../queue'
import type { DoubtQueue, IssueQueue, QueuedDoubt } from '../wire'
import { getDoubts, postAct } from './api'
import { sayError, sayProblems } from './say-fault'
import type { Wish } from './use-issue'

type Said = { readonly text: string; readonly isWrong: boolean }

/** Undo takes back what was decided here, the last first. */
export function useQueue() {
  const [queues, setQueues] = useState<readonly IssueQueue[]>([])
  const [left, setLeft] = useState(1)
  const [said, setSaid] = useState<Said>({ text: '', isWrong: false })
  const [done, setDone] = useState<readonly string[]>([])
  useEffect(
    () =>
      readQueues(
        answer => {
          setQueues(answer.queues)
          setLeft(answer.left)
        },
        text => {
          setLeft(0)
          setSaid({ text, isWrong: true })
        },
      ),
    [],
  )
  const { busy, act } = useQueueAct(queues, setQueues, setSaid)
  const decide = async ({ issue }: QueuedDoubt, operations: readonly Operation[]) => {
    if (!busy && (await act(issue, { do: 'edit', operations }))) setDone(all => [...all, issue])
  }
  const undo = async () => {
    const issue = done.at(-1)
    if (!busy && issue !== undefined && (await act(issue, { do: 'undo' }))) setDone(all => all.slice(0, -1))
  }
  const doubts = useMemo(() => inOrder(queues), [queues])
  return { doubts, left, said, busy, decide, undo, canUndo: done.length > 0 }
}

/** Asks for the doubts until none are left to be read; returns what ends the asking. */
function readQueues(hear: (answer: DoubtQueue) => void, fail: (says: string) => void): () => void {
  let isGone = false
  const read = async (): Promise<void> => {
    const answer = await getDoubts()
    if (isGone) return
    hear(answer)
    if (answer.left > 0) await read()
  }
  read().catch((error: Error) => fail(error.message))
  return () => {
    isGone = true
  }
}

/** An act on one of the issues; it resolves to whether it was done. */
function useQueueAct(
  queues: readonly IssueQueue[],
  setQueues: (change: (all: readonly IssueQueue[]) => readonly IssueQueue[]) => void,
  setSaid: (said: Said) => void,
) {
  const [busy, setBusy] = useState(false)
  const act = async (issue: string, wish: Wish): Promise<boolean> => {
    const version = queues.find(one => one.issue === issue)?.version
    if (version === undefined) return false
    setBusy(true)
    try {
      const { view, problems, done: says } = await postAct(issue, { ...wish, version })
      setQueues(all => all.map(one => (one.issue === issue ? queueOf(view) : one)))
      const wrong = sayProblems(problems)
      setSaid({ text: wrong || `${says}（${issue}）`, isWrong: wrong !== '' })
      return wrong === ''
    } catch (error) {
      setSaid({ text: `${sayError(error)}。没有存下这一步`, isWrong: true })
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, act }
}
