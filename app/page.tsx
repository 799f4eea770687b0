// The front page: every article by province, then topic; where they are too many, the newest issue as a newspaper's front.
import type { Metadata } from 'next'
import type { HomeInputs, IssueHead } from '#lib/library/home-inputs'
import { homeRoute } from '#lib/library/page-routes'
import { inputsOf } from '#lib/library/pages'
import { ownSettings } from '#lib/model/owner'
import { nationwide } from '#lib/model/regions'
import { absolute, allPath, articlePath, homePath, href, issuePath, regionPath, site } from '#lib/model/site'
import { homeMetadata } from '#lib/publish/metadata'
import { squarePath } from '#lib/publish/paths'
import { listData } from '#lib/publish/structured-data'
import { ArticleCard } from './_components/article-card'
import { Breakable } from './_components/breakable'
import { Calendar } from './_components/calendar'
import { Finder } from './_components/finder'
import { ForPrograms } from './_components/for-programs'
import { Frame } from './_components/frame'
import { ReadMarks } from './_components/reading-tools'
import { SharePanel } from './_components/share-panel'

export const generateMetadata = (): Metadata => homeMetadata(inputsOf(homeRoute))

export default function Page() {
  const inputs = inputsOf(homeRoute)
  const { finder, tagline, more } = inputs
  const content = (
    <>
      <Finder {...finder} />
      <div className="everything">
        {more ? null : <p className="page-says" role="status" aria-live="polite" />}
        <Front {...inputs} />
      </div>
    </>
  )
  return (
    <Frame
      className="front"
      tagline={<p className="tagline">{ownSettings.tagline || tagline}</p>}
      programs={<Programs {...inputs} />}
    >
      {more ? (
        <div className="wrap columns">{content}</div>
      ) : (
        <index-filter class="wrap columns" data-root={href(homePath)}>
          {content}
        </index-filter>
      )}
    </Frame>
  )
}

const Programs = (inputs: HomeInputs) => (
  <ForPrograms
    says={{ ...homeMetadata(inputs), title: site.name }}
    square={squarePath(nationwide)}
    data={listData([{ name: site.name, path: homePath }])}
  />
)

function Front(inputs: HomeInputs) {
  const { newest, lead, previous, calendar, count, more } = inputs
  return (
    <>
      {lead && newest ? (
        <>
          {more ? <IssueLine of={newest} says="最新一期" link="读完整版" /> : null}
          <div className="leading">
            <ArticleCard card={lead} level={more ? 3 : 2} place="province" filtered={!more} />
          </div>
        </>
      ) : null}
      <Regions {...inputs} />
      {previous ? <Previous {...previous} /> : null}
      {calendar.length > 0 ? <Calendar months={calendar} /> : null}
      <p className="ends">
        {newest && !more ? (
          <a className="tool" href={href(issuePath(newest.id))}>
            在一页上读完最新一期
          </a>
        ) : null}
        <a className="tool" href={href(allPath)}>
          {`全部 ${count} 篇${more ? '，按年月' : ''}`}
        </a>
      </p>
      <ReadMarks />
      <SharePanel
        what="本页"
        text={`【${site.name}】${inputs.tagline}\n${absolute(homePath)}`}
        query={!more}
      />
    </>
  )
}

function Regions({ groups, more }: HomeInputs) {
  return groups.map(({ region, cards }) => (
    <section className="region" key={region.slug} aria-labelledby={region.slug}>
      <h2 id={region.slug}>
        <a href={href(regionPath(region))}>{region.name}</a>
      </h2>
      <div>
        {cards.map(card => (
          <ArticleCard key={card.id} card={card} level={3} place="city" filtered={!more} />
        ))}
      </div>
    </section>
  ))
}

type LineProps = { readonly of: IssueHead; readonly says: string; readonly link: string }

/** “最新一期 2024年11月12日 《工人报》· 8 篇”, with the way to the whole issue. */
function IssueLine({ of, says, link }: LineProps) {
  return (
    <div className="issue-line">
      <h2>
        <b>{says}</b> {of.name}
      </h2>
      <span>{`${of.publication ? `《${of.publication.replace(/^《|》$/gu, '')}》· ` : ''}${of.count} 篇`}</span>
      <a href={href(issuePath(of.id))}>{link}</a>
    </div>
  )
}

function Previous(issue: NonNullable<HomeInputs['previous']>) {
  return (
    <section className="previous-issue">
      <IssueLine of={issue} says="上一期" link="这一期" />
      <ul className="heads">
        {issue.headlines.map(({ id, title, place }) => (
          <li key={id} data-article={id}>
            <a href={href(articlePath(id))}>
              <small>{place}</small>
              <Breakable>{title}</Breakable>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
