// The addresses of what goes with the pages: pictures, and files for other programs.
import { articlePath } from '../model/site'

/** The share pictures: 1200 × 630 for a page, a square for a region. */
export const cardSize = { width: 1200, height: 630, square: 300 } as const
export const cardPath = (page: string) => `${page}card.png`
export const squarePath = (region: { readonly slug: string }) => `/cards/${region.slug}.png`
/** The card of an article with a photograph, and the square cut from it. */
export const photoCardPath = (id: string) => `${articlePath(id)}card.jpg`
export const photoSquarePath = (id: string) => `${articlePath(id)}square.jpg`
/** The QR code of an article’s address. */
export const qrPath = (id: string) => `${articlePath(id)}qr.png`

/** An article, an issue, all articles, for other programs. */
export const markdownPath = (id: string) => `/articles/${id}.md`
export const jsonPath = (id: string) => `/articles/${id}.json`
export const issueTextPath = (issue: string) => `/issues/${issue}.txt`
export const allArticlesPath = '/articles.json'

/** The list of all feeds. */
export const feedListPath = '/feeds.opml'
