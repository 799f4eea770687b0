// Brings the offline worker in once the page has nothing else to do. A browser without one loses nothing else.

type ScriptUrls = {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { createScriptURL: (url: string) => string }
}

declare global {
  interface Window {
    readonly trustedTypes?: ScriptUrls
  }
  interface Navigator {
    readonly connection?: { readonly saveData?: boolean }
  }
}

/** The worker stands at the site's root, one folder above this module: so its scope is the whole site. */
const workerUrl = () => new URL('../sw.js', import.meta.url).href

/** Registers the worker after the page is done; not for readers who save data. Failing is silent: reading goes on. */
export function keepOffline(): void {
  if (!('serviceWorker' in navigator) || navigator.connection?.saveData) return
  // A module of the page runs before its load event.
  addEventListener('load', async () => {
    try {
      // The one Trusted Types policy that the site's policy names; it lets one constant address through.
      const policy = window.trustedTypes?.createPolicy('offline', { createScriptURL: workerUrl })
      await navigator.serviceWorker.register(policy?.createScriptURL('') ?? workerUrl())
    } catch {
      // Storage refused, or the policy taken: the site works without saved copies.
    }
  })
}
