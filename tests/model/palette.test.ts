// The colours of pages, browser bars, manifest and pictures are the same.
import { readFileSync } from 'node:fs'
import { parse } from 'postcss'
import { expect, it } from 'vitest'
import { nightPaper, palette } from '#lib/model/palette'
import { coloursAfter } from '#lib/model/theme-colours'

const theme = parse(readFileSync('app/theme.css', 'utf8'))

/** The values that a custom property is given, in the order of the file: by day first. */
function valuesOf(property: string): readonly string[] {
  const values: string[] = []
  theme.walkDecls(property, ({ value }) => void values.push(value))
  return values
}

it.each(Object.entries(palette))('%s is that of the pages', (name, colour) => {
  expect(valuesOf(`--${name}`)[0]).toBe(colour)
})

it('has the paper of the night', () => {
  expect(valuesOf('--paper')).toContain(nightPaper)
})

it('takes the first block after the words, and refuses a sheet that has none', () => {
  const css = ':root { --paper: #111111; } .night { --paper: #222222; --gap: 1px; } p { --ink: #333333; }'
  expect(coloursAfter('.night', css)).toEqual({ paper: '#222222' })
  expect(() => coloursAfter('.sepia', css)).toThrow()
  expect(() => coloursAfter('.x', '.x { color: red }')).toThrow()
})
