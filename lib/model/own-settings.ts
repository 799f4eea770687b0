// What the owner of a site may set in content/site.md, content/topics.md, content/regions.md and content/moved.md, as plain data. Read at the door
// (format/site-folder.ts), handed on by SITE_SETTINGS of the environment, and the same in every process of a build (decision 0120).
import type { Environment } from './settings'

/** The themes and the sizes of text that a page may begin with; device/settings.ts has their names for readers. */
export const themeNames = ['auto', 'light', 'sepia', 'dark', 'contrast'] as const
export const sizeNames = ['standard', 'large', 'xlarge', 'care'] as const

/** The ways of passing a page on, each of which may be left out. */
export const shareWays = ['system', 'link', 'text', 'qr', 'weibo', 'print'] as const
export type ShareWay = (typeof shareWays)[number]

/** The files of feeds by the names that owners write, each of which may be left out; pages offer them in this order. */
export const feedFiles = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' } as const
export type FeedFile = (typeof feedFiles)[keyof typeof feedFiles]

type Contact = { readonly address: string; readonly telephone: string; readonly mail: string }

/** A picture of public/: its path below the site's root, its size in pixels. */
export type PublicPicture = { readonly path: string; readonly width: number; readonly height: number }

/** The shades of the owner's colour, #rrggbb by the name of the custom property that they take the place of. */
export type Shades = Readonly<Record<string, string>>
export type Accent = { readonly day: Shades; readonly night: Shades }

/** A group of stories: a province or what stands in its place, or a topic. */
type Group = {
  readonly name: string
  /** The end of its address; ASCII, frozen once published. */
  readonly slug: string
  /** Names and slugs that it had: articles may still say the names, and the addresses lead on. */
  readonly formerly: readonly string[]
  readonly formerSlugs: readonly string[]
}

export type Region = Group & {
  /** One or two characters for a tile of the map. */
  readonly short: string
  /** A group of regions in the list of feeds; '' for none. */
  readonly zone: string
  /** Row and column on the map, from 1; none where the regions have no map. */
  readonly tile?: readonly [row: number, column: number]
  /** Code of GB/T 2260, of provinces alone. */
  readonly code?: string
  /** Other names by which texts call it, for the importer. */
  readonly also: readonly string[]
}

export type Topic = Group & {
  /** What it covers, as its page says. */
  readonly says: string
  /** Words that make the importer think of it, besides those that come with the site. */
  readonly terms: readonly string[]
}

export type OwnRegions = {
  /** What a region is called: 地区, 区县, 单位. */
  readonly called: string
  /** Where stories stand that name none of them. */
  readonly whole: Region
  readonly list: readonly Region[]
}

/** An article or an issue with another address than it had: paths below the site's root, and the line of moved.md. */
export type Move = { readonly from: string; readonly to: string; readonly line: number }

/** How many pictures an article may have, and how large the file of each may be. */
export type PictureLimits = { readonly count: number; readonly bytes: number }

/** A page of pictures has a dozen; photographs of the largest cameras have 30 MB. An owner may allow less. */
export const mostPictures: PictureLimits = { count: 40, bytes: 30_000_000 }

/** Empty or undefined: not set, and as it comes with the site. */
export type OwnSettings = {
  readonly name: string
  readonly tagline: string
  readonly publisher: string
  readonly contact: Contact
  /** Numbers of the registrations of a site in mainland China, as they are to be shown. */
  readonly icp: string
  readonly police: string
  readonly policeIcon?: PublicPicture
  readonly logo?: PublicPicture
  readonly logoAlt: string
  readonly accent?: Accent
  readonly theme: (typeof themeNames)[number] | ''
  readonly size: (typeof sizeNames)[number] | ''
  /** http(s) address of the site; SITE_URL comes before it. */
  readonly url: string
  readonly feeds: readonly FeedFile[]
  readonly share: readonly ShareWay[]
  readonly pictureLimits: PictureLimits
  /** Markdown of the text about the site. */
  readonly about: string
  readonly regions?: OwnRegions
  readonly topics?: readonly Topic[]
  readonly moves: readonly Move[]
}

export const nothingSet: OwnSettings = {
  ...{ name: '', tagline: '', publisher: '', icp: '', police: '', logoAlt: '', url: '', about: '' },
  contact: { address: '', telephone: '', mail: '' },
  theme: '',
  size: '',
  feeds: Object.values(feedFiles),
  share: shareWays,
  pictureLimits: mostPictures,
  moves: [],
}

/** The settings that an environment hands on; what SITE_SETTINGS leaves out is not set. Throws on what is no JSON. */
export function readOwnSettings({ SITE_SETTINGS }: Environment): OwnSettings {
  // Written by handOn of format/site-folder.ts: the shape is what was checked there.
  return { ...nothingSet, ...(JSON.parse(SITE_SETTINGS || '{}') as Partial<OwnSettings>) }
}
