// The colour of a site: from one colour of its owner the shades of every theme, or why it cannot be read.
import { clampChroma, converter, formatHex, interpolate, wcagContrast } from 'culori'
import type { Accent } from '../model/own-settings'
import { colourOf } from '../model/theme-colours'

const paper = {
  day: colourOf('day', 'paper'),
  sepia: colourOf('sepia', 'paper'),
  night: colourOf('night', 'paper'),
} as const

/** The grounds that text in the colour stands on by day (白, 护眼) and by night. */
const grounds = {
  day: [paper.day, colourOf('day', 'raised'), paper.sepia, colourOf('sepia', 'raised')],
  night: [paper.night, colourOf('night', 'raised')],
} as const

/** WCAG 2.2: 1.4.3 for text, 1.4.6 for care mode. */
const enough = 4.5
const strong = 7

/** The contrast of a colour with the ground on which it is least. */
export const leastContrast = (colour: string, on: readonly string[] = grounds.day): number =>
  Math.min(...on.map(ground => wcagContrast(colour, ground)))

/** Whether text in the colour can be read by day, on all grounds and as a ground under white. */
export const canBeRead = (colour: string): boolean => leastContrast(colour) >= enough

/** The shade of that hue nearest to the colour that can be read by day. */
export const nearestShade = (colour: string): string => shadeWith(colour, grounds.day, enough, -1)

/** The shades of all themes but 高对比, whose yellow stays; the colour must be one that can be read. */
export function accentOf(colour: string): Accent {
  const at = (lightness: number, chroma: number) => shadeOf(colour, lightness, chroma)
  const lightness = lightnessOf(colour)
  const dayWash = tint(paper.day, colour, 0.06)
  const nightRed = shadeWith(at(0.7, 0.15), [...grounds.night, at(0.24, 0.03)], 6, 1)
  return {
    day: {
      '--red': colour,
      '--red-ink': shadeWith(at(lightness - 0.05, 1), [...grounds.day, dayWash], enough, -1),
      '--red-wash': dayWash,
      '--shade-1': at(0.94, 0.02),
      '--shade-2': at(0.86, 0.06),
      '--shade-3': at(0.74, 0.11),
      '--shade-4': colour,
      '--shade-5': at(lightness - 0.13, 1),
      '--red-strong': shadeWith(colour, [...grounds.day, dayWash], strong, -1),
    },
    night: {
      '--red': nightRed,
      '--red-ink': shadeWith(at(0.78, 0.12), [...grounds.night, at(0.24, 0.03)], strong, 1),
      '--red-wash': at(0.24, 0.03),
      '--shade-1': at(0.26, 0.02),
      '--shade-2': at(0.35, 0.05),
      '--shade-3': at(0.45, 0.09),
      '--shade-4': nightRed,
      '--shade-5': at(0.85, 0.08),
      '--red-strong': shadeWith(at(0.8, 0.1), [...grounds.night, at(0.24, 0.03)], strong, 1),
    },
  }
}

const toOklch = converter('oklch')

const lightnessOf = (colour: string) => toOklch(colour)?.l ?? 0

/** A shade of that hue of a lightness of 0 to 1, with at most so much chroma, as far as screens can show it. */
function shadeOf(colour: string, lightness: number, chroma: number): string {
  const { c = 0, h } = toOklch(colour) ?? {}
  const l = Math.min(1, Math.max(0, lightness))
  const shade = { mode: 'oklch', l, c: Math.min(c, chroma), ...(h !== undefined && { h }) } as const
  return formatHex(clampChroma(shade, 'oklch')) ?? colour
}

/** The colour made darker (-1) or lighter (1) step by step until it has that contrast on all of the grounds. */
function shadeWith(colour: string, on: readonly string[], contrast: number, way: 1 | -1): string {
  const lightness = lightnessOf(colour)
  for (let step = 0; step <= 200; step += 1) {
    const shade = step === 0 ? colour : shadeOf(colour, lightness + (way * step) / 200, 1)
    if (leastContrast(shade, on) >= contrast) return shade
  }
  return way < 0 ? '#000000' : '#ffffff'
}

/** A ground with a little of the colour in it. */
const tint = (ground: string, colour: string, share: number) =>
  formatHex(interpolate([ground, colour], 'rgb')(share)) ?? ground
