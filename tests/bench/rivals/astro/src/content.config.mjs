// The same files that we build from.
import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'

const articles = defineCollection({ loader: glob({ pattern: '*/[0-9]*.md', base: './content' }) })

export const collections = { articles }
