// What a page says to programs besides its head: chat apps that read the first picture and itemprop, search engines that read
// JSON-LD. Nothing of it is shown.
import { absolute, href } from '#lib/model/site'
import { scriptText } from '#lib/publish/structured-data'

type Props = {
  readonly says: { readonly title: string; readonly description: string }
  /** Path of the square picture. It has to be the first <img> of the page. */
  readonly square: string
  readonly data: object
}

export function ForPrograms({ says, square, data }: Props) {
  return (
    <div hidden itemScope itemType="https://schema.org/WebPage">
      <meta itemProp="name" content={says.title} />
      <meta itemProp="description" content={says.description} />
      <meta itemProp="image" content={absolute(square)} />
      <img src={href(square)} width={300} height={300} alt="" fetchPriority="low" decoding="async" />
      {/* scriptText leaves no < in the data. */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptText(data) }} />
    </div>
  )
}
