// The colours that are needed where no style sheet is: browser bars, the manifest, pictures.
import { ownSettings } from './owner'
import { colourOf } from './theme-colours'

/** By day; the red is the colour of the site where its owner has set one. */
export const palette = {
  paper: colourOf('day', 'paper'),
  ink: colourOf('day', 'ink'),
  muted: colourOf('day', 'muted'),
  rule: colourOf('day', 'rule'),
  red: ownSettings.accent?.day['--red'] ?? colourOf('day', 'red'),
} as const

/** Paper by night. */
export const nightPaper = colourOf('night', 'paper')
