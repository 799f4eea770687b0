// Everything from one province, or all that names none (全国); one topic of it; and the older sheets of both.
import type { Metadata } from 'next'
import { toExport } from '#lib/library/article-store'
import { groupBySubject } from '#lib/library/groups'
import { library } from '#lib/library/library'
import { citiesOf, listsOfRegion, type RegionList, regionList, sheetParam } from '#lib/library/lists'
import { sheetPath } from '#lib/library/pagination'
import type { Region, Subject } from '#lib/model/regions'
import { homePath, href, regionPath, regionTopicPath, site, topicPath } from '#lib/model/site'
import { squarePath } from '#lib/publish/metadata'
import { listData } from '#lib/publish/structured-data'
import { CardList } from '../../../_components/card-list'
import { ForPrograms } from '../../../_components/for-programs'
import { sheetMetadata } from '../../../_components/sheet-links'

type Params = { readonly region: string; readonly rest?: readonly string[] }
type Props = { readonly params: Promise<Params> }

export const dynamicParams = false
export const generateStaticParams = () =>
  toExport(
    '/regions/[region]/[[...rest]]',
    [...library().byRegion.keys()].flatMap(region =>
      listsOfRegion(library(), region).map(rest => ({ region: region.slug, rest: [...rest] })),
    ),
    ({ region, rest }) => sheetParam(region, rest),
  )

async function read({ params }: Props): Promise<RegionList> {
  const { region, rest = [] } = await params
  const list = regionList(library(), region, rest)
  if (!list) throw new Error(`no list ${region}/${rest.join('/')}`)
  return list
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return metadataOf(await read(props))
}

const metadataOf = (page: RegionList) => sheetMetadata({ ...page, owner: regionPath(page.region) })

function Programs(page: RegionList) {
  const { region, subject } = page
  const steps = [
    { name: site.name, path: homePath },
    { name: region.name, path: regionPath(region) },
    ...(subject ? [{ name: subject.name, path: regionTopicPath(region, subject) }] : []),
  ]
  return <ForPrograms says={metadataOf(page)} square={squarePath(region)} data={listData(steps)} />
}

export default async function Page(props: Props) {
  const page = await read(props)
  const { name, path, list, sheet } = page
  const newest = sheet.number === 0
  return (
    <CardList
      title={name}
      programs={<Programs {...page} />}
      path={path}
      list={list}
      sheet={sheet}
      chips={newest ? <Chips {...page} /> : null}
      place="city"
      current={[regionPath(page.region), ...(page.subject ? [topicPath(page.subject)] : [])]}
      anchors={newest ? cityAnchors(page) : undefined}
    />
  )
}

function Chips({ region, subject, path, list }: RegionList) {
  return (
    <>
      {subject ? <Wider region={region} subject={subject} /> : <TopicChips region={region} list={list} />}
      <CityChips path={path} list={list} />
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

function TopicChips({ region, list }: Pick<RegionList, 'region' | 'list'>) {
  const groups = groupBySubject(list)
  if (groups.length < 2) return null
  return (
    <nav className="chips" aria-label="这个地区的主题">
      {groups.map(({ key, articles }) => (
        <a key={key.slug} href={href(regionTopicPath(region, key))}>
          {key.name} <span className="count">{articles.length}</span>
        </a>
      ))}
    </nav>
  )
}

/** A city's anchor stands on the first article that names it; where that is on an older sheet, on the chip that leads there. */
function cityAnchors({ list }: RegionList): ReadonlyMap<string, readonly string[]> {
  const anchors = new Map<string, string[]>()
  for (const { city, first } of citiesOf(list)) anchors.set(first, [...(anchors.get(first) ?? []), city])
  return anchors
}

function CityChips({ path, list }: Pick<RegionList, 'path' | 'list'>) {
  const cities = citiesOf(list)
  if (cities.length === 0) return null
  return (
    <nav className="chips" aria-label="按城市">
      {cities.map(({ city, count, first, sheet }) => (
        <a
          key={city}
          id={sheet > 0 ? city : undefined}
          href={
            sheet > 0
              ? `${href(sheetPath(path, sheet))}#${encodeURIComponent(first)}`
              : `#${encodeURIComponent(city)}`
          }
        >
          {city} <span className="count">{count}</span>
        </a>
      ))}
    </nav>
  )
}
