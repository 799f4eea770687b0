// The desk has the colours of the site: those of its palette, by day and by night.
import { expect, it } from 'vitest'
import { siteColours } from '#lib/desk/site-colours'
import { nightPaper, palette } from '#lib/model/palette'

it('gives the palette of the site, by day and by night', () => {
  const [day = '', night = ''] = siteColours(process.cwd()).split('@media')
  for (const [name, value] of Object.entries(palette)) expect(day).toContain(`--${name}:${value}`)
  expect(night).toContain(`--paper:${nightPaper}`)
  expect(night).not.toContain(palette.ink)
})
