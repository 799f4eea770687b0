// The content that this process builds or serves, in order.
import type { Content } from '../format/content-folder'
import { content } from './content'
import { type Library, libraryOf } from './library'

let memo: { readonly of: Content; readonly library: Library } | undefined

/** The content of the site, once a process (while developing: again when it was read again). Throws what content() throws. */
export function library(): Library {
  const of = content()
  if (memo?.of !== of) memo = { of, library: libraryOf(of) }
  return memo.library
}
