// The kill switch: takes the offline worker's place, deletes what it saved, and leaves the device.
/// <reference lib="webworker" />

declare const self: ServiceWorkerGlobalScope

async function leave(): Promise<void> {
  const ours = `jianbao ${self.registration.scope} `
  const names = await caches.keys()
  await Promise.all(names.filter(name => name.startsWith(ours)).map(name => caches.delete(name)))
  await self.registration.unregister()
}

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => event.waitUntil(leave()))

export {}
