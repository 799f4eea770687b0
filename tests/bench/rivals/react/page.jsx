// A page of the site by its path, as plain as those of the other builders.
import { allPages, around, htmlOf, library } from './library.mjs'

const style = 'body{font:18px/1.8 sans-serif;max-width:38em;margin:auto}h1{line-height:1.4}'

export function Document({ children }) {
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>{style}</style>
      </head>
      <body>
        <header>
          <a href="/">工会简报</a>
        </header>
        <main>{children}</main>
        <footer>
          <a href="/">首页</a>
        </footer>
      </body>
    </html>
  )
}

export function Page({ path }) {
  const page = allPages().get(path)
  if (!page) throw new Error(`no page ${path}`)
  if (page.article) return <Article article={page.article} />
  if (page.issue) return <Issue {...page.issue} />
  return <List {...page.list} />
}

const Html = ({ article }) => <div dangerouslySetInnerHTML={{ __html: htmlOf(article) }} />

function Article({ article }) {
  const { id, issue, provinces = ['全国'], topic = '全国' } = article
  const { groups } = library()
  const turns = [
    ['本期', around(groups.issue.get(issue), id)],
    [provinces[0], around(groups.provinces.get(provinces[0]), id)],
    [topic, around(groups.topic.get(topic), id)],
  ]
  return (
    <>
      <title>{article.title}</title>
      <article>
        <hgroup>
          <p>{article.kicker}</p>
          <h1>{article.title}</h1>
          <p>{article.subtitle}</p>
        </hgroup>
        <p>{article.byline}</p>
        {article.tip ? <aside>{article.tip}</aside> : null}
        <Html article={article} />
      </article>
      {turns.map(([within, [previous, next]]) => (
        <nav key={within}>
          {previous ? (
            <a href={`/articles/${previous.id}/`}>{`${within} · 上一篇 ${previous.title}`}</a>
          ) : null}
          {next ? <a href={`/articles/${next.id}/`}>{`${within} · 下一篇 ${next.title}`}</a> : null}
        </nav>
      ))}
      <a href={`/issues/${issue}/`}>在一页上读完整版</a>
    </>
  )
}

function Issue({ issue, items }) {
  return (
    <>
      <title>{issue}</title>
      <h1>{issue}</h1>
      {items.map(article => (
        <article key={article.id} id={article.id}>
          <hgroup>
            <p>{article.kicker}</p>
            <h2>{article.title}</h2>
          </hgroup>
          <Html article={article} />
        </article>
      ))}
    </>
  )
}

function List({ name, total, items, next }) {
  return (
    <>
      <title>{name}</title>
      <h1>{`${name}：${total} 篇`}</h1>
      {items.map(article => (
        <article key={article.id} id={article.id}>
          <p>{article.kicker}</p>
          <h3>
            <a href={`/articles/${article.id}/`}>{article.title}</a>
          </h3>
          <p>{article.body.trim().split('\n')[0].slice(0, 60)}</p>
          <p>{`${article.topic ?? ''} ${(article.cities ?? []).join(' ')}`}</p>
        </article>
      ))}
      {next ? <a href={next}>下一页</a> : null}
    </>
  )
}
