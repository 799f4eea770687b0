// Finding by region and by topic. Every choice is a link to the page of that choice beside the other one; what has no article beside
// it is no link. On a phone a row of chips, and the whole behind a link; on a desktop the whole, always open.
import type { FinderInputs } from '#lib/library/page-inputs'
import { namedRegions, nationwide, regions, regionWord, subjects } from '#lib/model/regions'
import { FinderLink } from './finder-choice'
import { RegionMap } from './region-map'

export function Finder(props: FinderInputs) {
  return (
    <aside className="finder" aria-label={`按${regionWord}和主题查找`}>
      <Chips {...props} />
      <div className="whole" id="finder" tabIndex={-1}>
        <nav className={hasMap ? undefined : 'topics mt-12'} aria-label={`按${regionWord}`}>
          <h2>{`按${regionWord}`}</h2>
          {hasMap ? <RegionMap {...props} /> : <RegionList {...props} />}
        </nav>
        <nav className="topics mt-12" aria-label="按主题">
          <h2>按主题</h2>
          <TopicList {...props} />
        </nav>
        <a className="tool narrow-only" href="#main">
          收起
        </a>
      </div>
    </aside>
  )
}

/** What is chosen stands first, where it can be seen and taken back. */
function Chips(props: FinderInputs) {
  const there = regions.filter(({ slug }) => slug !== props.region && (props.regions[slug] ?? 0) > 0)
  return (
    <div className="chips narrow-only">
      <a className="tool" href="#finder">
        筛选
      </a>
      <nav aria-label={`有文章的${regionWord}`}>
        {regions
          .filter(({ slug }) => slug === props.region)
          .map(region => (
            <FinderLink key={region.slug} {...props} kind="region" of={region} />
          ))}
        {subjects
          .filter(({ slug }) => slug === props.topic)
          .map(topic => (
            <FinderLink key={topic.slug} {...props} kind="topic" of={topic} />
          ))}
        {there.map(region => (
          <FinderLink key={region.slug} {...props} kind="region" of={region} />
        ))}
      </nav>
    </div>
  )
}

/** Regions that lie nowhere: an industry's. */
const hasMap = namedRegions.every(({ tile }) => tile)

function RegionList(props: FinderInputs) {
  return (
    <ul>
      {[...namedRegions, nationwide]
        .filter(({ slug }) => props.regions[slug] !== undefined)
        .map(region => (
          <li key={region.slug}>
            <FinderLink {...props} kind="region" of={region} />
          </li>
        ))}
    </ul>
  )
}

function TopicList(props: FinderInputs) {
  return (
    <ul>
      {subjects
        .filter(({ slug }) => props.topics[slug] !== undefined)
        .map(topic => (
          <li key={topic.slug}>
            <FinderLink {...props} kind="topic" of={topic} />
          </li>
        ))}
    </ul>
  )
}
