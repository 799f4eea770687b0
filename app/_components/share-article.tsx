// How an article is passed on. Without JavaScript all of it stands open: fields to copy by hand, the QR code, Weibo.
import { ownSettings } from '#lib/model/owner'
import { absolute, href } from '#lib/model/site'
import { weiboAddress } from '#lib/text/weibo'
import { SharePanel } from './share-panel'

type Props = {
  readonly path: string
  /** What goes into a chat; its first line is the title, its last the link. */
  readonly text: string
  /** Path of the picture of the QR code. */
  readonly qr: string
}

const { share } = ownSettings

export function ShareArticle({ path, text, qr }: Props) {
  const address = absolute(path)
  return (
    <SharePanel what="本文" text={text}>
      {share.includes('qr') ? (
        <div className="share-all">
          <figure>
            <img src={href(qr)} alt="本文链接的二维码" width={132} height={132} loading="lazy" />
            <figcaption>
              手机扫码阅读，或在微信里长按识别 <span className="address">{address}</span>
            </figcaption>
          </figure>
          <input name="link" aria-label="本文链接" readOnly defaultValue={address} />
          <textarea name="text" aria-label="微信文案" readOnly rows={3} defaultValue={text} />
          <p className="acts">
            {share.includes('weibo') ? (
              <a className="tool" href={weiboAddress(address)} target="_blank" rel="noopener noreferrer">
                发微博
              </a>
            ) : null}
          </p>
        </div>
      ) : null}
    </SharePanel>
  )
}
