// The icons of public/, and the drawing that ours are from: one character, white on red. UPDATE_ICONS=1 writes them again.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { pictureSize } from '#lib/format/picture-size'
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

/** An owner may put other icons in their place: what must hold is the size that pages and the manifest name. */
it('holds the icons in their sizes, as this drawing gives them', async () => {
  const pictures = Object.entries(icons).map(([file, drawing]) => ({ file, drawing: () => drawing }))
  await drawAll(pictures, process.env.UPDATE_ICONS ? 'public' : folder, join(folder, 'store'), true)
  for (const [file, { width }] of Object.entries(icons))
    for (const place of ['public', process.env.UPDATE_ICONS ? 'public' : folder]) {
      const bytes = readFileSync(join(place, file))
      if (file.endsWith('.png')) expect(pictureSize(bytes), file).toEqual({ width, height: width })
      else expect([...bytes.subarray(0, 4)], file).toEqual([0, 0, 1, 0])
    }
})
