// Astro with our articles: its defaults, minus what we do not do either (highlighting, telemetry). ASTRO_INCREMENTAL: pages are skipped whose key and code are as they were.
import { defineConfig } from 'astro/config'

export default defineConfig({
  site: 'http://localhost:3000',
  trailingSlash: 'always',
  experimental: process.env.ASTRO_INCREMENTAL ? { incrementalBuild: true } : {},
  markdown: { syntaxHighlight: false, smartypants: false },
})
