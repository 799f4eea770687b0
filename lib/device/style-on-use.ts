// Style sheets that come with a module: `import addStyle from './x.css'`, whose call adds the rules to the page, once. The policy
// allows no further <style>, but rules may be added to one that is there (CSSOM).
import type { Plugin } from 'esbuild'

/** Adds rule by rule: a browser refuses a whole rule for a selector that it does not know. */
const addAll = `let done
export default () => {
  if (done) return
  done = true
  const sheets = document.styleSheets, sheet = sheets[sheets.length - 1]
  for (const rule of rules) try { sheet.insertRule(rule, sheet.cssRules.length) } catch {}
}`

/** Minified for the oldest browser that runs modules of ours. */
export const styleOnUse: Plugin = {
  name: 'style-on-use',
  setup: ({ onLoad, esbuild, initialOptions: { target } }) =>
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await esbuild.build({
        entryPoints: [path],
        write: false,
        minify: true,
        ...(target && { target }),
      })
      // Here, not above: Next makes a module that waits of a route with a module of Node's among its imports.
      const { parse } = await import('postcss')
      const rules = outputFiles.flatMap(({ text }) => parse(text).nodes.map(String))
      return {
        contents: `const rules = ${JSON.stringify(rules)}\n${addAll}`,
        loader: 'js',
        watchFiles: [path],
      }
    }),
}
