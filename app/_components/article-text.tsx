// The text of an article: tip box, pictures, body, credit and signature, corrections.

import { renderBody } from '#lib/format/markdown'
import type { Article } from '#lib/model/article'
import { textsIn } from '#lib/model/article-fields'
import { sayCorrection } from '#lib/text/correction'
import { Pictures } from './pictures'

type Props = {
  readonly article: Article
  /** Goes before the ids of the paragraphs, where several articles share a page. */
  readonly prefix?: string
}

/** Without a prefix the article has the page to itself, and its main picture is loaded at once. */
export function ArticleText({ article, prefix = '' }: Props) {
  const pictured = article.pictures.length > 0
  const isCaption = pictured && article.kind === 'photo'
  return (
    <>
      {article.tip ? (
        <aside className="tip" id={`${prefix}tip`} aria-label={article.tipLabel || '提示'}>
          {article.tipLabel ? <b>{article.tipLabel}</b> : null}
          <p>{article.tip}</p>
        </aside>
      ) : null}
      {isCaption ? (
        <Pictures article={article} prefix={prefix} atOnce={prefix === ''}>
          <Text article={article} prefix={prefix} />
        </Pictures>
      ) : (
        <>
          {pictured ? <Pictures article={article} prefix={prefix} atOnce={prefix === ''} /> : null}
          <Text article={article} prefix={prefix} />
        </>
      )}
      {article.corrections.length > 0 ? <Corrections article={article} /> : null}
    </>
  )
}

function Text({ article, prefix }: { article: Article; prefix: string }) {
  const alone = article.kind === 'photo' && article.pictures.length === 0
  return (
    <div className={alone ? 'column-of-text caption' : 'column-of-text'}>
      {/* renderBody sanitises: no tag, attribute or address gets through that Markdown alone cannot make. */}
      <div
        className="body"
        data-body=""
        dangerouslySetInnerHTML={{ __html: renderBody(article.body, prefix) }}
      />
      {article.kind === 'photo' && article.byline ? <p className="credit">{article.byline}</p> : null}
      {textsIn(article, 'foot').map(text => (
        <p className="credit" key={text}>
          {text}
        </p>
      ))}
      {alone ? <p className="note">原始材料里只有文字，没有图片。</p> : null}
    </div>
  )
}

function Corrections({ article }: { article: Article }) {
  return (
    <section className="corrections" aria-labelledby={`${article.id}-corrections`}>
      <h2 className="small-title" id={`${article.id}-corrections`}>
        更正说明
      </h2>
      <ul>
        {article.corrections.map(correction => (
          <li key={correction.source}>{sayCorrection(correction)}</li>
        ))}
      </ul>
    </section>
  )
}
