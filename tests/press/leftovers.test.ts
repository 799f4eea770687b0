// What the press drops, and what it must not drop.
import { expect, it } from 'vitest'
import { flightData, leftovers, namedChunks } from '#lib/press/leftovers'

const files = [
  '404.html',
  '404/index.html',
  '_next/static/ZcmNZpX3/_buildManifest.js',
  '_next/static/chunks/a.js',
  '_next/static/media/only-on-404.svg',
  '_not-found/index.html',
  '__next._tree.txt',
  'articles/x/__next.articles.$d$id.txt',
  'articles/x/index.html',
  'articles/x/index.txt',
  'index.html',
  'index.txt',
  'issues/gh202411.txt',
  'robots.txt',
]

it('drops flight data, unnamed chunks and the doubles of the 404 page', () => {
  const flight = flightData(files)
  const others = files.filter(file => !flight.includes(file))
  const gone = [...flight, ...leftovers(others, new Set(['_next/static/media/only-on-404.svg']))]
  expect(files.filter(file => !gone.includes(file))).toEqual([
    '404.html',
    '_next/static/media/only-on-404.svg',
    'articles/x/index.html',
    'index.html',
    'issues/gh202411.txt',
    'robots.txt',
  ])
})

it('finds named files wherever the site is hosted', () => {
  const html =
    '<img src="/folder/_next/static/media/a.9x.svg"/><style>.a{background:url(/_next/static/b.png)}</style>'
  expect(namedChunks(html)).toEqual(['_next/static/media/a.9x.svg', '_next/static/b.png'])
})
