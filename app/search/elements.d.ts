// The custom element of the search page, so that JSX knows its name.
import type { HTMLAttributes } from 'react'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'search-page': HTMLAttributes<HTMLElement> & { readonly 'data-root': string }
    }
  }
}
