// The offline worker: pages come from the network first, saved copies stand in for it. Nothing on a page depends on it.
/// <reference lib="webworker" />

import { clientsClaim } from 'workbox-core'
import type { WorkboxPlugin } from 'workbox-core/types'
import { CacheExpiration, ExpirationPlugin, type ExpirationPluginOptions } from 'workbox-expiration'
import { registerRoute, setCatchHandler } from 'workbox-routing'
import { CacheFirst, NetworkFirst, StaleWhileRevalidate } from 'workbox-strategies'
import { type Pack, unpackPage } from '#lib/device/offline-pack'
import { listSavedPages, type SavedPage } from './offline-list'

declare const self: ServiceWorkerGlobalScope
/** Put in by the build: where the pack of newest pages lies, and the module that every page loads. */
declare const OFFLINE_PACK: string
declare const OFFLINE_SCRIPTS: readonly string[]

const scope = self.registration.scope
/** Several sites may share an origin (sub-folders), so every name carries the scope. */
const named = (name: string) => `jianbao ${scope} ${name}`
const stores = {
  pages: named('pages'),
  shell: named('shell'),
  scripts: named('scripts'),
  pictures: named('pictures'),
}
const offlinePage = new URL('offline/', scope).href

/** At most 200 pages; when the device is short of space they go first. */
const pageLimit = { maxEntries: 200, purgeOnQuotaError: true, matchOptions: { ignoreVary: true } }

/** Workbox's own types were not written for exactOptionalPropertyTypes. */
const atMost = (options: ExpirationPluginOptions) => new ExpirationPlugin(options) as WorkboxPlugin

/** A page's address without its query: ?mode=care and ?q=… are the same page. */
const pageKey = (url: string) => url.replace(/[?#].*/, '')

// No navigation preload: Workbox hands a preloaded answer on without asking fetchDidSucceed, so a 503 or 404 would slip through.
const pages = new NetworkFirst({
  cacheName: stores.pages,
  networkTimeoutSeconds: 3,
  matchOptions: { ignoreVary: true },
  plugins: [
    atMost(pageLimit),
    {
      cacheKeyWillBeUsed: async ({ request }) => pageKey(request.url),
      // Only whole answers of this address: a redirected one may not be shown for another address.
      cacheWillUpdate: async ({ response }) =>
        response.status === 200 && !response.redirected ? response : null,
      fetchDidSucceed: async ({ request, response }) => {
        // A broken server is like no server: the saved copy stands in.
        if (response.status >= 500) throw new Error(`status ${response.status}`)
        // A retracted article must not live on as a saved copy.
        if (response.status === 404 || response.status === 410) await forget(request.url)
        return response
      },
    },
  ],
})

async function forget(url: string): Promise<void> {
  await (await caches.open(stores.pages)).delete(pageKey(url))
}

const isOfflinePage = (url: string) => pageKey(url) === offlinePage

// Only the worker knows what is saved, with a network as without.
registerRoute(
  ({ request, url }) => request.mode === 'navigate' && isOfflinePage(url.href),
  async ({ request }) => (await offlineAnswer(200)) ?? fetch(request),
)
registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin && request.mode === 'navigate' && url.href.startsWith(scope) && url.pathname.endsWith('/'),
  pages,
)
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.href.startsWith(`${scope}scripts/`),
  new CacheFirst({ cacheName: stores.scripts, plugins: [atMost({ maxEntries: 20 })] }),
)
registerRoute(
  ({ request, sameOrigin }) => sameOrigin && request.destination === 'image',
  new StaleWhileRevalidate({
    cacheName: stores.pictures,
    plugins: [atMost({ maxEntries: 40, purgeOnQuotaError: true })],
  }),
)

// Neither network nor saved copy: the offline page, which lists what is saved.
setCatchHandler(async ({ request }) => {
  if (request.mode !== 'navigate') return Response.error()
  return (await offlineAnswer(503)) ?? Response.error()
})

/** The offline page with the list of what is saved; undefined when it is not saved itself. */
async function offlineAnswer(status: number): Promise<Response | undefined> {
  const page = await (await caches.open(stores.shell)).match(offlinePage)
  if (!page) return undefined
  return new Response(listSavedPages(await page.text(), await savedPages()), {
    status,
    headers: page.headers,
  })
}

async function savedPages(): Promise<readonly SavedPage[]> {
  const cache = await caches.open(stores.pages)
  const requests = (await cache.keys()).filter(({ url }) => !isOfflinePage(url))
  return Promise.all(
    requests.map(async ({ url }) => ({
      path: new URL(url).pathname,
      html: (await (await cache.match(url))?.text()) ?? '',
    })),
  )
}

/** Unpacks the newest pages. They are newer than any saved copy of them; the headers are those the server sent. */
async function unpack(): Promise<void> {
  const answer = await fetch(OFFLINE_PACK, { cache: 'no-cache' })
  if (!answer.ok) throw new Error(`${OFFLINE_PACK}: status ${answer.status}`)
  const pack: Pack = await answer.json()
  const headers = new Headers(answer.headers)
  for (const name of ['content-encoding', 'content-length', 'etag', 'last-modified']) headers.delete(name)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const cacheOf = { pages: await caches.open(stores.pages), shell: await caches.open(stores.shell) }
  const expiration = new CacheExpiration(stores.pages, pageLimit)
  for (const path of Object.keys(pack.pages)) {
    const url = new URL(path, scope).href
    const page = new Response(unpackPage(pack, path), { headers })
    await (url === offlinePage ? cacheOf.shell : cacheOf.pages).put(url, page)
    if (url !== offlinePage) await expiration.updateTimestamp(url)
  }
  await expiration.expireEntries()
}

self.addEventListener('install', event => {
  const scripts = async () => (await caches.open(stores.scripts)).addAll([...OFFLINE_SCRIPTS])
  event.waitUntil(Promise.all([unpack(), scripts()]))
  self.skipWaiting()
})

// The page that brought the worker here was loaded before it: it is a visited page as well.
self.addEventListener('activate', event => {
  const keepOpenPages = async () => {
    const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
    const cache = await caches.open(stores.pages)
    await Promise.allSettled(windows.map(({ url }) => cache.add(pageKey(url))))
  }
  event.waitUntil(keepOpenPages())
})
clientsClaim()
