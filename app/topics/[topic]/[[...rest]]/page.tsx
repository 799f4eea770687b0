// Everything on one topic; and its older sheets.
import type { Metadata } from 'next'
import { toExport } from '#lib/library/article-store'
import { countByRegion } from '#lib/library/groups'
import { library } from '#lib/library/library'
import { sheetParam, sheetsOf, type TopicList, topicList } from '#lib/library/lists'
import { nationwide } from '#lib/model/regions'
import { homePath, href, regionTopicPath, site, topicPath } from '#lib/model/site'
import { squarePath } from '#lib/publish/metadata'
import { listData } from '#lib/publish/structured-data'
import { CardList } from '../../../_components/card-list'
import { ForPrograms } from '../../../_components/for-programs'
import { sheetMetadata } from '../../../_components/sheet-links'

type Params = { readonly topic: string; readonly rest?: readonly string[] }
type Props = { readonly params: Promise<Params> }

export const dynamicParams = false
export const generateStaticParams = () =>
  toExport(
    '/topics/[topic]/[[...rest]]',
    [...library().bySubject].flatMap(([subject, list]) =>
      sheetsOf(list).map(rest => ({ topic: subject.slug, rest })),
    ),
    ({ topic, rest }) => sheetParam(topic, rest),
  )

async function read({ params }: Props): Promise<TopicList> {
  const { topic, rest = [] } = await params
  const list = topicList(library(), topic, rest)
  if (!list) throw new Error(`no list ${topic}/${rest.join('/')}`)
  return list
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return metadataOf(await read(props))
}

const metadataOf = (page: TopicList) => sheetMetadata({ ...page, owner: topicPath(page.subject) })

function Programs(page: TopicList) {
  const { subject } = page
  const steps = [
    { name: site.name, path: homePath },
    { name: subject.name, path: topicPath(subject) },
  ]
  return <ForPrograms says={metadataOf(page)} square={squarePath(nationwide)} data={listData(steps)} />
}

export default async function Page(props: Props) {
  const page = await read(props)
  const { name, path, list, sheet, subject } = page
  return (
    <CardList
      title={name}
      programs={<Programs {...page} />}
      says={sheet.number === 0 ? subject.says : undefined}
      path={path}
      list={list}
      sheet={sheet}
      chips={sheet.number === 0 ? <RegionChips {...page} /> : null}
      place="province"
      current={[topicPath(subject)]}
    />
  )
}

/** Where the topic's stories are from; a story of several provinces counts under each. */
function RegionChips({ subject, list }: TopicList) {
  const filled = [...countByRegion(list)].filter(([, count]) => count > 0)
  if (filled.length < 2) return null
  return (
    <nav className="chips" aria-label="这个主题的地区">
      {filled.map(([region, count]) => (
        <a key={region.slug} href={href(regionTopicPath(region, subject))}>
          {region.name} <span className="count">{count}</span>
        </a>
      ))}
    </nav>
  )
}
