// The colours and type of the site, for the page of the desk: read from the site's own styles, so that there is one palette.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postcss, { type Declaration, type Document } from 'postcss'

/** What the desk's style uses of the site's, by day and by night. */
const names = ['paper', 'raised', 'ink', 'soft', 'muted', 'rule', 'hair', 'edge'] as const
const reds = ['red', 'on-red', 'red-ink', 'red-wash'] as const
/** The same by day and by night. */
const shapes = ['target', 'serif', 'sans'] as const

/** Style for :root, by day and where the system asks for a dark theme. Throws when the site's styles lack one of the names. */
export function siteColours(root: string): string {
  const found = declarations(root)
  const listOf = (wanted: readonly string[], when: 'day' | 'night') =>
    wanted.map(name => `--${name}:${valueFrom(found, name, when)}`).join(';')
  const colours = [...names, ...reds]
  return `:root{${listOf([...colours, ...shapes], 'day')}}@media (prefers-color-scheme:dark){:root{${listOf(colours, 'night')}}}\n`
}

type Found = { readonly name: string; readonly value: string; readonly when: 'day' | 'night' | 'other' }

function valueFrom(found: readonly Found[], name: string, when: 'day' | 'night'): string {
  const value = found.find(one => one.name === name && one.when === when)?.value
  if (value === undefined) throw new Error(`app/_styles: no --${name} for ${when}`)
  return value
}

/** Every custom property of the site, with the theme that it is for. */
function declarations(root: string): readonly Found[] {
  const dir = join(root, 'app', '_styles')
  const files = readdirSync(dir).filter(name => name.endsWith('.css'))
  return [...files.map(name => join(dir, name)), join(root, 'app', 'globals.css')].flatMap(file => {
    const list: Found[] = []
    postcss.parse(readFileSync(file, 'utf8'), { from: file }).walkDecls(/^--/, declaration => {
      const name = declaration.prop.replace(/^--(?:color-|font-)?/, '')
      list.push({ name, value: declaration.value.replace(/\s+/g, ' '), when: themeOf(declaration) })
    })
    return list
  })
}

/** Day stands in :root or @theme itself, night in the variant or the media query of that name below them. */
function themeOf(declaration: Declaration): Found['when'] {
  const around: string[] = []
  let node: Declaration['parent'] | Document | undefined = declaration.parent
  while (node && node.type !== 'root') {
    if (node.type === 'rule') around.push((node as postcss.Rule).selector)
    if (node.type === 'atrule')
      around.push(`@${(node as postcss.AtRule).name} ${(node as postcss.AtRule).params}`)
    node = node.parent as typeof node
  }
  const others = around.filter(one => !/^(?::root|@theme\b.*|@media screen|@layer theme)$/.test(one))
  if (others.length === 0) return 'day'
  const isNight = /^@(?:variant night|media .*prefers-color-scheme: ?dark.*)$/
  return others.length === 1 && isNight.test(others[0] ?? '') ? 'night' : 'other'
}
