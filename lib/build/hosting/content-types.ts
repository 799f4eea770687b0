// The media types of the files of the site, for our own servers.

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  opml: 'text/x-opml; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  bin: 'application/octet-stream',
}

/** The Content-Type of a path, by its extension; a path without one is a page. Undefined for an extension that the site has not. */
export function contentType(path: string): string | undefined {
  const [, extension = 'html'] = /\.([^./]*)$/.exec(path) ?? []
  return types[extension]
}
