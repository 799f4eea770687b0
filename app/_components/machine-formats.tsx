// What programs can read of the site, said in words: feeds, plain text, data. The files themselves are made in lib.
import { homePath, href } from '#lib/site'

const formats: readonly (readonly [address: string, says: string])[] = [
  ['feed.xml', '全站 RSS 2.0 订阅；atom.xml、feed.json 是 Atom 和 JSON Feed，都带全文'],
  ['feeds.opml', '各省、各主题全部订阅的清单，阅读器可以一次导入。省和主题的订阅在它们各自的网页下'],
  ['articles.json', '全部文章的数据'],
  ['sitemap.xml', '网站地图'],
]

export function MachineFormats() {
  return (
    <section aria-labelledby="formats">
      <h2 id="formats">给程序读</h2>
      <p>
        每篇文章的网址去掉最后的斜线，加 .md 是 Markdown，加 .json 是数据；每期的网址同样加 .txt 是纯文本。
        没有日期的文章，RSS 和 JSON Feed 里不写日期；Atom 规定必须有更新时间，写作1970年1月1日。
      </p>
      <ul>
        {formats.map(([address, says]) => (
          <li key={address}>
            <a href={href(`${homePath}${address}`)}>{address}</a>
            {`：${says}。`}
          </li>
        ))}
      </ul>
    </section>
  )
}
