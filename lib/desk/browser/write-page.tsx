// 写稿: an article that has no line of the page, written or pasted; for an issue that there is, or a new one.
import { useEffect, useState } from 'react'
import type { IssueView } from '../wire'
import { getIssue } from './api'
import { Mast } from './mast'
import { sayDate } from './say-date'
import { WriteForm } from './write-form'
import './write-page.css'

/** `id`: the issue, '' for a new one; `item`: the article that is changed, '' for a new one. */
export function WritePage({ id, item }: { readonly id: string; readonly item: string }) {
  const [view, setView] = useState<IssueView>()
  const [fault, setFault] = useState('')
  const [times, setTimes] = useState(0)
  useEffect(() => {
    document.title = '写稿 · 编辑台'
    if (id) getIssue(id).then(setView, (error: Error) => setFault(error.message))
  }, [id])
  const known = view?.items.find(({ name }) => name === item)
  const paper = view && (view.publication || view.title || sayDate(view.date))
  return (
    <>
      <Mast>
        <h1 className="crumb">
          <b>{known ? '改稿' : '写稿'}</b>
          <span>{id ? `${paper ?? ''} ${id}` : '新的一期'}</span>
        </h1>
        <span className="grow" />
        {id && (
          <a className="button" href={`#/${id}`}>
            回到这一期
          </a>
        )}
      </Mast>
      <main className="write">
        {fault && (
          <p className="alarm" role="alert">
            {fault}
          </p>
        )}
        {(!id || view) && (
          <WriteForm
            key={times}
            id={id}
            item={item}
            view={view}
            text={known?.written}
            again={() => setTimes(times + 1)}
          />
        )}
      </main>
    </>
  )
}
