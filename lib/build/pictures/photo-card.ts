// The pictures of an article that has a photograph: a card with the headline set under it, and a square cut from it.
import type { Node } from '@takumi-rs/core'
import { palette } from '../../model/palette'
import { recipe } from '../../model/picture'
import { cardSize } from '../../publish/paths'
import { type CardText, type Drawing, textIn } from './card-design'
import { family } from './font'
import { openCopy, type Photograph } from './photographs'
import type { DrawnPicture } from './render'

/** Height of the band under the photograph. */
const band = 226

/** The card in that file: the photograph, and under it where it was, the headline, the name of the site. */
export function photoCard(
  file: string,
  photograph: Photograph,
  store: string,
  says: () => CardText,
): DrawnPicture {
  const drawing = () => bandOf(says())
  return {
    file,
    drawing,
    finish: async drawn => {
      const { encodeCard } = await import('./encode')
      return encodeCard(await openCopy(photograph, store), drawn, { ...cardSize, band })
    },
    madeOf: [recipe, 'card 2', photograph.picture.measured.checksum, JSON.stringify(drawing())],
  }
}

/** The square in that file. */
export const photoSquare = (file: string, photograph: Photograph, store: string): DrawnPicture => ({
  file,
  drawing: () => new Uint8Array(),
  finish: async () => {
    const { encodeSquare } = await import('./encode')
    return encodeSquare(await openCopy(photograph, store))
  },
  madeOf: [recipe, 'square', photograph.picture.measured.checksum],
})

function bandOf({ tab, label, title, site }: CardText): Drawing {
  const long = [...title].length > 21
  const node: Node = {
    type: 'container',
    style: {
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      width: '100%',
      height: '100%',
      padding: '20px 56px 22px',
      backgroundColor: palette.paper,
      borderTop: `6px solid ${palette.red}`,
      color: palette.ink,
      fontFamily: family,
    },
    children: [
      {
        type: 'container',
        style: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline' },
        children: [
          ...textIn([tab, label.replace(tab, '').trim()].filter(Boolean).join('　'), {
            fontSize: 28,
            fontWeight: 600,
            color: palette.muted,
          }),
          ...textIn(site, { fontSize: 32, fontWeight: 900, color: palette.red, letterSpacing: '0.12em' }),
        ],
      },
      ...textIn(title, {
        fontSize: long ? 44 : 52,
        fontWeight: 900,
        lineHeight: 1.3,
        textWrap: 'balance',
        lineClamp: long ? 2 : 1,
        textOverflow: 'ellipsis',
      }),
    ],
  }
  return { node, width: cardSize.width, height: band, format: 'png' }
}
