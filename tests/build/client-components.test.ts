// The guard against client components, on manifests of the form Next 16 writes.
import { expect, it } from 'vitest'
import { foreignClientModules } from '#lib/build/next/client-components'

const manifest = (...modules: readonly string[]) =>
  'globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};\n' +
  `globalThis.__RSC_MANIFEST["/articles/[id]/page"] = ${JSON.stringify({
    moduleLoading: { prefix: '' },
    clientModules: Object.fromEntries(modules.map((module, id) => [module, { id, name: '*' }])),
  })};`

it('lets Next’s own modules pass', () => {
  const own = manifest(
    '[project]/node_modules/next/dist/esm/client/components/layout-router.js',
    '[project]/node_modules/next/dist/client/components/builtin/global-error.js',
    '[project]/node_modules/next/dist/esm/lib/framework/boundary-components.js',
  )
  expect(foreignClientModules(own)).toEqual([])
})

it('names a client component of ours, and next/link', () => {
  const foreign = manifest(
    '[project]/app/_components/button.tsx',
    '[project]/node_modules/next/dist/client/app-dir/link.js',
  )
  expect(foreignClientModules(foreign)).toEqual([
    'app/_components/button.tsx',
    'node_modules/next/dist/client/app-dir/link.js',
  ])
})

it('stops when it cannot read the manifest, rather than see nothing', () => {
  expect(() => foreignClientModules('export default {}')).toThrow(/new form/)
  expect(() => foreignClientModules('__RSC_MANIFEST["/page"] = {"modules":{}}')).toThrow(/new form/)
})
