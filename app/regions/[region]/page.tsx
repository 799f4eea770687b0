// Everything from one province, or all that names none (全国).
import type { Metadata } from 'next'
import type { Article } from '#lib/article'
import { countByCity, countByRegion, groupBySubject, inRegion, regions } from '#lib/listing'
import { absolute, regionPath } from '#lib/site'
import { CardList } from '../../_components/card-list'
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
  const { region, list } = await read(props)
  return {
    title: `${region.name}：${list.length} 篇`,
    description: `${region.name}的工会简报文章，共 ${list.length} 篇。`,
    alternates: { canonical: absolute(regionPath(region)) },
  }
}

export default async function Page(props: Props) {
  const { region, list } = await read(props)
  const chips = <CityChips cities={countByCity(list)} />
  return (
    <CardList
      title={region.name}
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
