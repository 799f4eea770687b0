// The index: every article, or where there are many the newest, by province, then topic, then newest first.
import type { Metadata } from 'next'
import { homeRoute } from '#lib/library/page-routes'
import { inputsOf } from '#lib/library/pages'
import { nationwide } from '#lib/model/regions'
import { allPath, homePath, href, issuePath, regionPath, site } from '#lib/model/site'
import { homeMetadata } from '#lib/publish/metadata'
import { squarePath } from '#lib/publish/paths'
import { listData } from '#lib/publish/structured-data'
import { ArticleCard } from './_components/article-card'
import { Finder } from './_components/finder'
import { ForPrograms } from './_components/for-programs'
import { Frame } from './_components/frame'
import { ReadMarks } from './_components/reading-tools'
import './_styles/sheets.css'

export const generateMetadata = (): Metadata => homeMetadata(inputsOf(homeRoute))

export default function Page() {
  const inputs = inputsOf(homeRoute)
  const { finder, tagline, groups, count, more, newestIssue } = inputs
  return (
    <Frame front tagline={tagline}>
      <ForPrograms
        says={{ ...homeMetadata(inputs), title: site.name }}
        square={squarePath(nationwide)}
        data={listData([{ name: site.name, path: homePath }])}
      />
      <index-filter class="wrap columns" data-root={href(homePath)}>
        <Finder {...finder} />
        <div className="chosen">
          <p className="page-says" role="status" aria-live="polite" />
        </div>
        <div className="everything">
          {groups.map(({ region, cards }) => (
            <section className="region" key={region.slug} aria-labelledby={region.slug}>
              <h2 id={region.slug}>
                <a href={href(regionPath(region))}>{region.name}</a>
              </h2>
              <div>
                {cards.map(card => (
                  <ArticleCard key={card.id} card={card} level={3} place="city" />
                ))}
              </div>
            </section>
          ))}
          {more ? (
            <a className="issue-link" href={href(allPath)}>
              {`全部 ${count} 篇，按年月 →`}
            </a>
          ) : null}
          {newestIssue ? (
            <a className="issue-link" href={href(issuePath(newestIssue))}>
              在一页上读完最新一期 →
            </a>
          ) : null}
          <ReadMarks />
        </div>
      </index-filter>
    </Frame>
  )
}
