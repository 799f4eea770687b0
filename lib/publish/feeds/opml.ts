// The list of all feeds as OPML.
import { generateOpml } from 'feedsmith'
import { provinces, zones } from '../../model/provinces'
import { absolute, homePath, regionPath, site, topicPath } from '../../model/site'
import { topics } from '../../model/topics'

/** Every region's and topic's feed, regions by zone (大区): one file to subscribe to any of them. `pages`: paths of the lists there are. */
export function opmlOf(pages: readonly string[]): string {
  const outline = (text: string, path: string) => ({
    text,
    type: 'rss',
    xmlUrl: absolute(`${path}feed.xml`),
    htmlUrl: absolute(pages.includes(path) ? path : homePath), // an empty list has a feed but no page
  })
  const byZone = zones.map(zone => ({
    text: zone,
    outlines: provinces
      .filter(province => province.zone === zone)
      .map(province => outline(`${site.name}：${province.name}`, regionPath(province))),
  }))
  const byTopic = topics.map(topic => outline(`${site.name}：${topic.name}`, topicPath(topic)))
  return generateOpml({
    head: { title: `${site.name}：全部订阅源` },
    body: { outlines: [outline(site.name, homePath), ...byZone, { text: '按主题', outlines: byTopic }] },
  })
}
