// The heading of an article as it was printed: column label, kicker above the title, subtitle below it.
import type { Article } from '#lib/model/article'
import { displayTitle } from '#lib/text/reading'
import { Breakable } from './breakable'

/** `level` 1 on the article's own page, 2 where it stands among others. */
export function Headline({ article, level }: { article: Article; level: 1 | 2 }) {
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <>
      {article.column ? <p className="column">{article.column}</p> : null}
      <hgroup>
        {article.kicker ? (
          <p className="kicker">
            <Breakable>{article.kicker}</Breakable>
          </p>
        ) : null}
        <Title className="title">
          {article.kind === 'photo' ? <span className="photo-mark">图片新闻</span> : null}
          <span>
            <Breakable>{displayTitle(article)}</Breakable>
          </span>
        </Title>
        {article.subtitle ? (
          <p className="subtitle">
            <Breakable>{article.subtitle}</Breakable>
          </p>
        ) : null}
      </hgroup>
    </>
  )
}
