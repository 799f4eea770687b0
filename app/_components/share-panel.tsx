// How a page is passed on, in one row that opens: system sheet, link, text for a chat; then QR code, Weibo, paper. Without
// JavaScript all of it stands open: fields to copy by hand, the QR code, Weibo.
import type { HTMLAttributes } from 'react'
import { ownSettings } from '#lib/model/owner'
import { absolute, href, isLocal } from '#lib/model/site'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'share-panel': HTMLAttributes<HTMLElement> & {
        'data-load'?: string | undefined
        'data-query'?: string | undefined
      }
    }
  }
}

type Props = {
  /** “本文”, “本页”: what is passed on. */
  readonly what: string
  readonly path: string
  /** What Weibo is told. */
  readonly title: string
  /** What goes into a chat; its first line is the title, its last the link. */
  readonly text: string
  /** Path of the picture of the QR code. */
  readonly qr?: string | undefined
  /** On pages that may be shorter than a screen the code comes at once; else when the row comes near. */
  readonly atOnce?: boolean | undefined
  /** Whether the page is what its address says at the time: a search, a narrowed list. */
  readonly query?: boolean | undefined
}

/** Weibo's own page for sharing a link. */
const weibo = (url: string, title: string) =>
  `https://service.weibo.com/share/share.php?${new URLSearchParams({ url, title })}`

const { share } = ownSettings
/** What the row itself offers; the rest stands behind 更多. */
const behind = share.some(way => way === 'qr' || way === 'weibo' || way === 'print')

export function SharePanel({ what, path, title, text, query, atOnce, ...given }: Props) {
  if (share.length === 0) return null
  const address = absolute(path)
  const qr = share.includes('qr') ? given.qr : undefined
  return (
    <section className="share" aria-labelledby="share">
      <h2 className="small-title" id="share" tabIndex={-1}>
        分享{what}
      </h2>
      <share-panel data-load={atOnce ? undefined : 'near'} data-query={query ? '' : undefined}>
        <div className="acts">
          {share.includes('system') ? <Act name="system">发给别人</Act> : null}
          {share.includes('link') ? <Act name="link">复制链接</Act> : null}
          {share.includes('text') ? <Act name="text">复制文案</Act> : null}
          {behind ? <Act name="more">{qr ? '二维码等' : '更多'}</Act> : null}
        </div>
        <output />
        <p className="note" data-wechat="" hidden>
          在微信里：点右上角的“···”，发给朋友或分享到朋友圈。
        </p>
        {isLocal ? <p className="note">这是本机的网址，别人打不开；网站发布以后再分享。</p> : null}
        {/* Without a QR code there is nothing that the address bar does not have: the fields only hold what is copied. */}
        <div className={qr ? 'share-all' : 'share-all folded'}>
          {qr ? (
            <figure>
              <img src={href(qr)} alt={`${what}链接的二维码`} width={132} height={132} loading="lazy" />
              <figcaption>
                手机扫码阅读，或在微信里长按识别 <span className="address">{address}</span>
              </figcaption>
            </figure>
          ) : null}
          <input name="link" aria-label={`${what}链接`} readOnly defaultValue={address} />
          <textarea name="text" aria-label="微信文案" readOnly rows={3} defaultValue={text} />
          <p className="acts">
            {share.includes('weibo') ? (
              <a href={weibo(address, title)} target="_blank" rel="noopener noreferrer">
                发微博
              </a>
            ) : null}
            {share.includes('print') ? <Act name="print">打印</Act> : null}
          </p>
        </div>
        <button type="button" className="quote-link" data-do="quote" hidden>
          复制这段的链接
        </button>
      </share-panel>
    </section>
  )
}

/** A button that is there when the browser can do it. */
function Act({ name, children }: { name: string; children: string }) {
  return (
    <button type="button" data-do={name} aria-expanded={name === 'more' ? false : undefined} hidden>
      {children}
    </button>
  )
}
