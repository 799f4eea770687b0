// The colours of pages, browser bars, manifest and pictures are the same.
import { readFileSync } from 'node:fs'
import { parse } from 'postcss'
import { expect, it } from 'vitest'
import { nightPaper, palette } from '#lib/model/palette'

const tokens = parse(readFileSync('app/_styles/tokens.css', 'utf8'))

/** The values that a custom property is given, in the order of the file: by day first. */
function valuesOf(property: string): readonly string[] {
  const values: string[] = []
  tokens.walkDecls(property, ({ value }) => void values.push(value))
  return values
}

it.each(Object.entries(palette))('%s is that of the pages', (name, colour) => {
  expect(valuesOf(`--${name}`)[0]).toBe(colour)
})

it('has the paper of the night', () => {
  expect(valuesOf('--paper')).toContain(nightPaper)
})
