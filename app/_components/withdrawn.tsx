// What stands at the address of something that was withdrawn: its name, that it is gone, why, and where to go from here.
import type { ReactNode } from 'react'
import { homePath, href } from '#lib/model/site'
import { Breakable } from './breakable'

type Props = {
  readonly title: string
  /** What was withdrawn: 这篇文章. */
  readonly what: string
  readonly reason: string
  /** Further links. */
  readonly children?: ReactNode
}

export function Withdrawn({ title, what, reason, children }: Props) {
  return (
    <div className="story">
      <p className="crumbs">{`${what}已撤回。`}</p>
      <h1>
        <Breakable>{title}</Breakable>
      </h1>
      <p>{`撤回理由：${reason}`}</p>
      <p className="ends">
        {children}
        <a className="tool" href={href(homePath)}>
          回首页
        </a>
      </p>
    </div>
  )
}
