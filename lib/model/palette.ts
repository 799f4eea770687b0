// The colours that are needed where no style sheet is: browser bars, the manifest, pictures. tests/model/palette.test.ts holds them
// against app/_styles/tokens.css.

/** By day, as :root in tokens.css. */
export const palette = {
  paper: '#fbfaf7',
  ink: '#1b1a18',
  muted: '#655f57',
  rule: '#d6d0c5',
  red: '#b3261e',
} as const

/** Paper by night. */
export const nightPaper = '#161513'
