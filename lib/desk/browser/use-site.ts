// The site as it would be published, in the browser: built when it is looked at, asked after until nothing is under way.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { SiteAnswer, SiteWish } from '../wire'
import { getSite, postSite } from './api'

export type OpenSite = {
  readonly answer: SiteAnswer | undefined
  /** Why the desk did not answer, or refused; '' when it did what was asked. */
  readonly fault: string
  readonly ask: (wish: SiteWish) => void
}

/** While something is under way the desk is asked so often, in ms. */
const often = 400

/** `version`: of the issue that is looked at; with another one the site is built again. */
export function useSite(version: string | undefined): OpenSite {
  const [answer, setAnswer] = useState<SiteAnswer>()
  const [fault, setFault] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const follow = useCallback((asked: Promise<SiteAnswer>) => {
    clearTimeout(timer.current)
    asked.then(
      now => {
        setAnswer(now)
        setFault('')
        if (now.under) timer.current = setTimeout(() => follow(getSite()), often)
      },
      (error: Error) => {
        setFault(error.message)
        getSite().then(setAnswer, () => {})
      },
    )
  }, [])
  const ask = useCallback((wish: SiteWish) => follow(postSite(wish)), [follow])
  useEffect(() => {
    if (version === undefined) return
    const look = () =>
      getSite().then(
        now => (now.fresh ? setAnswer(now) : ask({ do: 'build' })),
        (error: Error) => setFault(error.message),
      )
    look()
    addEventListener('focus', look)
    return () => {
      removeEventListener('focus', look)
      clearTimeout(timer.current)
    }
  }, [version, ask])
  return { answer, fault, ask }
}

/** How far it is, in words; '' when nothing is under way. */
export function progressOf({ under, step, done, all }: SiteAnswer): string {
  if (!under) return ''
  const doing = under === 'build' ? '正在建站' : '正在发布'
  return `${doing}${step ? `：${step}` : '……'}${all > 0 ? ` ${done}/${all}` : ''}`
}
