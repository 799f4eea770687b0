// What the site's lists are held against.
import type { Article } from '#lib/model/article'
import { nationwide, type Region } from '#lib/model/regions'

/** Whether an article is listed under a region; 全国 has those that name none. */
export const inRegion = (region: Region) => (article: Pick<Article, 'provinces'>) =>
  region.name === nationwide.name ? article.provinces.length === 0 : article.provinces.includes(region.name)
