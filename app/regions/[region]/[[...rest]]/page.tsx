// Everything from one province, or all that names none (全国); one topic of it; and the older pages of both.
import type { Metadata } from 'next'
import { pageParam } from '#lib/library/lists'
import type { RegionInputs } from '#lib/library/page-inputs'
import { firstOf, regionRoute, restOf } from '#lib/library/page-routes'
import { inputsOf, paramsOf } from '#lib/library/pages'
import { pagePath } from '#lib/library/pagination'
import type { Region, Subject } from '#lib/model/regions'
import { homePath, href, regionPath, regionTopicPath, site, topicPath } from '#lib/model/site'
import { squarePath } from '#lib/publish/paths'
import { listData } from '#lib/publish/structured-data'
import { CardList } from '../../../_components/card-list'
import { ForPrograms } from '../../../_components/for-programs'
import { listPageMetadata } from '../../../_components/list-links'

type Params = { readonly region: string; readonly rest?: readonly string[] }
type Props = { readonly params: Promise<Params> }

export const dynamicParams = false
export const generateStaticParams = () =>
  paramsOf(regionRoute).map(param => ({ region: firstOf(param), rest: restOf(param) }))

async function read({ params }: Props): Promise<RegionInputs> {
  const { region, rest = [] } = await params
  return inputsOf(regionRoute, pageParam(region, rest))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return metadataOf(await read(props))
}

const metadataOf = (list: RegionInputs) => listPageMetadata(list, regionPath(list.region))

function Programs(list: RegionInputs) {
  const { region, subject } = list
  const steps = [
    { name: site.name, path: homePath },
    { name: region.name, path: regionPath(region) },
    ...(subject ? [{ name: subject.name, path: regionTopicPath(region, subject) }] : []),
  ]
  return <ForPrograms says={metadataOf(list)} square={squarePath(region)} data={listData(steps)} />
}

export default async function Page(props: Props) {
  const list = await read(props)
  const { region, subject } = list
  return (
    <CardList
      list={list}
      programs={<Programs {...list} />}
      chips={list.newest ? <Chips {...list} /> : null}
      place="city"
      current={[regionPath(region), ...(subject ? [topicPath(subject)] : [])]}
      anchors={cityAnchors(list)}
    />
  )
}

function Chips(list: RegionInputs) {
  const { region, subject } = list
  return (
    <>
      {subject ? <Wider region={region} subject={subject} /> : <TopicChips {...list} />}
      <CityChips {...list} />
    </>
  )
}

/** From a topic of a region to all of either. */
function Wider({ region, subject }: { region: Region; subject: Subject }) {
  return (
    <nav className="chips" aria-label="放宽范围">
      <a href={href(regionPath(region))}>{region.name}全部文章</a>
      <a href={href(topicPath(subject))}>各地的{subject.name}</a>
    </nav>
  )
}

function TopicChips({ region, topics }: RegionInputs) {
  if (topics.length < 2) return null
  return (
    <nav className="chips" aria-label="这个地区的主题">
      {topics.map(([topic, count]) => (
        <a key={topic.slug} href={href(regionTopicPath(region, topic))}>
          {topic.name} <span className="count">{count}</span>
        </a>
      ))}
    </nav>
  )
}

/** A city's anchor stands on the first article that names it; where that is on an older page, on the chip that leads there. */
function cityAnchors({ cities }: RegionInputs): ReadonlyMap<string, readonly string[]> {
  const anchors = new Map<string, string[]>()
  for (const { city, first } of cities) anchors.set(first, [...(anchors.get(first) ?? []), city])
  return anchors
}

function CityChips({ path, cities }: RegionInputs) {
  if (cities.length === 0) return null
  return (
    <nav className="chips" aria-label="按城市">
      {cities.map(({ city, count, first, page }) => (
        <a
          key={city}
          id={page > 0 ? city : undefined}
          href={
            page > 0
              ? `${href(pagePath(path, page))}#${encodeURIComponent(first)}`
              : `#${encodeURIComponent(city)}`
          }
        >
          {city} <span className="count">{count}</span>
        </a>
      ))}
    </nav>
  )
}
