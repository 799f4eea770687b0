// How a page is passed on, in one row that opens: system sheet, link, text for a chat; then QR code, Weibo, paper. Its code makes what
// only it can do. Without JavaScript an article has the rest of it open: fields to copy by hand, the QR code, Weibo.
import type { HTMLAttributes, ReactNode } from 'react'
import { shareWays } from '#lib/model/own-settings'
import { ownSettings } from '#lib/model/owner'
import { isLocal } from '#lib/model/site'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'share-panel': HTMLAttributes<HTMLElement> & {
        'data-load'?: string | undefined
        'data-query'?: string | undefined
        'data-what'?: string
        'data-off'?: string | undefined
        'data-text'?: string | undefined
      }
    }
  }
}

type Props = {
  /** “本文”, “本页”: what is passed on. */
  readonly what: string
  /** What goes into a chat; its first line is the title, its last the link. */
  readonly text: string
  /** Whether the page is what its address says at the time: a search, a narrowed list. */
  readonly query?: boolean | undefined
  /** What stands open without JavaScript: <ShareAll>. Without a QR code there is nothing that the address bar does not have. */
  readonly children?: ReactNode
}

const { share } = ownSettings
const off = shareWays.filter(way => !share.includes(way)).join(' ')

export function SharePanel({ what, text, query, children }: Props) {
  if (share.length === 0) return null
  return (
    <section className={children ? 'share' : 'share script-only'} aria-labelledby="share">
      <h2 className="small-title" id="share" tabIndex={-1}>
        分享{what}
      </h2>
      <share-panel
        data-load="near"
        data-query={query ? '' : undefined}
        data-what={what}
        data-off={off || undefined}
        data-text={children ? undefined : text}
      >
        <div className="acts" />
        {isLocal ? <p className="note">这是本机的网址，别人打不开；网站发布以后再分享。</p> : null}
        {children}
      </share-panel>
    </section>
  )
}
