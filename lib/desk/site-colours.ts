// The colours of the site for the page of the desk, by day and where the system asks for a dark theme: there is one palette.
import { colourOf } from '../model/theme-colours'

/** What the desk's style uses of it. */
const names = [
  ...['paper', 'raised', 'ink', 'soft', 'muted', 'rule', 'hair', 'edge'],
  ...['red', 'on-red', 'red-ink', 'red-wash'],
] as const

/** Style for :root. */
export function siteColours(): string {
  const listOf = (theme: 'day' | 'night') => names.map(name => `--${name}:${colourOf(theme, name)}`).join(';')
  return `:root{${listOf('day')}}@media (prefers-color-scheme:dark){:root{${listOf('night')}}}\n`
}
