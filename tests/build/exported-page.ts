// A page as Next 16 renders it, cut down to one of each thing that postprocessing has to know.

export const css = '.a{color:red}.b{background:url(/x.svg)}'
export const sheet = '/_next/static/chunks/2n7nc8q9hu-4c.css'
export const sheets = new Map([[sheet, css]])

const flight = '<script>self.__next_f.push([1,"1:\\"$Sreact.fragment\\"\\n</p>\\n"])</script>'

export type Parts = { readonly head?: string; readonly body?: string }

/** A whole page around what a test puts into its head and body. */
export function exportedPage({ head = '', body = '<h1>工会简报</h1>' }: Parts = {}): string {
  return (
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charSet="utf-8"/>' +
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>' +
    `<link rel="stylesheet" href="${sheet}" data-precedence="next"/>` +
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/0j1we3cwg31qe.js"/>' +
    '<script src="/_next/static/chunks/16d9m7jc71162.js" async=""></script>' +
    `<title>工会简报</title>${head}` +
    '<script src="/_next/static/chunks/0cz1d0mv5g_q7.js" noModule=""></script></head>' +
    `<body><div hidden=""><!--$--><!--/$--></div>${body}<!--$--><!--/$-->` +
    '<script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":[]});</script>' +
    `<script>(self.__next_f=self.__next_f||[]).push([0])</script>${flight}</body></html>`
  )
}
