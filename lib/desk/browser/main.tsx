// The page of the desk: the list of issues, or one issue, by what stands after # in the address.
import './desk.css'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { takeKey } from './api'
import { IssueListPage } from './issue-list-page'
import { IssuePage } from './issue-page'

const issueIn = (hash: string) => /^#\/([a-z0-9-]+)$/.exec(hash)?.[1]

function Desk() {
  const [id, setId] = useState(issueIn(location.hash))
  useEffect(() => {
    const follow = () => {
      takeKey()
      setId(issueIn(location.hash))
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return id === undefined ? <IssueListPage /> : <IssuePage key={id} id={id} />
}

takeKey()
const root = document.getElementById('desk')
if (root) createRoot(root).render(<Desk />)
