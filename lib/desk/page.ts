// The page of the desk: one document, one script, one style sheet, bundled when the server starts. Nothing of it is in out/.
import { join } from 'node:path'
import { build } from 'esbuild'
import { palette } from '../model/palette'
import { siteColours } from './site-colours'

export type PageFile = { readonly type: string; readonly body: string }

const shell = `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>编辑台</title>
<link rel="icon" href="/desk.svg" type="image/svg+xml">
<link rel="stylesheet" href="/desk.css">
</head>
<body>
<div id="desk"></div>
<script type="module" src="/desk.js"></script>
</body>
</html>
`

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="${palette.red}"/><path d="M8 9h16M8 16h16M8 23h9" stroke="#fff" stroke-width="3"/></svg>`

/** The files by their path. Throws when the code does not compile. */
export async function pageFiles(root: string): Promise<ReadonlyMap<string, PageFile>> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { desk: 'lib/desk/browser/main.tsx' },
    outdir: join(root, 'desk'),
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    jsx: 'automatic',
    target: ['chrome105', 'safari16', 'firefox110'],
    define: { 'process.env.NODE_ENV': '"production"' },
    // tsconfig.json is written to by Next; what the browser gets must not depend on it.
    tsconfigRaw: { compilerOptions: { target: 'ES2022', useDefineForClassFields: true } },
  })
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', body: shell }],
    ['/desk.svg', { type: 'image/svg+xml', body: icon }],
    ['/desk.js', { type: 'text/javascript; charset=utf-8', body: textOf('.js') }],
    ['/desk.css', { type: 'text/css; charset=utf-8', body: siteColours() + textOf('.css') }],
  ])
}
