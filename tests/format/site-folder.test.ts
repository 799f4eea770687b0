// What an owner may set, and every way in which it can be wrong: each is said with its file, its line and what is expected.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { wcagContrast } from 'culori'
import { afterAll, describe, expect, it } from 'vitest'
import { sizes, themes } from '#lib/device/settings'
import { accentOf, canBeRead, nearestShade } from '#lib/format/accent'
import { moveKeys } from '#lib/format/moves-file'
import { optionalRegionKeys, regionKeys } from '#lib/format/regions-file'
import { siteKeys } from '#lib/format/site-file'
import { handOn, readSiteFolder } from '#lib/format/site-folder'
import { optionalTopicKeys, topicKeys } from '#lib/format/topics-file'
import {
  feedFiles,
  nothingSet,
  type OwnSettings,
  readOwnSettings,
  shareWays,
  sizeNames,
  themeNames,
} from '#lib/model/own-settings'
import { formatProblems } from '#lib/model/problem'

const home = mkdtempSync(join(tmpdir(), 'owner-'))
afterAll(() => rmSync(home, { recursive: true }))

const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 32"><path d="M0 0h96v32H0z"/></svg>'
mkdirSync(join(home, 'public'))
writeFileSync(join(home, 'public/logo.svg'), logo)
writeFileSync(join(home, 'public/big.svg'), logo + ' '.repeat(20_000))
writeFileSync(join(home, 'public/text.png'), 'no picture')
writeFileSync(join(home, 'public/active.svg'), logo.replace('<path', '<script>1</script><path'))
writeFileSync(join(home, 'public/bare.svg'), logo.replace(/viewBox="[^"]*"/, ''))

type Files = Readonly<Partial<Record<'site' | 'regions' | 'topics' | 'moved', string | Buffer>>>

function read(files: Files) {
  const dir = join(home, 'content')
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, `${name}.md`), text)
  const found = readSiteFolder(dir, join(home, 'public'))
  return Array.isArray(found) ? formatProblems(found).replaceAll(`${home}/`, '') : found
}

const front = (yaml: string, body = '') => `---\n${yaml}\n---\n${body}`
const regions = (yaml: string) => front(`whole: "全市"\nwholeSlug: "quanshi"\nregions:\n${yaml}`)
const topics = (yaml: string) => front(`topics:\n${yaml}`)
const topic = (more: string) => topics(`  - name: "安全"\n    slug: "safety"\n    covers: "隐患"\n${more}`)

const full: Files = {
  site: front(
    [
      'name: "江城工会"',
      'tagline: "江城职工自己的报纸"',
      'publisher: "江城市总工会"',
      'contact:',
      '  address: "江城市人民路1号"',
      '  telephone: "027-12345678转801"',
      '  mail: "bianji@jiangcheng.example"',
      'icp: "鄂ICP备12345678号-1"',
      'police: "鄂公网安备 42010102001234号"',
      'logo: "/logo.svg"',
      'logoAlt: "江城工会的标志"',
      'accent: "#0B5CAD"',
      'theme: "sepia"',
      'size: "large"',
      'url: "https://jiangcheng.example/bao"',
      'feeds: ["rss", "json"]',
      'share: ["link", "qr"]',
    ].join('\n'),
    '\n## 我们\n\n江城市总工会主办。\n',
  ),
  regions: regions('  - name: "东湖区"\n    slug: "donghu"\n    tile: "1 2"\n    also: "东湖、东湖高新"'),
  topics: topic('    terms: "安康杯 隐患排查"\n    formerly: "安全生产"\n    formerSlugs: "anquan"'),
}

describe('what an owner has set', () => {
  it('is nothing without the files', () => expect(read({})).toEqual(nothingSet))

  it('is read whole', () => {
    const own = read(full) as OwnSettings
    expect(own).toMatchObject({
      name: '江城工会',
      contact: { telephone: '027-12345678转801' },
      logo: { path: '/logo.svg', width: 96, height: 32 },
      feeds: ['feed.xml', 'feed.json'],
      share: ['link', 'qr'],
      about: '## 我们\n\n江城市总工会主办。',
    })
    expect(own.regions?.list[0]).toMatchObject({ short: '东', tile: [1, 2], also: ['东湖', '东湖高新'] })
    expect(own.topics?.[0]).toMatchObject({ formerly: ['安全生产'], formerSlugs: ['anquan'] })
  })

  it('comes through the environment as it is, once', () => {
    const env: Record<string, string | undefined> = {}
    read(full)
    const dir = join(home, 'content')
    writeFileSync(join(dir, 'site.md'), front('name: "江城工会"'))
    expect(handOn(dir, env)).toEqual([])
    expect(readOwnSettings(env)).toEqual(readSiteFolder(dir))
    const given = { SITE_SETTINGS: '{"name":"乙"}' }
    expect(handOn(dir, given)).toEqual([])
    expect(readOwnSettings(given)).toEqual({ ...nothingSet, name: '乙' })
  })

  it('turns feeds and sharing off', () => {
    expect(read({ site: front('feeds: ["off"]\nshare: ["off"]') })).toMatchObject({ feeds: [], share: [] })
  })

  it('follows a link to no file of elsewhere', () => {
    read({})
    symlinkSync('/etc/hostname', join(home, 'content/site.md'))
    expect(readSiteFolder(join(home, 'content'))).toMatchObject([{ rule: 'file-symlink' }])
  })
})

const moved = (yaml: string): Files => ({ moved: front(`moved:\n${yaml}`) })
const site = (yaml: string, body = ''): Files => ({ site: front(yaml, body) })

const wrong: readonly (readonly [says: string, files: Files])[] = [
  ['site.md:1:1 file-empty 是空文件', { site: '' }],
  ['site.md:1:1 front-matter-missing 第一行应恰好是 ---', { site: 'name: "甲"\n' }],
  ['site.md:1:1 front-matter-unclosed 到文件末尾也没有结束的 ---', { site: '---\nname: "甲"\n' }],
  ['site.md:1 encoding 不是 UTF-8 编码，应另存为 UTF-8', { site: Buffer.from([0x2d, 0xc4, 0xcf]) }],
  ['site.md:2:7 yaml-unquoted 写的是 江城工会，值应放进双引号', site('name: 江城工会')],
  ['site.md:3:1 key-double name 写了两次', site('name: "甲"\nname: "乙"')],
  ['site.md:2:1 key-unknown 没有“名称”这个键，应写“name”', site('名称: "甲"')],
  ['site.md:2:1 key-unknown 没有“nam”这个键，是不是“name”？', site('nam: "甲"')],
  ['site.md:2:1 key-unknown 没有“mail”这个键，应写在 contact 下面', site('mail: "a@b.example"')],
  ['site.md:2:7 text-long 名称有 17 字，最多 16 字', site(`name: "${'甲'.repeat(17)}"`)],
  ['site.md:2:7 value-empty name 是空的', site('name: " "')],
  ['site.md:2:7 value-space name 首尾有空格', site('name: "甲 "')],
  ['site.md:2:7 value-type name 应是一个字符串', site('name: ["甲"]')],
  ['site.md:2:10 text-long 一句话介绍有 31 字，最多 30 字', site(`tagline: "${'甲'.repeat(31)}"`)],
  ['site.md:2:12 text-long 主办单位有 41 字', site(`publisher: "${'甲'.repeat(41)}"`)],
  ['site.md:2:10 value-type contact 应分行写出 address、telephone、mail', site('contact: "电话"')],
  ['site.md:3:3 key-unknown 没有“phone”这个键，是不是“telephone”？', site('contact:\n  phone: "1"')],
  ['site.md:3:14 telephone-format 写的是“问门卫”，应为电话号码', site('contact:\n  telephone: "问门卫"')],
  ['site.md:3:9 mail-format 写的是“a@b”，应为邮箱', site('contact:\n  mail: "a@b"')],
  ['site.md:3:9 mail-format', site('contact:\n  mail: "a@b.example?cc=c@d.example"')],
  [
    'site.md:2:6 icp-format 写的是“12345678”，应照备案结果原样写，如“京ICP备12345678号-1”',
    site('icp: "12345678"'),
  ],
  [
    'site.md:2:9 police-format 写的是“京公网安备1101号”，应照备案结果原样写，数字 14 位',
    site('police: "京公网安备1101号"'),
  ],
  ['site.md:2:13 police-missing 有 policeIcon，就应有 police', site('policeIcon: "/logo.svg"')],
  [
    'site.md:2:7 picture-path 写的是“../logo.png”，应为 public/ 里一个 PNG 或 SVG 文件',
    site('logo: "../logo.png"'),
  ],
  ['site.md:2:7 picture-path', site('logo: "https://cdn.example/logo.png"')],
  ['site.md:2:7 picture-path', site('logo: "/logo.gif"')],
  [
    'site.md:2:7 picture-missing 没有 public/none.png 这个文件，应放进 public/',
    site('logo: "/none.png"\nlogoAlt: "标志"'),
  ],
  ['site.md:2:7 picture-large public/big.svg 有 2', site('logo: "/big.svg"\nlogoAlt: "标志"')],
  [
    'site.md:2:7 picture-kind public/text.png 认不出是什么图片，应是 PNG 或 SVG',
    site('logo: "/text.png"\nlogoAlt: "标志"'),
  ],
  ['site.md:2:7 picture-kind public/active.svg 里面有脚本', site('logo: "/active.svg"\nlogoAlt: "标志"')],
  ['site.md:2:7 picture-kind public/bare.svg 没有 viewBox', site('logo: "/bare.svg"\nlogoAlt: "标志"')],
  ['site.md:3:10 number 写的是“100”，应为 1 到 40 的整数', site('pictures:\n  count: "100"')],
  ['site.md:3:14 number 写的是“两”，应为 1 到 30 的整数', site('pictures:\n  megabytes: "两"')],
  ['site.md:2:7 logo-alt 有 logo，就应有 logoAlt', site('logo: "/logo.svg"')],
  ['site.md:2:10 logo-missing 有 logoAlt，就应有 logo', site('logoAlt: "标志"')],
  ['site.md:2:9 accent-format 写的是“red”，应为 # 和六位十六进制数', site('accent: "red"')],
  ['site.md:2:9 accent-format', site('accent: "#b32"')],
  [
    'site.md:2:9 accent-contrast “#ff0000”与底色的对比度只有 3.67，应不低于 4.5；深一些的 #e',
    site('accent: "#ff0000"'),
  ],
  ['site.md:2:9 accent-contrast “#ffd60a”', site('accent: "#ffd60a"')],
  [
    'site.md:2:8 theme-unknown 写的是“夜间”，应为 auto、light、sepia、dark、contrast 之一',
    site('theme: "夜间"'),
  ],
  ['site.md:2:7 size-unknown 写的是“28”，应为 standard、large、xlarge、care 之一', site('size: "28"')],
  ['site.md:2:6 url-format 写的是“news.example”，应为网址', site('url: "news.example"')],
  ['site.md:2:6 url-format', site('url: "javascript:alert(1)"')],
  [
    'site.md:2:6 url-local “http://localhost:3000”是本机的地址，别人打不开',
    site('url: "http://localhost:3000"'),
  ],
  [
    `site.md:2:9 feeds-unknown 写的是“xml”，应为 ${Object.keys(feedFiles).join('、')}，或单独写 ["off"]`,
    site('feeds: ["xml"]'),
  ],
  ['site.md:2:8 feeds-off off 是全部关闭，应单独写 ["off"]', site('feeds: ["off", "rss"]')],
  ['site.md:2:8 value-type feeds 应是列表', site('feeds: "rss"')],
  ['site.md:2:9 share-unknown 写的是“微信”', site('share: ["微信"]')],
  ['site.md:4:1 markdown-html 是 HTML 标签', site('name: "甲"', '<script>alert(1)</script>\n')],
  ['site.md:4:1 markdown-link', site('name: "甲"', '[这里](https://a.example)\n')],
  ['site.md:4:1 about-long 介绍有 10001 字，最多 10000 字', site('name: "甲"', '甲'.repeat(10_001))],
  [
    'regions.md:1:1 key-missing 缺少“whole”这个键',
    { regions: front('regions:\n  - name: "甲区"\n    slug: "jia"') },
  ],
  ['regions.md:5:5 key-missing 缺少“slug”这个键', { regions: regions('  - name: "甲区"') }],
  [
    'regions.md:6:11 slug-format 写的是“甲区”，应以小写字母开头',
    { regions: regions('  - name: "甲区"\n    slug: "甲区"') },
  ],
  ['regions.md:6:11 slug-format 写的是“1”', { regions: regions('  - name: "甲区"\n    slug: "1"') }],
  ['regions.md:5:11 name-parted 写的是“甲 区”', { regions: regions('  - name: "甲 区"\n    slug: "jia"') }],
  [
    'regions.md:7:12 text-long short有 3 字',
    { regions: regions('  - name: "甲区"\n    slug: "jia"\n    short: "甲区的"') },
  ],
  [
    'regions.md:7:11 tile-format 写的是“10 1”，应为行和列，如“3 5”：行 1 到 9，列 1 到 7',
    { regions: regions('  - name: "甲区"\n    slug: "jia"\n    tile: "10 1"') },
  ],
  [
    'regions.md:8:5 tile-missing “乙区”没有 tile',
    {
      regions: regions(
        '  - name: "甲区"\n    slug: "jia"\n    tile: "1 1"\n  - name: "乙区"\n    slug: "yi"',
      ),
    },
  ],
  [
    'regions.md:10:11 tile-double “1 1”已经是“甲区”的位置',
    {
      regions: regions(
        '  - name: "甲区"\n    slug: "jia"\n    tile: "1 1"\n  - name: "乙区"\n    slug: "yi"\n    tile: "1 1"',
      ),
    },
  ],
  [
    'regions.md:7:11 name-double “甲区”已经用在“甲区”',
    { regions: regions('  - name: "甲区"\n    slug: "jia"\n  - name: "甲区"\n    slug: "yi"') },
  ],
  [
    'regions.md:6:11 slug-double “quanshi”已经用在“全市”',
    { regions: regions('  - name: "甲区"\n    slug: "quanshi"') },
  ],
  [
    'site.md:1 settings-large 几个设置文件一共 12',
    { regions: regions(`  - name: "甲区"\n    slug: "jia"\n    also: "${'别名、'.repeat(14_000)}别"`) },
  ],
  ['moved.md:1:1 key-missing 缺少“moved”这个键', { moved: front('name: "甲"') }],
  [
    'moved.md:3:11 move-address 写的是“https://a.example/x/”，应为站内的网址',
    moved('  - from: "https://a.example/x/"\n    to: "/articles/a-01/"'),
  ],
  ['moved.md:4:9 move-address', moved('  - from: "/articles/a-01/"\n    to: "/articles/../x/"')],
  ['moved.md:4:9 move-kind', moved('  - from: "/articles/a-01/"\n    to: "/issues/a/"')],
  ['moved.md:4:9 move-same', moved('  - from: "/issues/a/"\n    to: "/issues/a/"')],
  [
    'moved.md:5:11 move-double “/issues/a/”写了两次',
    moved('  - from: "/issues/a/"\n    to: "/issues/b/"\n  - from: "/issues/a/"\n    to: "/issues/c/"'),
  ],
  ['topics.md:1:1 key-missing 缺少“topics”这个键', { topics: front('name: "甲"') }],
  ['topics.md:2:9 value-type topics 应是列表', { topics: front('topics: "安全"') }],
  [
    'topics.md:3:5 key-missing 缺少“covers”这个键',
    { topics: topics('  - name: "安全"\n    slug: "safety"') },
  ],
  ['topics.md:6:5 key-unknown 没有“order”这个键', { topics: topic('    order: "1"') }],
  [
    'topics.md:4:11 slug-double “other”已经用在“未分类”',
    { topics: topics('  - name: "安全"\n    slug: "other"\n    covers: "隐患"') },
  ],
  [
    'topics.md:4:11 slug-double “city”',
    { topics: topics('  - name: "安全"\n    slug: "city"\n    covers: "隐患"') },
  ],
  ['topics.md:6:18 slug-format 写的是“旧”', { topics: topic('    formerSlugs: "旧"') }],
  ['topics.md:6:15 name-double “安全”已经用在“安全”', { topics: topic('    formerly: "安全"') }],
]

it('lets a page begin with what readers can choose', () => {
  expect(themeNames).toEqual(themes.map(({ value }) => value))
  expect(sizeNames).toEqual(sizes.map(({ value }) => value))
})

describe('what is wrong', () => {
  it.each(wrong)('is said: %s', (says, files) => {
    const said = read(files)
    expect(typeof said).toBe('string')
    expect(said).toContain(`content/${says}`)
  })

  it('is said at once, of all files', () => {
    const said = read({ ...site('icp: "1"\nname: ""\ntheme: "x"'), ...{ topics: front('x: "1"') } })
    expect(
      String(said)
        .split('\n')
        .map(line => line.split(' ')[1]),
    ).toEqual(['icp-format', 'value-empty', 'theme-unknown', 'key-missing', 'key-unknown'])
  })
})

describe('the colour of a site', () => {
  const hues = Array.from({ length: 24 }, (_, at) => `hsl(${at * 15} 80% 60%)`)
  it.each(['#b3261e', '#0b5cad', '#1b6b3a', '#6b3fa0', '#000000', ...hues.map(nearestShade)])(
    '%s can be read in every theme',
    colour => {
      expect(canBeRead(colour)).toBe(true)
      const { day, night } = accentOf(colour)
      const least = (shade = '', on: readonly string[]) =>
        Math.min(...on.map(ground => wcagContrast(shade, ground)))
      for (const [shades, papers] of [
        [day, ['#fbfaf7', '#ffffff', '#fbf5e6', '#fffaf0', day['--red-wash'] ?? '']],
        [night, ['#161513', '#1e1d1a', night['--red-wash'] ?? '']],
      ] as const) {
        expect(least(shades['--red-ink'], papers)).toBeGreaterThanOrEqual(4.5)
        expect(least(shades['--red-strong'], papers)).toBeGreaterThanOrEqual(7)
        expect(least(shades['--red'], papers.slice(0, -1))).toBeGreaterThanOrEqual(4.5)
      }
      for (const shade of Object.values({ ...day, ...night })) expect(shade).toMatch(/^#[0-9a-f]{6}$/)
      // Words on the tiles of the map, and on what is filled with the colour.
      for (const name of ['--red', '--shade-4', '--shade-5']) {
        expect(least(day[name], ['#ffffff'])).toBeGreaterThanOrEqual(4.5)
        expect(least(night[name], ['#1a0f0e'])).toBeGreaterThanOrEqual(4.5)
      }
      for (const name of ['--shade-1', '--shade-2', '--shade-3']) {
        expect(least(day[name], ['#1b1a18'])).toBeGreaterThanOrEqual(4.5)
        expect(least(night[name], ['#ece8e0'])).toBeGreaterThanOrEqual(4.5)
      }
    },
  )
})

describe('the handbook for owners', () => {
  const handbook = readFileSync(new URL('../../lib/handbook/own-site.md', import.meta.url), 'utf8')
  const keys = [
    ...siteKeys,
    ...regionKeys,
    ...optionalRegionKeys,
    ...topicKeys,
    ...optionalTopicKeys,
    ...moveKeys,
  ]
  it('has an example of every key', () =>
    expect(keys.filter(key => !new RegExp(`\\b${key}:`).test(handbook))).toEqual([]))
  it('names every format of feeds and every way of sharing', () => {
    const names = [...Object.keys(feedFiles), ...shareWays]
    expect(names.filter(name => !handbook.includes(`\`${name}\``))).toEqual([])
  })
})
