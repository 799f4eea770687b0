// Everything from one province, or all that names none (全国).
import type { Metadata } from 'next'
import type { Article } from '#lib/article'
import { countByCity, countByRegion, groupBySubject, inRegion, regions } from '#lib/listing'
import { listMetadata, squarePath } from '#lib/metadata'
import { homePath, regionPath, site } from '#lib/site'
import { listData } from '#lib/structured-data'
import { CardList } from '../../_components/card-list'
import { ForPrograms } from '../../_components/for-programs'
import { library } from '../../_components/library'

type Props = { readonly params: Promise<{ readonly region: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  [...countByRegion(library().articles)]
    .filter(([, count]) => count > 0)
    .map(([{ slug }]) => ({ region: slug }))

async function read({ params }: Props) {
  const { region: slug } = await params
  const region = regions.find(candidate => candidate.slug === slug)
  if (!region) throw new Error(`no region ${slug}`)
  const list = groupBySubject(library().articles.filter(inRegion(region))).flatMap(group => group.articles)
  return { region, list }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return metadataOf(await read(props))
}

type Page = Awaited<ReturnType<typeof read>>

const metadataOf = ({ region, list }: Page) =>
  listMetadata(region.name, regionPath(region), list, regionPath(region))

function Programs(page: Page) {
  const { region } = page
  const steps = [
    { name: site.name, path: homePath },
    { name: region.name, path: regionPath(region) },
  ]
  return <ForPrograms says={metadataOf(page)} square={squarePath(region)} data={listData(steps)} />
}

export default async function Page(props: Props) {
  const { region, list } = await read(props)
  const chips = <CityChips cities={countByCity(list)} />
  return (
    <CardList
      title={region.name}
      programs={<Programs region={region} list={list} />}
      says={`共 ${list.length} 篇`}
      chips={chips}
      list={list}
      place="city"
      anchors={cityAnchors(list)}
    />
  )
}

/** A city's anchor stands on the first article of the list that names it. */
function cityAnchors(list: readonly Article[]): ReadonlyMap<string, readonly string[]> {
  const anchors = new Map<string, string[]>(list.map(({ id }) => [id, []]))
  for (const [city] of countByCity(list)) {
    const first = list.find(({ cities }) => cities.includes(city))
    if (first) anchors.get(first.id)?.push(city)
  }
  return anchors
}

function CityChips({ cities }: { cities: readonly (readonly [string, number])[] }) {
  if (cities.length === 0) return null
  return (
    <nav className="chips" aria-label="按城市">
      {cities.map(([city, count]) => (
        <a key={city} href={`#${encodeURIComponent(city)}`}>
          {city} <span className="count">{count}</span>
        </a>
      ))}
    </nav>
  )
}
