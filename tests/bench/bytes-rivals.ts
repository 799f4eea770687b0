// What bench:bytes measures beside ours: one article in Astro and in Eleventy, as the plainest post and in their blog starters.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { renderBody } from '#lib/format/markdown'
import type { Article } from '#lib/model/article'

/** A built site: what the table calls it, the folder to serve, and the address of the article in it. */
export type Built = { readonly name: string; readonly folder: string; readonly path: string }

const home = new URL('../../.cache/bench-bytes', import.meta.url).pathname

const css = `body{margin:0 auto;max-width:38em;padding:0 1em;font:18px/1.8 "PingFang SC","Noto Sans CJK SC",system-ui,sans-serif;color:#222}
h1{font-size:1.6em;line-height:1.3}p{margin:0 0 1em}a{color:#a3262a}header,footer{padding:1em 0;color:#666}`

/** What both plainest posts print around the text: as little as a post can have. */
const inside = (article: Article): string =>
  `<header><a href="/">工会简报</a></header><main><article><p>${article.kicker}</p><h1>${article.title}</h1><p>${article.byline}</p>${renderBody(article.body)}</article></main><footer>工会简报</footer>`

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

function run(folder: string, command: string, ...args: readonly string[]): void {
  const env: NodeJS.ProcessEnv = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`)
}

function install(folder: string, ...packages: readonly string[]): void {
  if (!existsSync(join(folder, 'node_modules')))
    run(folder, 'npm', 'install', '--include=dev', '--no-audit', '--no-fund', ...packages)
}

const version = (folder: string, name: string): string =>
  JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version

/** Astro 5, the newest that runs on Node 20: one page, one style sheet, the text. */
export function plainestAstro(article: Article): Built {
  const folder = join(home, 'astro')
  rmSync(join(folder, 'dist'), { recursive: true, force: true })
  write(folder, {
    'package.json': '{"private":true,"type":"module"}',
    'src/styles/global.css': css,
    'src/pages/post.astro': `---\nimport '../styles/global.css'\nconst inside = ${JSON.stringify(inside(article))}\n---\n<html lang="zh-CN"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width"/><title>${article.title}</title></head><body set:html={inside}></body></html>`,
  })
  install(folder, 'astro@5')
  run(folder, 'npx', 'astro', 'build')
  return {
    name: `Astro ${version(folder, 'astro')}, plainest post`,
    folder: join(folder, 'dist'),
    path: '/post/',
  }
}

/** The same with Eleventy 3. */
export function plainestEleventy(article: Article): Built {
  const folder = join(home, 'eleventy')
  write(folder, {
    'package.json': '{"private":true}',
    'src/_includes/post.njk': `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ title }}</title><link rel="stylesheet" href="/style.css"></head><body>{{ content | safe }}</body></html>`,
    'src/post.html': `---\ntitle: ${JSON.stringify(article.title)}\nlayout: post.njk\n---\n${inside(article)}`,
    'src/style.css': css,
    'eleventy.config.js':
      "module.exports = c => { c.addPassthroughCopy('src/style.css'); return { dir: { input: 'src' } } }",
  })
  install(folder, '@11ty/eleventy@3')
  run(folder, 'npx', 'eleventy', '--quiet')
  const name = `Eleventy ${version(folder, '@11ty/eleventy')}, plainest post`
  return { name, folder: join(folder, '_site'), path: '/post/' }
}

/** A blog starter: its folder's name, the package that builds it, where posts lie, the date's name in their front matter. */
type Starter = {
  readonly name: string
  readonly folder: string
  readonly package: string
  readonly posts: string
  readonly date: string
  readonly out: string
}

export const starters: readonly Starter[] = [
  {
    name: 'Astro',
    folder: 'astro-blog',
    package: 'astro',
    posts: 'src/content/blog',
    date: 'pubDate',
    out: 'dist',
  },
  {
    name: 'Eleventy',
    folder: 'eleventy-base-blog',
    package: '@11ty/eleventy',
    posts: 'content/blog',
    date: 'date',
    out: '_site',
  },
]

/** What `parent` lacks of the two starters with their posts: paths in it; none when both are there. */
export function missingOfStarters(parent: string): readonly string[] {
  const needed = starters.flatMap(({ folder, posts }) => [join(folder, 'package.json'), join(folder, posts)])
  return needed.filter(name => !existsSync(join(parent, name)))
}

/** The article as a post: both schemas ask for title, description and date. It has no date of its own: any fixed one. */
function post(article: Article, date: string): string {
  const { title, kicker, byline, body } = article
  const fields = { title, description: kicker || title, [date]: '2024-11-01' }
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return ['---', ...lines, '---', '', [kicker, byline, body].filter(Boolean).join('\n\n'), ''].join('\n')
}

/** Builds a copy of a starter by its own command, its sample posts replaced by the article. Throws where no page comes out. */
export function buildStarter(parent: string, starter: Starter, article: Article): Built {
  const folder = join(home, 'starters', starter.folder)
  rmSync(folder, { recursive: true, force: true })
  const built = [starter.out, '.astro', '.cache', '.git']
  cpSync(join(parent, starter.folder), folder, {
    recursive: true,
    verbatimSymlinks: true,
    filter: source => dirname(source) !== join(parent, starter.folder) || !built.includes(basename(source)),
  })
  const posts = join(folder, starter.posts)
  // Folders are posts with their pictures; what else lies here (blog.11tydata.js) belongs to the starter.
  for (const entry of readdirSync(posts, { withFileTypes: true }))
    if (entry.isDirectory() || /\.mdx?$/.test(entry.name))
      rmSync(join(posts, entry.name), { recursive: true })
  write(posts, { [`${article.id}.md`]: post(article, starter.date) })
  install(folder)
  run(folder, 'npm', 'run', 'build')
  const path = `/blog/${article.id}/`
  const page = join(folder, starter.out, path, 'index.html')
  if (!existsSync(page)) throw new Error(`${starter.folder} has built no ${path}`)
  if (!readFileSync(page, 'utf8').includes(article.title)) throw new Error(`${page} is not the article`)
  const name = `${starter.name} ${version(folder, starter.package)}, blog starter`
  return { name, folder: join(folder, starter.out), path }
}
