// The settings of this process, from its environment. Besides lib/cli, whose commands are given theirs, nothing else reads it.

export type Environment = Readonly<Record<string, string | undefined>>

/** The environment of this process. */
export const environment: Environment = process.env

export type Settings = {
  /** CONTENT_DIR: the folder of the content, `content` below the folder that the command runs in unless set. */
  readonly contentDir: string
  /** CONTENT_STORE: where a build has put checked content for Next's processes; '' outside a build. */
  readonly contentStore: string
  /** BUILD_STEP: what Next is asked to do: compile by a build of ours, '' or all by a bare `next build`; render where we do. */
  readonly buildStep: string
  /** BUILD_FOLDER: where a build works and leaves out/, besides what Next compiles; the project itself unless set. */
  readonly buildFolder: string
  /** PUBLISH_FOLDER and PUBLISH_REMOTE: where the desk publishes to, a folder (out unless set), and a remote of rclone ('' for none). */
  readonly publishFolder: string
  readonly publishRemote: string
  /** BUNDLES: the file in which a build keeps what is bundled for the reader's device; '' outside a build. */
  readonly bundles: string
  /** OFFLINE=off publishes a worker that removes all saved copies from readers' devices. */
  readonly offline: boolean
  readonly developing: boolean
  readonly production: boolean
}

/** Reads the settings of a build from an environment; SITE_URL and SITE_NAME are read by site.ts. */
export const readSettings = (env: Environment): Settings => ({
  contentDir: env.CONTENT_DIR || 'content',
  contentStore: env.CONTENT_STORE ?? '',
  buildStep: env.BUILD_STEP ?? '',
  buildFolder: env.BUILD_FOLDER ?? '',
  publishFolder: env.PUBLISH_FOLDER || 'out',
  publishRemote: env.PUBLISH_REMOTE ?? '',
  bundles: env.BUNDLES ?? '',
  offline: env.OFFLINE !== 'off',
  developing: env.NODE_ENV === 'development',
  production: env.NODE_ENV === 'production',
})

export const settings = readSettings(environment)
