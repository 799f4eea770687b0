// 写稿: an article that has no line of the page, written or pasted; for an issue that there is, or a new one.
import { useEffect, useState } from 'react'
import type { IssueView } from '../wire'
import { Alarm } from './alarm'
import { getIssue } from './api'
import { Mast } from './mast'
import { sayIssue } from './say-date'
import { usePageTitle } from './use-page-title'
import { WriteForm } from './write-form'
import './write-page.css'

/** `id`: the issue, '' for a new one; `item`: the article that is changed, '' for a new one. */
export function WritePage({ id, item }: { readonly id: string; readonly item: string }) {
  const [view, setView] = useState<IssueView>()
  const [fault, setFault] = useState('')
  const [times, setTimes] = useState(0)
  usePageTitle('写稿')
  useEffect(() => {
    if (id) getIssue(id).then(setView, (error: Error) => setFault(error.message))
  }, [id])
  const known = view?.items.find(({ name }) => name === item)
  const again = () => setTimes(times + 1)
  return (
    <>
      <Mast>
        <h1 className="crumb">
          <b>{known ? '改稿' : '写稿'}</b>
          <span>{id ? `${view ? sayIssue(view) : ''} ${id}` : '新的一期'}</span>
        </h1>
        <span className="grow" />
        {id && (
          <a className="button" href={`#/${id}`}>
            回到这一期
          </a>
        )}
      </Mast>
      <main className="write">
        <Alarm>{fault}</Alarm>
        {(!id || view) && (
          <WriteForm key={times} id={id} item={item} view={view} text={known?.written} again={again} />
        )}
      </main>
    </>
  )
}
