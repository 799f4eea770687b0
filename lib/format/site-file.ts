// The file of the owner of a site, content/site.md: whose site it is, as settings, or all that is wrong with it.
import {
  type FeedFile,
  feedFiles,
  mostPictures,
  nothingSet,
  type OwnSettings,
  type PictureLimits,
  type ShareWay,
  shareWays,
  sizeNames,
  themeNames,
} from '../model/own-settings'
import type { Problem } from '../model/problem'
import { accentOf } from './accent'
import { type Reader, type Rule, readerOf } from './field-reader'
import { type FrontMatter, inFile, readFrontMatter } from './front-matter'
import { readBody } from './markdown'
import {
  accentRule,
  contactRules,
  icpRule,
  longest,
  oneOf,
  picturePathRule,
  policeRule,
  urlRule,
  wholeNumber,
} from './site-rules'

/** What site.md says; pictures by their paths, of which the caller knows whether they are there. */
export type SiteFile = {
  readonly settings: OwnSettings
  readonly logo: string
  readonly policeIcon: string
  /** Notes a problem with the value of a key. */
  readonly reader: Reader
}

export const siteKeys = [
  'name',
  'tagline',
  'publisher',
  'contact',
  'icp',
  'police',
  'policeIcon',
  'logo',
  'logoAlt',
  'accent',
  'theme',
  'size',
  'url',
  'feeds',
  'share',
  'pictures',
] as const

/** The longest text about the site, in characters: it travels to every process of a build. */
const longestAbout = 10_000

/** Reads site.md: its settings, or all problems at once that can be told without other files. */
export function parseSite(text: string, file: string): SiteFile | Problem[] {
  const front = readFrontMatter(text, file)
  if (Array.isArray(front)) return front
  const reader = readerOf(front, file, siteKeys, siteHint)
  const settings = readSettings(reader, front)
  const pictures = {
    logo: reader.text('logo', picturePathRule),
    policeIcon: reader.text('policeIcon', picturePathRule),
  }
  noteTogether(settings, pictures, reader)
  reader.problems.push(...aboutProblems(front.body, file, front.above))
  return reader.problems.length > 0 ? reader.problems : { settings, ...pictures, reader }
}

function readSettings(reader: Reader, { fields, body }: FrontMatter): OwnSettings {
  const contact = reader.map('contact', contactRules)
  const said = (key: string) => contact.get(key) ?? ''
  const accent = reader.text('accent', accentRule)
  return {
    ...nothingSet,
    name: reader.text('name', longest('名称', 16)),
    tagline: reader.text('tagline', longest('一句话介绍', 30)),
    publisher: reader.text('publisher', longest('主办单位', 40)),
    contact: { address: said('address'), telephone: said('telephone'), mail: said('mail') },
    icp: reader.text('icp', icpRule),
    police: reader.text('police', policeRule),
    logoAlt: reader.text('logoAlt', longest('logoAlt', 40)),
    ...(accent && { accent: accentOf(accent.toLowerCase()) }),
    theme: oneOf(themeNames, reader.text('theme', themeRule)) ?? '',
    size: oneOf(sizeNames, reader.text('size', sizeRule)) ?? '',
    url: reader.text('url', urlRule),
    feeds: readFeeds(reader, fields.has('feeds')),
    share: readShare(reader, fields.has('share')),
    pictureLimits: readLimits(reader),
    about: body,
  }
}

const themeRule: Rule = text =>
  oneOf(themeNames, text)
    ? undefined
    : { rule: 'theme-unknown', message: `写的是“${text}”，应为 ${themeNames.join('、')} 之一` }

const sizeRule: Rule = text =>
  oneOf(sizeNames, text)
    ? undefined
    : { rule: 'size-unknown', message: `写的是“${text}”，应为 ${sizeNames.join('、')} 之一` }

/** What two keys must say of each other. */
function noteTogether(
  { logoAlt, police }: OwnSettings,
  { logo, policeIcon }: { readonly logo: string; readonly policeIcon: string },
  reader: Reader,
): void {
  const note = (key: string, rule: string, message: string) => reader.note(reader.place(key), rule, message)
  if (logo && !logoAlt) note('logo', 'logo-alt', '有 logo，就应有 logoAlt：看不见图的人听到的话')
  if (logoAlt && !logo) note('logoAlt', 'logo-missing', '有 logoAlt，就应有 logo')
  if (policeIcon && !police) note('policeIcon', 'police-missing', '有 policeIcon，就应有 police')
}

const megabyte = 1_000_000

function readLimits(reader: Reader): PictureLimits {
  const { count, bytes } = mostPictures
  const rules = { count: wholeNumber(count), megabytes: wholeNumber(bytes / megabyte) }
  const given = reader.map('pictures', rules)
  const read = (key: keyof typeof rules) => Number(given.get(key) || 0)
  return { count: read('count') || count, bytes: read('megabytes') * megabyte || bytes }
}

function readFeeds(reader: Reader, isSet: boolean): readonly FeedFile[] {
  const chosen = reader.list('feeds', choiceRule('feeds', Object.keys(feedFiles)))
  noteOff(reader, 'feeds', chosen)
  return Object.entries(feedFiles).flatMap(([name, file]) => (!isSet || chosen.includes(name) ? [file] : []))
}

function readShare(reader: Reader, isSet: boolean): readonly ShareWay[] {
  const chosen = reader.list('share', choiceRule('share', shareWays))
  noteOff(reader, 'share', chosen)
  return isSet ? shareWays.filter(way => chosen.includes(way)) : shareWays
}

const choiceRule =
  (key: string, names: readonly string[]): Rule =>
  text =>
    text === 'off' || names.includes(text)
      ? undefined
      : { rule: `${key}-unknown`, message: `写的是“${text}”，应为 ${names.join('、')}，或单独写 ["off"]` }

function noteOff(reader: Reader, key: string, chosen: readonly string[]): void {
  if (chosen.includes('off') && chosen.length > 1)
    reader.note(reader.place(key), `${key}-off`, 'off 是全部关闭，应单独写 ["off"]')
}

function aboutProblems(body: string, file: string, above: number): Problem[] {
  if (body.length > longestAbout)
    return inFile([{ line: 1, column: 1, rule: 'about-long', message: aboutLong(body.length) }], file, above)
  return inFile(readBody(body).faults, file, above)
}

const aboutLong = (length: number) => `介绍有 ${length} 字，最多 ${longestAbout} 字，应删减`

/** Keys as owners call them. */
const aliases: Readonly<Record<string, string>> = {
  ...{ 名称: 'name', 站名: 'name', 网站名: 'name', title: 'name', 口号: 'tagline', 介绍: 'tagline' },
  ...{ 主办: 'publisher', 主办单位: 'publisher', 联系: 'contact', 联系方式: 'contact', 备案: 'icp' },
  ...{ 备案号: 'icp', ICP: 'icp', 公安备案: 'police', 标志: 'logo', 颜色: 'accent', color: 'accent' },
  ...{ colour: 'accent', 底色: 'theme', 字号: 'size', 网址: 'url', 订阅: 'feeds', 分享: 'share' },
}

function siteHint(key: string): string | undefined {
  if (['address', 'telephone', 'mail', '地址', '电话', '邮箱'].includes(key))
    return '，应写在 contact 下面：address、telephone、mail'
  const meant = aliases[key]
  return meant && `，应写“${meant}”`
}
