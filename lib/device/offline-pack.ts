// The pack of newest pages for reading offline: made by the build, opened by the offline worker.
// Pages of a kind share one style, so the pack holds it once: twenty articles cost little more than their text.

/** In place of a page's first style stands its number among `styles`. Pages are by their path below the site: '', 'articles/x/'. */
export type Pack = {
  readonly styles: readonly string[]
  readonly pages: Readonly<Record<string, string>>
}

/** Packs pages so that unpackPage gives every one back as it was. Throws on a page whose style is a number. */
export function packPages(pages: ReadonlyMap<string, string>): Pack {
  const numbers = new Map<string, number>()
  const numberOf = (style: string) => {
    const number = numbers.get(style) ?? numbers.size
    numbers.set(style, number)
    return number
  }
  const packed = [...pages].map(([path, html]) => {
    if (numbered.test(html)) throw new Error(`${path}: a style sheet that is a number`)
    const text = html.replace(
      /<style>(.*?)<\/style>/s,
      (_, style: string) => `<style>${numberOf(style)}</style>`,
    )
    return [path, text] as const
  })
  return { styles: [...numbers.keys()], pages: Object.fromEntries(packed) }
}

const numbered = /<style>(\d+)<\/style>/

/** The page of that path, '' where there is none. */
export function unpackPage({ styles, pages }: Pack, path: string): string {
  return (pages[path] ?? '').replace(
    numbered,
    (_, number: string) => `<style>${styles[Number(number)] ?? ''}</style>`,
  )
}
