// What the offline worker brings to a device: the newest pages in one pack, and the worker itself.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pMap from 'p-map'
import { browserFiles, scriptPath, workerText } from '../device/bundle'
import { packPages } from '../device/offline-pack'
import type { Problem } from '../model/problem'
import { articlePath, homePath, offlinePath } from '../model/site'
import { compressed } from './files/compress'
import { writeWhole } from './files/folder'
import { loadsOf } from './pages/page-loads'

/** As many of the newest articles come with the first visit. */
const newestCount = 20
/** What the first visit costs at most: pack and worker, brotli bytes. */
const budget = 100_000

const packFile = 'offline/newest.json'
const workerFile = 'sw.js'

export type Offline = {
  readonly folder: string
  /** What keepBundles has written, if anything. */
  readonly bundles?: string
  /** Where pages are that are not in it; '' = nowhere. */
  readonly last?: string
  readonly basePath: string
  /** Ids of articles, newest first. */
  readonly newest: readonly string[]
}

export type OfflineReport = { readonly says: string; readonly problems: readonly Problem[] }

/** Writes sw.js and the pack; a problem when the first visit would cost more than its budget. */
export async function writeOffline({
  folder,
  bundles,
  last,
  basePath,
  newest,
}: Offline): Promise<OfflineReport> {
  const paths = [homePath, offlinePath, ...newest.slice(0, newestCount).map(articlePath)]
  const pages = await pMap(
    paths,
    async path => {
      const file = join(path, 'index.html')
      const html = await readFile(join(folder, file), 'utf8').catch(error => {
        if (last) return readFile(join(last, file), 'utf8')
        throw error
      })
      return [path.slice(1), html] as const
    },
    { concurrency: 8 },
  )
  const pack = JSON.stringify(packPages(new Map(pages)))
  const revision = createHash('sha256').update(pack).digest('hex').slice(0, 16)
  const settings = (await browserFiles(bundles)).filter(({ name }) => name.startsWith('settings-form-'))
  const scripts = [
    ...new Set(pages.flatMap(([, html]) => loadsOf(html).scripts)),
    ...settings.map(({ name }) => basePath + scriptPath(name)),
  ]
  const constants = { OFFLINE_PACK: `${basePath}/${packFile}?v=${revision}`, OFFLINE_SCRIPTS: scripts }
  const worker = await workerText('offline-worker', constants, bundles)
  await writeWhole(join(folder, packFile), pack)
  await writeWhole(join(folder, workerFile), worker)
  return report(pack, worker, pages.length)
}

function report(pack: string, worker: string, count: number): OfflineReport {
  const [packed, working] = [pack, worker].map(text => compressed(Buffer.from(text)))
  const cost = (packed?.br.length ?? 0) + (working?.br.length ?? 0)
  const says = `${count} 页，首次共 ${cost.toLocaleString('en-US')} 字节`
  if (cost <= budget) return { says, problems: [] }
  const message = `离线阅读首次要取 ${cost.toLocaleString('en-US')} 字节，上限 ${budget.toLocaleString('en-US')}`
  return { says, problems: [{ file: packFile, line: 1, rule: 'budget-offline', message }] }
}

/** The kill switch: a worker in place of the other that deletes all saved copies and goes. */
export async function writeOfflineOff(folder: string, bundles = ''): Promise<OfflineReport> {
  await writeWhole(join(folder, workerFile), await workerText('offline-off', {}, bundles))

  return { says: `已关闭：读者设备上存的副本会在下次联网访问时删除`, problems: [] }
}
