// The pictures of an article: the main one as wide as the text, the others in a strip under it. Each is a link to itself in large,
// which a script opens over the page where there is one.
import type { ReactNode } from 'react'
import { pictureScript } from '#lib/device/bundle'
import type { Article } from '#lib/model/article'
import {
  copyPath,
  plainSize,
  type ShownPicture,
  shownPictures,
  smallSize,
  widthsOf,
} from '#lib/model/picture'
import { href } from '#lib/model/site'
import { spokenAlt } from '#lib/text/picture-texts'

type Props = {
  readonly article: Article
  /** Before ids, where several articles share a page. */
  readonly prefix: string
  /** Whether the main picture is loaded at once: on a page of its own. */
  readonly atOnce: boolean
  /** The text of an item that is nothing but the caption of its picture. */
  readonly children?: ReactNode
}

/** Nothing for an article without pictures. */
export async function Pictures({ article, prefix, atOnce, children }: Props) {
  const [main, ...others] = shownPictures(article)
  if (!main) return null
  const textId = `${prefix}pic-text`
  const idOf = (at: number) => `${prefix}pic-${at + 1}`
  // What describes a picture without a caption of its own.
  const otherwise = children ? textId : ''
  return (
    <>
      <figure className="pic-figure">
        <Captioned
          picture={main}
          id={idOf(0)}
          otherwise={otherwise}
          sizes={others.length < longStrip ? sizes : sizesOverStrip}
          lazy={!atOnce}
        />
        {others.length > 0 ? (
          <ul className="pic-strip">
            {others.map((picture, at) => (
              <li key={picture.file}>
                <figure>
                  <Captioned picture={picture} id={idOf(at + 1)} otherwise={otherwise} lazy />
                </figure>
              </li>
            ))}
          </ul>
        ) : null}
        {children ? (
          <figcaption className="pic-text" id={textId}>
            {children}
          </figcaption>
        ) : null}
      </figure>
      {/* A module runs once, however many articles of a page name it. */}
      <script data-keep="" type="module" src={await pictureScript()} />
    </>
  )
}

type CaptionedProps = Omit<OpeningProps, 'described'> & { readonly id: string; readonly otherwise: string }

/** A picture and its caption, which describes it. Inside a figure that has a figcaption of its own already it is a paragraph. */
function Captioned({ id, otherwise, ...opening }: CaptionedProps) {
  const caption = captionOf(opening.picture)
  return (
    <>
      <Opening described={caption ? id : otherwise} {...opening} />
      {caption ? (
        <p className="pic-caption" id={id}>
          {caption}
        </p>
      ) : null}
    </>
  )
}

/** Its mark, caption and credit; undefined where nothing is printed of the picture itself. */
function captionOf({ mark, caption, credit }: ShownPicture): ReactNode | undefined {
  if (!mark && !caption && !credit) return undefined
  return (
    <>
      {caption || mark}
      {/* An en space hangs where the line ends there: the credit, which is not broken, begins at the edge. */}
      {credit && (caption || mark) ? '\u2002' : null}
      {credit ? <span className="pic-credit">{credit}</span> : null}
    </>
  )
}

/** What the widest picture takes of the page, for browsers to choose by: 38rem of text, else the whole width. */
const sizes = '(min-width: 760px) 684px, 100vw'
/** The same over a long strip, of which browsers load much at once: the next smaller copy, so that both are in the budget (0131). */
const sizesOverStrip = '(min-width: 760px) 540px, 66vw'
/** So many others make a strip long. */
const longStrip = 4

type OpeningProps = {
  readonly picture: ShownPicture
  /** The id of its caption; '' where there is none. */
  readonly described: string
  /** Of the main picture, which is as wide as the text. */
  readonly sizes?: string
  readonly lazy: boolean
}

function Opening({ picture, described, sizes, lazy }: OpeningProps) {
  const { measured, alt } = picture
  const wide = sizes !== undefined
  const small = href(copyPath(picture, { kind: 'small' }))
  const all = widthsOf(measured).map(
    width => `${href(copyPath(picture, { kind: 'width', width }))} ${width}w`,
  )
  const size = wide ? plainSize(measured) : smallSize(measured)
  const narrow = measured.width < smallest && measured.height < smallest
  const shape = narrow ? 'narrow' : measured.height > measured.width ? 'tall' : 'wide'
  return (
    <a
      className={wide ? `pic-open pic-${shape}` : 'pic-open'}
      href={href(copyPath(picture, { kind: 'large' }))}
    >
      <picture>
        {wide ? <source type="image/webp" media="(prefers-reduced-data: reduce)" srcSet={small} /> : null}
        <source
          type="image/webp"
          srcSet={wide ? all.join(', ') : small}
          {...(wide && { sizes: narrow ? `${measured.width}px` : sizes })}
        />
        <img
          src={href(copyPath(picture, { kind: 'plain' }))}
          {...size}
          alt={spokenAlt(alt, described !== '')}
          {...(!alt && described && { 'aria-describedby': described })}
          {...(lazy && { loading: 'lazy' as const })}
          decoding="async"
        />
      </picture>
    </a>
  )
}

/** Pictures smaller than this are not made as wide as the text. */
const smallest = 480

/** The small picture of an article in a list, where the title says it all; nothing where there is none. */
export function Thumb({ src }: { src: string | undefined }) {
  return src ? (
    <img
      className="pic-thumb"
      src={href(src)}
      width={120}
      height={80}
      alt=""
      loading="lazy"
      decoding="async"
    />
  ) : null
}
