// Guard against client components: without Next's runtime each would be a dead button, silently.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '../../model/problem'
import { filesIn } from '../files/folder'

/** Next's own, which a page without the runtime does not need. next/link lives in client/app-dir and is not among them. */
const ofNext = /\/node_modules\/next\/dist\/(?:esm\/)?(?:client\/components|lib)\//

/**
 * Client modules of a page's manifest that are not Next's own, as paths within the project.
 * Throws when the manifest does not look as Next 16 writes it: the guard must not become blind.
 */
export function foreignClientModules(manifest: string): readonly string[] {
  const json = /__RSC_MANIFEST\["[^"]*"\]\s*=\s*(\{.*\})\s*;?\s*$/s.exec(manifest)?.[1]
  const parsed: unknown = json === undefined ? undefined : JSON.parse(json)
  if (typeof parsed !== 'object' || parsed === null || !('clientModules' in parsed))
    throw new Error(
      'Next’s client reference manifest has a new form: see lib/build/next/client-components.ts',
    )
  const modules = Object.keys(Object(parsed.clientModules))
  return modules.filter(module => !ofNext.test(module)).map(module => module.replace(/^\[project\]\//, ''))
}

/** Reads the manifests of what Next compiled and names each foreign client component and the page that uses it. */
export async function clientComponentProblems(compiled: string): Promise<readonly Problem[]> {
  const app = join(compiled, 'server', 'app')
  const manifests = (await filesIn(app)).filter(file => file.endsWith('_client-reference-manifest.js'))
  if (manifests.length === 0) throw new Error(`no client reference manifest below ${app}`)
  const found = await Promise.all(
    manifests.map(async manifest => {
      const page = manifest.replace(/page_client-reference-manifest\.js$/, 'page')
      return foreignClientModules(await readFile(join(app, manifest), 'utf8')).map(module => ({
        file: module,
        line: 1,
        rule: 'client-component',
        message: `app/${page} 用了客户端组件：没有 Next 运行时不会工作，请改成服务端组件或 app/_browser 里的自定义元素`,
      }))
    }),
  )
  return found.flat()
}
