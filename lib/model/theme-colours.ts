// The colours of every theme, as app/theme.css has them: the one palette of pages, browser bars, manifest and pictures.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Names of tokens and their colours: paper is #fbfaf7. */
export type Colours = Readonly<Record<string, string>>

const themeFile = 'app/theme.css'

/** The colours that a style sheet sets in the first block after these words; throws where there is none. */
export function coloursAfter(words: string, css: string): Colours {
  const block = css.slice(css.indexOf(words)).match(/^[^{]*\{([^}]*)\}/)?.[1] ?? ''
  const found = [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [
    name,
    colour,
  ])
  if (!css.includes(words) || found.length === 0)
    throw new Error(`${themeFile} has no colours after ${words}`)
  return Object.fromEntries(found)
}

/** In the folder that a command was started in, or in one above this file: commands work from anywhere. */
function findThemeFile(): string {
  if (existsSync(themeFile)) return themeFile
  let folder = dirname(fileURLToPath(import.meta.url))
  const isThere = () =>
    existsSync(/* turbopackIgnore: true */ join(/* turbopackIgnore: true */ folder, themeFile))
  while (!isThere() && dirname(folder) !== folder) folder = dirname(folder)
  return join(/* turbopackIgnore: true */ folder, themeFile)
}

const css = readFileSync(/* turbopackIgnore: true */ findThemeFile(), 'utf8')

/** White by day, 护眼 where it differs from that, and by night. */
export const themeColours = {
  day: coloursAfter(':root {\n  color-scheme: light', css),
  sepia: coloursAfter('[data-theme="sepia"] {', css),
  night: coloursAfter('@variant night {', css),
} as const

/** A colour of a theme; throws where it has none of that name. */
export function colourOf(theme: keyof typeof themeColours, name: string): string {
  const colour = themeColours[theme][name]
  if (colour === undefined) throw new Error(`${themeFile} has no --${name} in ${theme}`)
  return colour
}
