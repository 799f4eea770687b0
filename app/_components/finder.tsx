// Finding by region and by topic: chips and a folded map on a phone, the open map and the list of topics on a desktop.

import { countByRegion, countBySubject } from '#lib/library/groups'
import type { Article } from '#lib/model/article'
import { href, regionPath, topicPath } from '#lib/model/site'
import { RegionMap } from './region-map'

type Props = {
  readonly articles: readonly Article[]
  /** Paths of the region and the topic whose page this is. */
  readonly current?: readonly string[] | undefined
}

export function Finder(props: Props) {
  return (
    <aside className="finder" aria-label="按地区和主题查找">
      <RegionChips {...props} />
      <details>
        <summary>地区图与主题</summary>
        <nav aria-label="按地区">
          <h2>按地区</h2>
          <RegionMap {...props} />
        </nav>
        <nav className="topics" aria-label="按主题">
          <h2>按主题</h2>
          <TopicList {...props} />
        </nav>
      </details>
    </aside>
  )
}

function RegionChips({ articles, current = [] }: Props) {
  const filled = [...countByRegion(articles)].filter(([, count]) => count > 0)
  return (
    <nav className="chips narrow-only" aria-label="有文章的地区">
      {filled.map(([region, count]) => (
        <a
          key={region.slug}
          href={href(regionPath(region))}
          aria-current={current.includes(regionPath(region)) || undefined}
        >
          {region.name}
          <span className="count">{count}</span>
        </a>
      ))}
    </nav>
  )
}

function TopicList({ articles, current = [] }: Props) {
  const filled = [...countBySubject(articles)].filter(([, count]) => count > 0)
  return (
    <ul>
      {filled.map(([subject, count]) => (
        <li key={subject.slug}>
          <a href={href(topicPath(subject))} aria-current={current.includes(topicPath(subject)) || undefined}>
            {subject.name} <span className="count">{count}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
