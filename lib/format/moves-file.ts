// What has another address than it had, content/moved.md: issues and articles, each with the old and the new address.
import type { Move } from '../model/own-settings'
import type { Problem } from '../model/problem'
import { readerOf } from './field-reader'
import { readFrontMatter } from './front-matter'
import { readEntries } from './group-entries'

export const moveKeys = ['from', 'to'] as const

/** They travel to every process of a build; an issue that moved takes its articles with it. */
const mostMoves = 300

const address = /^\/(articles|issues)\/[a-z0-9]+(?:-[a-z0-9]+)*\/$/

/** Reads moved.md: the moves in their order, or all problems at once that can be told without the articles. */
export function parseMoves(text: string, file: string): { readonly moves: readonly Move[] } | Problem[] {
  const front = readFrontMatter(text, file)
  if (Array.isArray(front)) return front
  const reader = readerOf(front, file, ['moved'], () => undefined)
  reader.need('moved')
  const seen = new Set<string>()
  const moves = readEntries(front.fields, 'moved', moveKeys, [], reader, mostMoves).map(
    ({ start, ...entry }): Move => {
      const [from, to] = moveKeys.map(key => entry.text(key, addressRule)) as [string, string]
      if (from && to && kindOf(from) !== kindOf(to))
        reader.note(entry.place('to'), 'move-kind', '文章只能移到文章，期只能移到期')
      if (from && seen.has(from))
        reader.note(entry.place('from'), 'move-double', `“${from}”写了两次，应只留一次`)
      if (from && from === to) reader.note(entry.place('to'), 'move-same', '新旧网址是同一个，应删去这一项')
      seen.add(from)
      return { from, to, line: start.line }
    },
  )
  return reader.problems.length > 0 ? reader.problems : { moves }
}

const kindOf = (path: string) => path.split('/')[1]

const addressRule = (text: string) =>
  address.test(text)
    ? undefined
    : {
        rule: 'move-address',
        message: `写的是“${text.slice(0, 60)}”，应为站内的网址，如“/articles/gh202411-01/”或“/issues/gh202411/”`,
      }
