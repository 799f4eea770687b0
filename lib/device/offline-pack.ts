// The newest pages in one pack, for reading offline: the build packs, the offline worker unpacks.
// Pages share one style sheet, so the pack holds it once: twenty articles cost little more than their text.

export type Pack = { readonly style: string; readonly pages: Readonly<Record<string, string>> }

/**
 * Packs pages by their path below the site ('' for the index, 'articles/x/'): the style sheet that the first of them has
 * is taken out wherever it stands, so that unpackPage gives every page back as it was. Throws on a page with an empty style sheet of its own.
 */
export function packPages(pages: ReadonlyMap<string, string>): Pack {
  const [first = ''] = pages.values()
  const style = /<style>(.*?)<\/style>/s.exec(first)?.[1] ?? ''
  const without = [...pages].map(([path, html]) => {
    if (html.includes('<style></style>')) throw new Error(`${path}: an empty style sheet`)
    return [path, html.replace(`<style>${style}</style>`, '<style></style>')] as const
  })
  return { style, pages: Object.fromEntries(without) }
}

/** A page of a pack as it was before; '' for a page that is not in it. */
export function unpackPage(pack: Pack, path: string): string {
  return (pack.pages[path] ?? '').replace('<style></style>', () => `<style>${pack.style}</style>`)
}
