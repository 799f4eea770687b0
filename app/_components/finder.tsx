// Finding by region and by topic: chips and a folded map on a phone, the open map and the list of topics on a desktop.
import type { FinderInputs } from '#lib/library/page-inputs'
import { regions, subjects } from '#lib/model/regions'
import { href, regionPath, topicPath } from '#lib/model/site'
import { RegionMap } from './region-map'

type Props = FinderInputs & {
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
          <RegionMap counts={props.regions} current={props.current} />
        </nav>
        <nav className="topics" aria-label="按主题">
          <h2>按主题</h2>
          <TopicList {...props} />
        </nav>
      </details>
    </aside>
  )
}

function RegionChips({ regions: counts, current = [] }: Props) {
  return (
    <nav className="chips narrow-only" aria-label="有文章的地区">
      {regions
        .filter(({ slug }) => counts[slug])
        .map(region => (
          <a
            key={region.slug}
            href={href(regionPath(region))}
            aria-current={current.includes(regionPath(region)) || undefined}
          >
            {region.name}
            <span className="count">{counts[region.slug]}</span>
          </a>
        ))}
    </nav>
  )
}

function TopicList({ topics: counts, current = [] }: Props) {
  return (
    <ul>
      {subjects
        .filter(({ slug }) => counts[slug])
        .map(subject => (
          <li key={subject.slug}>
            <a
              href={href(topicPath(subject))}
              aria-current={current.includes(topicPath(subject)) || undefined}
            >
              {subject.name} <span className="count">{counts[subject.slug]}</span>
            </a>
          </li>
        ))}
    </ul>
  )
}
