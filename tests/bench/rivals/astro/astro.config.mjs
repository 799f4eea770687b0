// Astro with our articles: its defaults, minus what we do not do either (highlighting, telemetry).
import { defineConfig } from 'astro/config'

export default defineConfig({
  site: 'http://localhost:3000',
  trailingSlash: 'always',
  markdown: { syntaxHighlight: false, smartypants: false },
})
