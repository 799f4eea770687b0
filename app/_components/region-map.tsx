// The tile map of the regions: where they lie to one another, no borders. DOM order is the order of their list.
import { shadeOf } from '#lib/device/tile-shade'
import type { FinderInputs } from '#lib/library/page-inputs'
import { namedRegions, nationwide, type Region } from '#lib/model/regions'
import { FinderLink, finderHref } from './finder-choice'

/** A tile without articles is not a link; the more articles, the darker the tile. */
export function RegionMap(finder: FinderInputs) {
  const most = Math.max(...namedRegions.map(({ slug }) => finder.regions[slug] ?? 0))
  return (
    <>
      <ul className="map">
        {namedRegions.map(region => {
          const count = finder.regions[region.slug] ?? 0
          const [row, column] = region.tile ?? []
          const shade = shadeOf(count, most)
          return (
            <li
              key={region.slug}
              className={[
                `row-start-${row} col-start-${column}`,
                shade > 0 ? `bg-shade-${shade}` : 'none',
              ].join(' ')}
            >
              <Tile finder={finder} region={region} count={count} />
            </li>
          )
        })}
      </ul>
      <p className="note shades">
        <span>示意排列，不代表行政区域界线</span>
        <span aria-hidden="true">
          少 <i className="bg-shade-1" />
          <i className="bg-shade-2" />
          <i className="bg-shade-3" />
          <i className="bg-shade-4" />
          <i className="bg-shade-5" /> 多
        </span>
      </p>
      {finder.regions[nationwide.slug] === undefined ? null : (
        <p className="topics mt-12">
          <FinderLink {...finder} kind="region" of={nationwide} />
        </p>
      )}
    </>
  )
}

type TileProps = { readonly finder: FinderInputs; readonly region: Region; readonly count: number }

function Tile({ finder, region: { name, short, slug }, count }: TileProps) {
  const current = finder.region === slug
  const says = count > 0 ? `${name}，${count} 篇` : `${name}，没有文章`
  return (
    <a
      data-region={slug}
      href={count > 0 || current ? finderHref(finder, 'region', slug) : undefined}
      aria-current={current || undefined}
    >
      <span aria-hidden="true">{short}</span>
      {count > 0 ? <small aria-hidden="true">{count}</small> : null}
      <span className="full">{current ? `${says}，取消这个选择` : says}</span>
    </a>
  )
}
