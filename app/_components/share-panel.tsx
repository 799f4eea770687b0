// How an article is passed on: system sheet, link, text for a chat, QR code, Weibo, paper. Without JavaScript the fields, the QR
// code and Weibo remain.
import type { HTMLAttributes, ReactNode } from 'react'
import type { Article } from '#lib/model/article'
import { absolute, articlePath, href } from '#lib/model/site'
import { qrPath } from '#lib/publish/paths'
import { shareText, shareTitle } from '#lib/text/description'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'share-panel': HTMLAttributes<HTMLElement>
    }
  }
}

/** Weibo's own page for sharing a link. */
const weibo = (article: Article) =>
  `https://service.weibo.com/share/share.php?${new URLSearchParams({
    url: absolute(articlePath(article.id)),
    title: shareTitle(article),
  })}`

export function SharePanel({ article }: { article: Article }) {
  const address = absolute(articlePath(article.id))
  return (
    <section className="share" aria-labelledby="share">
      <h2 className="small-title" id="share">
        分享
      </h2>
      <share-panel>
        <button type="button" data-do="system" hidden>
          发给别人
        </button>
        <Field name="link" button="复制链接">
          <input name="link" aria-label="本文链接" readOnly defaultValue={address} />
        </Field>
        <Field name="text" button="复制文案">
          <textarea name="text" aria-label="微信文案" readOnly rows={3} defaultValue={shareText(article)} />
        </Field>
        <figure>
          <img
            src={href(qrPath(article.id))}
            alt="本文链接的二维码"
            width={132}
            height={132}
            loading="lazy"
          />
          <figcaption>
            手机扫码阅读，或在微信里长按识别 <span className="address">{address}</span>
          </figcaption>
        </figure>
        <p className="share-more">
          <a href={weibo(article)} target="_blank" rel="noopener noreferrer">
            发微博
          </a>
          <button type="button" data-do="print" hidden>
            打印
          </button>
        </p>
        <output />
        <button type="button" className="quote-link" data-do="quote" hidden>
          复制这段的链接
        </button>
      </share-panel>
    </section>
  )
}

function Field(props: { name: string; button: string; children: ReactNode }) {
  return (
    <div className="share-field">
      {props.children}
      <button type="button" data-do={props.name} hidden>
        {props.button}
      </button>
    </div>
  )
}
