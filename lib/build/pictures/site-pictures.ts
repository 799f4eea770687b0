// Which pictures the site needs, and for which page: cards, squares, QR codes.
import { groupBySubject } from '../../library/groups'
import type { Library } from '../../library/library'
import type { Summary } from '../../library/summary'
import { dateOf, dateOfIssue, type Issue } from '../../model/article'
import { showDate } from '../../model/dates'
import { ownSettings } from '../../model/owner'
import { nationwide, primaryRegion, type Region, regions, regionWord, subjects } from '../../model/regions'
import {
  absolute,
  allPath,
  articlePath,
  homePath,
  issuePath,
  regionPath,
  regionTopicPath,
  site,
  topicPath,
} from '../../model/site'
import { cardPath, photoCardPath, photoSquarePath, qrPath, squarePath } from '../../publish/paths'
import { placeLabel } from '../../text/description'
import { issueName } from '../../text/reading'
import { type CardText, cardDrawing, squareDrawing } from './card-design'
import { photoCard, photoSquare } from './photo-card'
import { photographStore, photographsOf } from './photographs'
import { qrPicture } from './qr'
import type { DrawnPicture } from './render'

/**
 * Every picture of the site that is drawn, files relative to its root. A list's card does not count, so that it rarely changes.
 * `dir`: the content folder, where photographs are; `store`: where their copies are kept.
 */
export function drawnPictures(
  library: Library,
  dir: string,
  store = photographStore,
): readonly DrawnPicture[] {
  const { articles, issues } = library
  return [
    card(homePath, () => ({
      title: site.name,
      subtitle: ownSettings.tagline || `各地工会报道，按${regionWord}和主题阅读`,
    })),
    ...regions.map(region => ({
      file: fileOf(squarePath(region)),
      drawing: () => squareDrawing(region.name, site.name),
    })),
    ...listCards(library),
    ...[...issues].map(([id, issue]) => issueCard(id, issue)),
    ...articles.flatMap(article => [
      ...articleCards(article, issues.get(article.issue), dir, store),
      ...(ownSettings.share.includes('qr')
        ? [qrPicture(fileOf(qrPath(article.id)), absolute(articlePath(article.id)))]
        : []),
    ]),
  ]
}

/** The card of an article; with a photograph the card and the square that are cut from it. */
function articleCards(
  article: Summary,
  issue: Issue | undefined,
  dir: string,
  store: string,
): readonly DrawnPicture[] {
  const says = () => articleText(article, issue)
  const [photograph] = photographsOf({ articles: [article] }, dir)
  if (!photograph) return [card(articlePath(article.id), says)]
  return [
    photoCard(fileOf(photoCardPath(article.id)), photograph, store, () => withSite(says())),
    photoSquare(fileOf(photoSquarePath(article.id)), photograph, store),
  ]
}

const fileOf = (path: string) => path.slice(1)

function card(page: string, says: () => Partial<CardText>): DrawnPicture {
  return { file: fileOf(cardPath(page)), drawing: () => cardDrawing(withSite(says())) }
}

/** What a card says, and the name of the site. */
function withSite(says: Partial<CardText>): CardText {
  const blank = { tab: '', label: '', kicker: '', title: '', subtitle: '', byline: '', date: '' }
  return { ...blank, ...says, site: site.name }
}

/** An article as it was headed; a photo without a title is headed by its opening words, as everywhere. */
function articleText(article: Summary, issue: Issue | undefined): Partial<CardText> {
  const place = placeLabel(article, article.provinces[0])
  const kind = article.kind === 'photo' ? '图片新闻' : article.topic
  return {
    tab: primaryRegion(article).name,
    label: [place === nationwide.name ? '' : place, kind].filter(Boolean).join('　'),
    kicker: article.kicker,
    title: article.card.title,
    subtitle: article.subtitle && `——${article.subtitle.replace(/^—+/u, '')}`,
    byline: article.byline || authorsOf(article),
    date: showDate(dateOf(article, issue)),
  }
}

const authorsOf = ({ authors }: Summary) => (authors.length > 0 ? `作者：${authors.join('、')}` : '')

function listCards({ byRegion, bySubject }: Library): readonly DrawnPicture[] {
  const onRegions = regions.flatMap(region => regionCards(region, byRegion.get(region) ?? []))
  const onTopics = subjects
    .filter(subject => bySubject.has(subject))
    .map(subject =>
      card(topicPath(subject), () => ({ tab: '主题', title: subject.name, subtitle: subject.says })),
    )
  return [
    card(allPath, () => ({ title: '全部文章', subtitle: '新的在前，按年月' })),
    ...onRegions,
    ...onTopics,
  ]
}

/** The card of a region, and one for each topic that it has. */
function regionCards(region: Region, list: readonly Summary[]): readonly DrawnPicture[] {
  if (list.length === 0) return []
  const bySubject = groupBySubject(list).map(({ key }) =>
    card(regionTopicPath(region, key), () => ({
      tab: region.name,
      title: key.name,
      subtitle: `${region.name}工会报道`,
    })),
  )
  return [
    card(regionPath(region), () => ({ tab: region.name, title: region.name, subtitle: '工会报道' })),
    ...bySubject,
  ]
}

function issueCard(id: string, issue: Issue): DrawnPicture {
  const date = showDate(dateOfIssue(issue))
  const says = { kicker: issue.publication, title: issueName(issue), subtitle: '读完整版', date }
  return card(issuePath(id), () => ({ tab: '一期', ...says }))
}
