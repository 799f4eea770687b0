// The page of the desk: the list of issues, an issue, its preview or its publication, by what stands after # in the address.
import './desk.css'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { takeKey } from './api'
import { IssueListPage } from './issue-list-page'
import { IssuePage } from './issue-page'
import { PreviewPage } from './preview-page'
import { PublishPage } from './publish-page'
import { QueuePage } from './queue-page'
import { WritePage } from './write-page'

/** `#/gh202411/preview/03`: an issue, what is done with it, and at which place of it. */
function addressIn(hash: string) {
  const [, id, what = '', at = ''] = /^#\/([a-z0-9-]+)(?:\/([a-z]+))?(?:\/(\d+))?$/.exec(hash) ?? []
  return { id, what, at }
}

/** What stands after the # of the queue of doubts: no issue is called so. */
const queueAddress = '#/-/doubts'
/** Of writing an article for an issue that there is not yet. */
const newIssueAddress = '#/-/write'

function DeskPage() {
  const [{ id, what, at }, setAddress] = useState(() => addressIn(location.hash))
  useEffect(() => {
    const follow = () => {
      takeKey()
      setAddress(addressIn(location.hash))
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  if (location.hash === queueAddress) return <QueuePage />
  if (location.hash === newIssueAddress) return <WritePage id="" item="" />
  if (id === undefined) return <IssueListPage />
  if (what === 'preview') return <PreviewPage key={id} id={id} item={at} />
  if (what === 'write') return <WritePage key={id + at} id={id} item={at} />
  if (what === 'publish') return <PublishPage key={id} id={id} />
  return <IssuePage key={id} id={id} what={what} at={at} />
}

takeKey()
const root = document.getElementById('desk')
if (root) createRoot(root).render(<DeskPage />)
