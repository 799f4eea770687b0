// What the device keeps. A browser may refuse storage at any time: then nothing is kept and nothing else changes.

/** The value kept under that key, '' if there is none or storage is refused. */
export function recall(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

/** Keeps a value under that key; '' clears it. Whether it was kept cannot be told and does not matter. */
export function keep(key: string, value: string): void {
  try {
    if (value) localStorage.setItem(key, value)
    else localStorage.removeItem(key)
  } catch {
    // Refused or full: the page is as readable as before.
  }
}
