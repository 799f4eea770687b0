// Contrast as WCAG 2.2 computes it, and which tokens stand on which.

/** Contrast ratio of two colours written #rrggbb, 1 to 21; NaN for anything else. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((lighter ?? Number.NaN) + 0.05) / ((darker ?? Number.NaN) + 0.05)
}

/** Relative luminance of #rgb or #rrggbb. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(color: string): number {
  const long = color.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3')
  if (!/^#[\da-f]{6}$/i.test(long)) return Number.NaN
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(start => Number.parseInt(long.slice(start, start + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

type Pair = { readonly text: string; readonly ground: string; readonly least: number }

/** Which ink stands on which ground, and the contrast it needs: 7 for body text, and in care mode for all; else 4.5. */
export function inkPairs(care: boolean): readonly Pair[] {
  const rest = care ? 7 : 4.5
  return [
    ...cross(['ink', 'soft'], ['paper', 'raised', 'red-wash'], 7),
    ...cross(['muted', 'red', 'red-ink'], ['paper', 'raised'], rest),
    ...cross(['red-ink'], ['red-wash'], rest),
    ...cross(['muted'], ['hair'], rest),
    ...cross(['on-red'], ['red', 'red-ink'], rest),
    ...cross(['paper'], ['muted'], rest),
  ]
}

function cross(texts: readonly string[], grounds: readonly string[], least: number): Pair[] {
  return texts.flatMap(text => grounds.map(ground => ({ text, ground, least })))
}
