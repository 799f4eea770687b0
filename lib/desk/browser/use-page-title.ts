// The title of a page of the desk, for tabs and the history of the browser.
import { useEffect } from 'react'

/** `what`: the page, as its tab is told from those of the others. */
export function usePageTitle(what: string): void {
  useEffect(() => {
    document.title = `${what} · 编辑台`
  }, [what])
}
