// The example: a copy of a real issue that can be played with. Its address has ?example, and everything is asked of the copy.
import { useState } from 'react'
import { resetExample } from './api'
import './example.css'

/** On every page of the example: what it is, how to put it back, how to leave it. */
export function ExampleBar() {
  const [says, setSays] = useState('这是练习用的一份，改坏了不要紧，真的那一期不会变')
  if (location.search !== '?example') return null
  const reset = () => {
    resetExample().then(
      () => location.reload(),
      (error: Error) => setSays(error.message),
    )
  }
  return (
    <aside className="example">
      <p>{says}</p>
      <button type="button" onClick={reset}>
        放回原样
      </button>
      <a className="button" href="/#/">
        不练了，回到报架
      </a>
    </aside>
  )
}
