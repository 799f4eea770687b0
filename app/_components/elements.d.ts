// The custom elements of app/_browser, so that JSX knows their names.
import type { HTMLAttributes } from 'react'

type Custom = HTMLAttributes<HTMLElement> & {
  readonly 'data-id'?: string
  readonly 'data-root'?: string
  readonly class?: string
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'settings-panel': Custom
      'read-aloud': Custom
      'reading-place': Custom
      'read-marks': Custom
      'search-page': Custom
      'index-filter': Custom
    }
  }
}
