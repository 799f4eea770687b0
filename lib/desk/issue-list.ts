// 报架: every issue of the content folder in a row, the newest first. A row is made again only when its folder has changed.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { checkContent } from '../audit/check'
import { issueRule } from '../format/article-file'
import { issueNames, readEdits } from '../format/content-folder'
import { countDoubts } from '../format/doubt'
import { editsName } from '../format/edits-file'
import { byCodeUnit } from '../model/order'
import type { Desk } from './desk'
import type { IssueList, IssueRow } from './wire'

/** All issues of the folder, proved; what is wrong with the folder itself. */
export function listIssues(desk: Desk): IssueList {
  const { names, problems } = existsSync(desk.out) ? issueNames(desk.out) : { names: [], problems: [] }
  const rows = names.filter(name => !issueRule(name)).map(id => rowOf(desk, id))
  return { rows: rows.sort((a, b) => byCodeUnit(b.date, a.date) || byCodeUnit(b.id, a.id)), problems }
}

function rowOf({ out, rows }: Desk, id: string): IssueRow {
  const stamp = stampOf(join(out, id))
  const known = rows.get(id)
  if (known?.stamp === stamp) return known.row
  const row = makeRow(out, id)
  rows.set(id, { stamp, row })
  return row
}

/** Names, sizes and times of the files: another stamp when one of them was written. */
function stampOf(dir: string): string {
  if (!statSync(dir).isDirectory()) return ''
  return readdirSync(dir)
    .sort()
    .map(name => {
      const stat = statSync(join(dir, name), { throwIfNoEntry: false })
      return [name, stat?.size, stat?.mtimeMs, stat?.ino].join(' ')
    })
    .join('\n')
}

function makeRow(out: string, id: string): IssueRow {
  const { articles, issueFiles, problems } = checkContent(out, undefined, id)
  const file = issueFiles.get(id)
  const { title = '', publication = '', date = '' } = file?.issue ?? {}
  const withoutAlt = articles.flatMap(one => one.pictures).filter(({ alt }) => alt === '').length
  const path = join(out, id, editsName)
  const edits = existsSync(path) ? readEdits(path) : undefined
  return {
    ...{ id, title, publication, date, problems: problems.length },
    items: articles.map(one => ({ name: one.id.slice(id.length + 1), title: one.title || one.kicker })),
    doubts: countDoubts(file?.doubts ?? '') + withoutAlt,
    edits: edits === undefined || Array.isArray(edits) ? 0 : edits.operations.length,
  }
}
