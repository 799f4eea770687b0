// The icons in public/ are what this drawing gives: one character, white on red. UPDATE_ICONS=1 writes them again.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { palette } from '#lib/model/palette'
import type { Drawing } from '../../lib/build/pictures/card-design'
import { family } from '../../lib/build/pictures/font'
import { drawAll } from '../../lib/build/pictures/render'

const folder = mkdtempSync(join(tmpdir(), 'icons-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** `inset`: the share of the width kept free on each side; `radius`: of the corners, as a share of the width too. */
function iconOf(size: number, inset: number, radius: number, format: 'png' | 'ico' = 'png'): Drawing {
  const centred = {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '100%',
    height: '100%',
  }
  const paint = {
    backgroundColor: palette.red,
    borderRadius: size * radius,
    color: palette.paper,
    fontFamily: family,
  }
  const letter = { fontSize: size * (1 - 2 * inset), fontWeight: 900, lineHeight: 1 }
  const children = [{ type: 'text' as const, text: '工', style: letter }]
  return {
    node: { type: 'container', style: { ...centred, ...paint }, children },
    width: size,
    height: size,
    format,
  }
}

const icons = {
  'favicon.ico': iconOf(32, 0.1, 0.14, 'ico'),
  'icons/180.png': iconOf(180, 0.14, 0),
  'icons/192.png': iconOf(192, 0.12, 0.14),
  'icons/512.png': iconOf(512, 0.12, 0.14),
  'icons/maskable.png': iconOf(512, 0.22, 0), // a launcher cuts its own shape out of it
}

it('holds the icons as they are drawn, and nothing else', async () => {
  const pictures = Object.entries(icons).map(([file, drawing]) => ({ file, drawing: () => drawing }))
  await drawAll(pictures, process.env.UPDATE_ICONS ? 'public' : folder, join(folder, 'store'), true)
  for (const file of Object.keys(icons)) {
    const drawn = readFileSync(join(process.env.UPDATE_ICONS ? 'public' : folder, file))
    expect(drawn.equals(readFileSync(join('public', file))), file).toBe(true)
  }
  const there = readdirSync('public', { recursive: true, withFileTypes: true }).filter(entry =>
    entry.isFile(),
  )
  expect(there.map(({ parentPath, name }) => join(parentPath, name)).sort()).toEqual(
    Object.keys(icons)
      .map(file => join('public', file))
      .sort(),
  )
})
