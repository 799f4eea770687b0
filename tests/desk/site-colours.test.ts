// The desk has the colours of the site: those of its palette, by day and by night.
import { expect, it } from 'vitest'
import { siteColours } from '#lib/desk/site-colours'
import { colourOf } from '#lib/model/theme-colours'

it('gives the palette of the site, by day and by night', () => {
  const [day = '', night = ''] = siteColours().split('@media')
  for (const name of ['paper', 'ink', 'red']) {
    expect(day).toContain(`--${name}:${colourOf('day', name)}`)
    expect(night).toContain(`--${name}:${colourOf('night', name)}`)
  }
})
