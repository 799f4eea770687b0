// The content that this process serves or renders, in order: from the store of a build, or from the content folder.
import type { Content } from '../format/content-folder'
import { settings } from '../model/settings'
import { openStore } from './article-store'
import { content } from './content'
import { contentSource, type Library, libraryOf } from './library'

let memo: { readonly library: Library; readonly of: Content | undefined } | undefined

/** The content of the site, put in order once (while developing: again when it was read again). Throws what content() throws. */
export function library(): Library {
  const of = settings.contentStore ? undefined : content()
  if (!memo || memo.of !== of)
    memo = { library: libraryOf(of ? contentSource(of) : openStore(settings.contentStore)), of }
  return memo.library
}
