// The tile map of the provinces: where they lie to one another, no borders. DOM order is the order of the codes.
import type { Counts } from '#lib/library/page-inputs'
import { provinces } from '#lib/model/provinces'
import { nationwide } from '#lib/model/regions'
import { href, regionPath } from '#lib/model/site'

type Props = {
  /** Articles by the slug of the region. */
  readonly counts: Counts
  readonly current?: readonly string[] | undefined
}

/** A tile without articles is not a link. `current` holds the path of the region whose page this is. */
export function RegionMap({ counts, current = [] }: Props) {
  const everywhere = counts[nationwide.slug] ?? 0
  return (
    <>
      <ul className="map">
        {provinces.map(province => {
          const count = counts[province.slug] ?? 0
          const [row, column] = province.tile
          return (
            <li key={province.code} className={`row-start-${row} col-start-${column}`}>
              {count > 0 ? (
                <a
                  href={href(regionPath(province))}
                  data-zone={province.zone}
                  aria-current={current.includes(regionPath(province)) || undefined}
                >
                  <span aria-hidden="true">{province.short}</span>
                  <small aria-hidden="true">{count}</small>
                  <span className="full">{`${province.name}，${count} 篇`}</span>
                </a>
              ) : (
                <span title={`${province.name}，暂无文章`}>{province.short}</span>
              )}
            </li>
          )
        })}
      </ul>
      <p className="note">示意排列，不代表行政区域界线</p>
      {everywhere > 0 ? (
        <p className="topics">
          <a
            href={href(regionPath(nationwide))}
            aria-current={current.includes(regionPath(nationwide)) || undefined}
          >
            全国 <span className="count">{everywhere}</span>
          </a>
        </p>
      ) : null}
    </>
  )
}
