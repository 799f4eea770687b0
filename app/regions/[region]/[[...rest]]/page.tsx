// Everything from one province, or all that names none (全国); one topic or one city of it; and the older pages of each.
import type { Metadata } from 'next'
import { pageParam } from '#lib/library/lists'
import type { RegionInputs } from '#lib/library/page-inputs'
import { firstOf, regionRoute, restOf } from '#lib/library/page-routes'
import { inputsOf, paramsOf } from '#lib/library/pages'
import { cityPath, homePath, href, regionPath, regionTopicPath, site } from '#lib/model/site'
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

/** A city has the card of its region. */
const metadataOf = (list: RegionInputs) =>
  listPageMetadata(list, regionPath(list.region), list.city ? regionPath(list.region) : undefined)

function Programs(list: RegionInputs) {
  const { region, subject, city } = list
  const steps = [
    { name: site.name, path: homePath },
    { name: region.name, path: regionPath(region) },
    ...(subject ? [{ name: subject.name, path: regionTopicPath(region, subject) }] : []),
    ...(city ? [{ name: city, path: cityPath(region, city) }] : []),
  ]
  return <ForPrograms says={metadataOf(list)} square={squarePath(region)} data={listData(steps)} />
}

export default async function Page(props: Props) {
  const list = await read(props)
  return (
    <CardList
      list={list}
      programs={<Programs {...list} />}
      chips={list.newest && list.cities.length > 1 ? <CityChips {...list} /> : null}
      place="city"
    />
  )
}

/** Its cities, each a list with an address of its own; the chosen one leads back to all of them. */
function CityChips({ region, city: chosen, cities }: RegionInputs) {
  return (
    <nav className="chips" aria-label="按城市">
      {cities.map(({ city, count }) => (
        <a
          key={city}
          href={href(city === chosen ? regionPath(region) : cityPath(region, city))}
          aria-current={city === chosen || undefined}
        >
          {city} <span className="count">{count}</span>
          {city === chosen ? <span className="full">，取消这个选择</span> : null}
        </a>
      ))}
    </nav>
  )
}
