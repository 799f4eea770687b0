// A desk over a content folder of its own, for tests.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Desk, openDesk } from '#lib/desk/desk'
import { type DeskSite, openSite, type SitePlaces } from '#lib/desk/site'

export type DeskFolder = {
  readonly desk: Desk
  /** Its site; it publishes into the folder `published` beside the content. */
  readonly site: DeskSite
  readonly published: string
  /** The folder of the issue gh202411. */
  readonly dir: string
  /** Its files as they are. */
  readonly files: () => ReadonlyMap<string, string>
  readonly remove: () => void
}

/** Instead of a build: none. */
const noBuild: SitePlaces['build'] = async () => ({ problems: [], failed: 'no build in this test' })

/** A copy of the real issue, and a desk that works on it; `build` builds its site, into the folder that it is given. */
export function deskFolder(
  build: (place: string, content: string) => SitePlaces['build'] = () => noBuild,
): DeskFolder {
  const place = mkdtempSync(join(tmpdir(), 'desk-'))
  const out = join(place, 'content')
  const dir = join(out, 'gh202411')
  cpSync('tests/content/gh202411', dir, { recursive: true })
  const [site, published] = [join(place, 'site'), join(place, 'published')]
  return {
    desk: openDesk(out, join(place, 'cache'), published),
    site: openSite({
      ...{ content: out, folder: published, remote: '', uploaded: join(place, 'uploaded') },
      ...{ built: join(site, 'out'), build: build(site, out) },
    }),
    ...{ published, dir },
    files: () => new Map(readdirSync(dir).map(name => [name, readFileSync(join(dir, name), 'utf8')])),
    remove: () => rmSync(place, { recursive: true, force: true }),
  }
}
