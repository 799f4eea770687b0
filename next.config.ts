// How Next builds the site: a static export of plain pages, in a sub-folder if SITE_URL has a path.
// First: what the owner of the site has set comes before the code that it sets up.
import './lib/cli/hand-on'

import { cpus } from 'node:os'
import type { NextConfig } from 'next'
import { checkContent } from './lib/audit/check'
import { formatProblems } from './lib/model/problem'
import { settings } from './lib/model/settings'
import { site } from './lib/model/site'

const { buildStep, contentDir, developing, production } = settings

// A bare `next build` proves the content as `npm run build` does; Next's own processes inherit that it was done.
if (production && !buildStep) {
  const { problems } = checkContent(contentDir)
  if (problems.length > 0)
    throw new Error(`content 里有 ${problems.length} 处问题：\n${formatProblems(problems)}`)
  process.env.BUILD_STEP = 'all'
}

/** Addresses of the files that a build writes beside the pages. */
const filesBesidePages =
  'sw\\.js|articles\\.json|articles/[^/]+\\.json|search/manifest\\.json|hashed-search/.*|(?:.*/)?(?:feed\\.xml|atom\\.xml|feed\\.json)|.*\\.(?:md|txt|png|jpg|webp)'

/**
 * Files named *.dev.ts(x) are routes then: app/dev-files, which makes those files when they are asked for.
 * Files named *.build.ts are not: next dev would ask the routes of feeds, `[feed]`, for the pages of a list beside them.
 */
const whileDeveloping: NextConfig = {
  rewrites: async () => ({
    beforeFiles: [],
    afterFiles: [{ source: `/:path(${filesBesidePages})`, destination: '/dev-files/:path' }],
    fallback: [{ source: '/:path*', destination: '/moved/:path*' }],
  }),
}

/** Files named *.served.tsx may have no page at all, which a bare export refuses: it goes without the pages in place of moved ones. */
const extensions = developing
  ? ['dev.tsx', 'dev.ts', 'served.tsx', 'tsx', 'ts']
  : [...(buildStep === 'compile' ? ['served.tsx'] : []), 'build.ts', 'tsx', 'ts']

const config: NextConfig = {
  // `npm run build` lets Next compile and renders by itself (lib/build/next/render-pages.ts); a bare `next build` exports the pages.
  ...(developing || buildStep === 'compile' ? {} : { output: 'export' }),
  ...(developing ? whileDeveloping : {}),
  pageExtensions: extensions,
  trailingSlash: true, // any static host finds /articles/x/index.html
  basePath: site.basePath,
  agentRules: false, // else `next dev` writes a file into the project
  devIndicators: false,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // Native programs: the bundler of the browser code, the renderer of pictures, the encoder of photographs. And what only builds ask.
  serverExternalPackages: ['esbuild', '@takumi-rs/core', 'sharp', 'tailwindcss'],
  experimental: {
    globalNotFound: true, // app/global-not-found.tsx says why
    cpus: cpus().length, // the default leaves one core idle
    prefetchInlining: false, // measures every page for a client runtime that is cut out: a quarter of the time of a page
    turbopackFileSystemCacheForBuild: false, // what is compiled is kept whole: writing this cache is a fifth of compiling
    useTypeScriptCli: true, // TypeScript 7 has no JavaScript API
  },
}

export default config
