// The list of saved pages that the offline page shows, written into its HTML by the offline worker.

/** A saved page: its path on this origin, and its HTML. */
export type SavedPage = { readonly path: string; readonly html: string }

/** Where the list goes, and the tag that it begins with; the page says at this place that nothing is saved. */
const listPlace = /(<div\b[^>]* id="saved-pages"[^>]*>).*?<\/div>/s

/**
 * The offline page with the list of saved articles, then of other pages. Titles are taken as they stand in the saved
 * HTML, where they are escaped already; a path is refused if it holds anything but the letters that our addresses have.
 */
export function listSavedPages(offlineHtml: string, saved: readonly SavedPage[]): string {
  const entries = saved
    .filter(({ path }) => /^\/[\w./~-]*$/.test(path))
    .map(({ path, html }) => ({ path, title: /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? path }))
    .sort((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? 1 : -1))
  if (entries.length === 0) return offlineHtml
  const items = entries.map(({ path, title }) => `<li><a href="${path}">${title}</a></li>`)
  return offlineHtml.replace(listPlace, (_, start: string) => `${start}<ul>${items.join('')}</ul></div>`)
}

const rank = (path: string) => (path.includes('/articles/') ? 0 : 1)
