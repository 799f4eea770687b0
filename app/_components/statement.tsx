// The accessibility statement: what is met, what is not, its date, how to report. Change the date when you change a line.
import { formatDate } from '#lib/model/dates'
import { ownSettings } from '#lib/model/owner'
import { regionWord } from '#lib/model/regions'

/** The day on which this was last held against the site. */
const checked = '2026-11-26'

const met = [
  'WCAG 2.2 AA 级：每类页面在五种底色、标准与关怀两种模式下，用 axe 自动检查，没有发现问题。',
  '正文与底色的对比度不低于 7:1，其余文字不低于 4.5:1；关怀版全部不低于 7:1。',
  '可以点的地方不小于 44×44 像素，关怀版不小于 60×60 像素（正文里的链接除外）。',
  '宽 320 像素、文字放大到 150%、页面放大到 400% 时，都不需要左右滚动。',
  '只用键盘就能到达每一处，当前位置看得见，第一个链接可以跳到正文。',
  `不用 JavaScript 也能阅读、按${regionWord}和主题查找、翻页和打印。`,
  '遵从系统的强制配色、增强对比度和减少动态效果的设置；本站没有动画。',
  '旧手机也能看：Chrome 66 起可以阅读、点链接，Chrome 80 起全部功能可用。',
]

const unmet = [
  '没有请残障读者和老年读者正式测试过；读屏软件只按标准编写，没有逐一试用。',
  '朗读依靠浏览器自带的语音。微信内置浏览器没有这项功能，那里不显示“朗读”。',
  '原始材料里没有图片的图片新闻只有文字说明；还没有替代文字的图片，读屏软件念“图片，说明见下”。',
  '设置、搜索和复制按钮需要 JavaScript。',
]

export function Statement() {
  return (
    <section aria-labelledby="accessibility">
      <h2 id="accessibility">无障碍说明</h2>
      <p>
        本站按《网页内容无障碍指南》（WCAG 2.2）AA 级和《互联网网站适老化通用设计规范》制作。本说明更新于
        <time dateTime={checked}>{formatDate(checked)}</time>。
      </p>
      <h3>已经做到</h3>
      <List items={met} />
      <h3>还没有做到</h3>
      <List items={unmet} />
      <h3>怎样反映问题</h3>
      <p>
        {`读着不方便，请${reportTo()}，写明是哪一页、用什么手机或浏览器、遇到了什么。收到后我们先设法让你读到内容，再改网页。`}
      </p>
    </section>
  )
}

/** To whom: the owner, where there is a way to reach it. */
function reportTo(): string {
  const { publisher, contact } = ownSettings
  const ways = [contact.telephone && `打电话 ${contact.telephone}`, contact.mail && `写信到 ${contact.mail}`]
  const way = ways.filter(Boolean).join('，或')
  return way ? `告诉${publisher || '我们'}：${way}` : '告诉给你转发本页的工会组织，或在本站源代码仓库提出问题'
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map(item => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
