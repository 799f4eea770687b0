// Finding by region and by topic: chips and a folded map on a phone, the open map and the list of topics on a desktop.
import type { Article } from '#lib/article'
import { countByRegion, countBySubject } from '#lib/listing'
import { href, regionPath, topicPath } from '#lib/site'
import { RegionMap } from './region-map'

export function Finder({ articles }: { articles: readonly Article[] }) {
  return (
    <aside className="finder" aria-label="按地区和主题查找">
      <RegionChips articles={articles} />
      <details>
        <summary>地区图与主题</summary>
        <nav aria-label="按地区">
          <h2>按地区</h2>
          <RegionMap articles={articles} />
        </nav>
        <nav className="topics" aria-label="按主题">
          <h2>按主题</h2>
          <TopicList articles={articles} />
        </nav>
      </details>
    </aside>
  )
}

function RegionChips({ articles }: { articles: readonly Article[] }) {
  const filled = [...countByRegion(articles)].filter(([, count]) => count > 0)
  return (
    <nav className="chips narrow-only" aria-label="有文章的地区">
      {filled.map(([region, count]) => (
        <a key={region.slug} href={href(regionPath(region))}>
          {region.name}
          <span className="count">{count}</span>
        </a>
      ))}
    </nav>
  )
}

function TopicList({ articles }: { articles: readonly Article[] }) {
  const filled = [...countBySubject(articles)].filter(([, count]) => count > 0)
  return (
    <ul>
      {filled.map(([subject, count]) => (
        <li key={subject.slug}>
          <a href={href(topicPath(subject))}>
            {subject.name} <span className="count">{count}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
