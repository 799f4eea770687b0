// The index: every article, or where there are many the newest, by province, then topic, then newest first.
import type { Metadata } from 'next'
import { countByRegion, groupByRegion, groupBySubject } from '#lib/library/groups'
import { issueOf, library } from '#lib/library/library'
import { olderSheets, sheetOf } from '#lib/library/pagination'
import { type Article, dateOf } from '#lib/model/article'
import { formatDate } from '#lib/model/dates'
import { nationwide } from '#lib/model/regions'
import { allPath, homePath, href, issuePath, regionPath, site } from '#lib/model/site'
import { homeMetadata, squarePath } from '#lib/publish/metadata'
import { listData } from '#lib/publish/structured-data'
import { ArticleCard } from './_components/article-card'
import { Finder } from './_components/finder'
import { ForPrograms } from './_components/for-programs'
import { Frame } from './_components/frame'
import { ReadMarks } from './_components/reading-tools'
import './_styles/sheets.css'

export const generateMetadata = (): Metadata => homeMetadata(library().articles)

/** “2024年11月 · 7 省 8 篇”: the newest date there is, and how much there is to read. */
function tagline(articles: readonly Article[]): string {
  const newest = articles[0]
  const date = newest && dateOf(newest, issueOf(newest))
  const provinces = [...countByRegion(articles)].filter(
    ([region, count]) => region !== nationwide && count > 0,
  )
  return `${date ? `${formatDate(date.value)} · ` : ''}${provinces.length} 省 ${articles.length} 篇`
}

export default function Page() {
  const { articles } = library()
  const newest = articles[0]
  return (
    <Frame front tagline={tagline(articles)}>
      <ForPrograms
        says={{ ...homeMetadata(articles), title: site.name }}
        square={squarePath(nationwide)}
        data={listData([{ name: site.name, path: homePath }])}
      />
      <index-filter class="wrap columns" data-root={href(homePath)}>
        <Finder articles={articles} />
        <div className="chosen">
          <p className="page-says" role="status" aria-live="polite" />
        </div>
        <div className="everything">
          {groupByRegion(sheetOf(articles, 0)?.articles ?? []).map(({ key: region, articles: list }) => (
            <section className="region" key={region.slug} aria-labelledby={region.slug}>
              <h2 id={region.slug}>
                <a href={href(regionPath(region))}>{region.name}</a>
              </h2>
              <div>
                {groupBySubject(list)
                  .flatMap(group => group.articles)
                  .map(article => (
                    <ArticleCard key={article.id} article={article} level={3} place="city" />
                  ))}
              </div>
            </section>
          ))}
          {olderSheets(articles.length) > 0 ? (
            <a className="issue-link" href={href(allPath)}>
              {`全部 ${articles.length} 篇，按年月 →`}
            </a>
          ) : null}
          {newest ? (
            <a className="issue-link" href={href(issuePath(newest.issue))}>
              在一页上读完最新一期 →
            </a>
          ) : null}
          <ReadMarks />
        </div>
      </index-filter>
    </Frame>
  )
}
