// The colours that are needed where no style sheet is: browser bars, the manifest, pictures. tests/model/palette.test.ts holds them
// against app/_styles/tokens.css.
import { ownSettings } from './owner'

/** By day, as :root in tokens.css; the red is the colour of the site where its owner has set one. */
export const palette = {
  paper: '#fbfaf7',
  ink: '#1b1a18',
  muted: '#655f57',
  rule: '#d6d0c5',
  red: ownSettings.accent?.day['--red'] ?? '#b3261e',
} as const

/** Paper by night. */
export const nightPaper = '#161513'
