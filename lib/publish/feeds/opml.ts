// The list of all feeds as OPML.
import { generateOpml } from 'feedsmith'
import { namedRegions, regionWord } from '../../model/regions'
import { absolute, homePath, regionPath, site, topicPath } from '../../model/site'
import { topics } from '../../model/topics'
import { feedFormats } from './formats'

/** Every region's and topic's feed, regions by zone (大区): one file to subscribe to any of them. `pages`: paths of the lists there are. */
export function opmlOf(pages: readonly string[]): string {
  const outline = (text: string, path: string) => ({
    text,
    type: 'rss',
    xmlUrl: absolute(path + (feedFormats[0]?.file ?? '')),
    htmlUrl: absolute(pages.includes(path) ? path : homePath), // an empty list has a feed but no page
  })
  const zones = [...new Set(namedRegions.map(({ zone }) => zone))]
  const byZone = zones.map(zone => ({
    text: zone || `按${regionWord}`,
    outlines: namedRegions
      .filter(region => region.zone === zone)
      .map(region => outline(`${site.name}：${region.name}`, regionPath(region))),
  }))
  const byTopic = topics.map(topic => outline(`${site.name}：${topic.name}`, topicPath(topic)))
  return generateOpml({
    head: { title: `${site.name}：全部订阅源` },
    body: { outlines: [outline(site.name, homePath), ...byZone, { text: '按主题', outlines: byTopic }] },
  })
}
