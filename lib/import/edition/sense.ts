// Whether a page makes sense as it was read: what could hide a wrong page is a doubt that names its lines.
import type { Fields } from '../pipeline/fields'
import type { Guess } from './guess'

/** Doubts about the page as a whole. */
export function pageGuesses(items: readonly Fields[]): readonly Guess[] {
  const nowhere = items.length > 0 && items.every(({ provinces }) => provinces.length === 0)
  if (!nowhere) return []
  const message = '全版没有一个地名，各篇都按全国处理；评论、副刊如此，消息不会，请看文字是否有误'
  return [{ kind: 'sense', risk: 6, lines: [], message }]
}
