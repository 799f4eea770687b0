// The files of the owner of a site in a content folder, beside the issues. Loads nothing: every command looks for them.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from '../model/settings'

export const ownFiles = {
  site: 'site.md',
  regions: 'regions.md',
  topics: 'topics.md',
  moves: 'moved.md',
} as const

/** Whether a file of a content folder is one of the owner of the site, and no issue. */
export const isOwnFile = (name: string): boolean => Object.values<string>(ownFiles).includes(name)

/** The content folder that an environment names. */
export const contentDirOf = ({ CONTENT_DIR }: Environment): string => CONTENT_DIR || 'content'

/** Whether an owner has set anything that was not handed on to this process already. */
export const hasOwnFiles = (dir: string, { SITE_SETTINGS }: Environment): boolean =>
  !SITE_SETTINGS &&
  Object.values(ownFiles).some(name => existsSync(join(/* turbopackIgnore: true */ dir, name)))
