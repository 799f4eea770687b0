// The style of what an owner sets, which other sites do not send: the colour, in the place of the red of app/theme.css; the
// logo, and the foot of the page (app/_components/owner.tsx).
import type { Accent, OwnSettings, Shades } from '../model/own-settings'

/** The style sheet of a site, made of our own words and of shades that the door has computed; '' where nothing is set. */
export function ownStyle({ accent, ...own }: OwnSettings): string {
  const { publisher, contact, icp, police, logo } = own
  const foot = [publisher, ...Object.values(contact), icp, police].some(Boolean)
  return [accent && styleOf(accent), logo && logoStyle, foot && footStyle].filter(Boolean).join('')
}

const logoStyle = '.brand img{width:auto;max-width:2.5em;height:1em;margin-right:.3em;object-fit:contain}'

const footStyle =
  '.owner{display:flex;flex-wrap:wrap;align-items:center}.owner span{margin-right:1.4rem}.owner img{width:auto;height:1.2em;margin-right:.3em}'

/** The rules of the colour, stronger by a `:root` than those of theme.css; 高对比 keeps its yellow, paper has the shades of the day. */
function styleOf({ day, night }: Accent): string {
  const light = `:root:root:not([data-theme="contrast"]){${printShades(day)}}`
  const dark = printShades(night)
  const chosen = `@media screen{:root:root:root[data-theme="dark"]{${dark}}}`
  const wished = [':not([data-theme])', '[data-theme="auto"]'].map(theme => `:root:root:root${theme}`)
  return `${light}${chosen}@media screen and (prefers-color-scheme:dark){${wished.join()}{${dark}}}`
}

const printShades = (shades: Shades) =>
  Object.entries(shades)
    .map(([name, shade]) => `${name}:${shade}`)
    .join(';')
