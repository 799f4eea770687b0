// Style sheets that come with a module: `import addStyle from './x.css'`, whose call adds the rules to the page, once. The policy
// allows no further <style>, but rules may be added to one that is there (CSSOM). They are written in the utilities of app/theme.css.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
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
  setup: ({ onLoad, esbuild, initialOptions: { target, absWorkingDir = '' } }) => {
    const theme = join(absWorkingDir, 'app/theme.css')
    return onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await esbuild.transform(await spellOut(path, theme), {
        loader: 'css',
        minify: true,
        legalComments: 'none',
        ...(target && { target }),
      })
      // Here, not above: Next makes a module that waits of a route with a module of Node's among its imports.
      const { parse } = await import('postcss')
      return {
        contents: `const rules = ${JSON.stringify(parse(code).nodes.map(String))}\n${addAll}`,
        loader: 'js',
        watchFiles: [path, theme],
      }
    })
  },
}

const known = new Map<string, Promise<string>>()

/**
 * A style sheet with its utilities, variants and nesting written out; `theme`: the path of app/theme.css. What was made of the same text
 * is kept. Throws at an unknown utility.
 */
export async function spellOut(path: string, theme: string): Promise<string> {
  const [css, content] = await Promise.all([readFile(path, 'utf8'), readFile(theme, 'utf8')])
  const key = `${content}\0${css}`
  const made = known.get(key) ?? compileSheet(`@reference "theme";\n${css}`, theme, content)
  known.set(key, made)
  return made
}

async function compileSheet(css: string, path: string, content: string): Promise<string> {
  const { compile } = await import('tailwindcss')
  const { default: postcss } = await import('postcss')
  const { default: nested } = await import('postcss-nested') // esbuild would write :is(), which Chrome has since 88
  const { build } = await compile(css, { loadStylesheet: async (_, base) => ({ path, base, content }) })
  return postcss([nested()]).process(build([]), { from: undefined }).css
}
