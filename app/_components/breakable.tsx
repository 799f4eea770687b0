// A heading with <wbr> where a line of it may break. Its text is the heading's own, and so is what is copied or read aloud.
import { createElement, Fragment } from 'react'
import { breakable } from '#lib/text/heading-breaks'

export function Breakable({ children }: { children: string }) {
  const [first = '', ...rest] = breakable(children)
  return createElement(Fragment, null, first, ...rest.flatMap(piece => [createElement('wbr'), piece]))
}
