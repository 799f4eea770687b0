// 报架: every issue of the content folder in a row, the newest first. A row is made again only when its folder has changed.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { checkContent } from '../audit/check'
import { issueRule } from '../format/article-file'
import { issueNames, readEdits } from '../format/content-folder'
import { countDoubts } from '../format/doubt'
import { editsName } from '../format/edits-file'
import { versionOf } from '../issues/folder-version'
import { byCodeUnit } from '../model/order'
import type { Desk } from './desk'
import { factsOfMany } from './facts-view'
import { countDifferences, type Published, readPublished } from './published'
import type { IssueList, IssueRow } from './wire'

/** All issues of the folder, proved; what is wrong with the folder itself. */
export function listIssues(desk: Desk): IssueList {
  const { names, problems } = existsSync(desk.out) ? issueNames(desk.out) : { names: [], problems: [] }
  desk.published = readPublished(desk.folder, desk.published)
  const rows = names.filter(name => !issueRule(name)).map(id => rowOf(desk, id))
  return {
    facts: factsOfMany,
    rows: rows.sort((a, b) => byCodeUnit(b.date, a.date) || byCodeUnit(b.id, a.id)),
    problems,
  }
}

function rowOf(desk: Desk, id: string): IssueRow {
  const { out, rows, published } = desk
  const stamp = [issueStamp(desk, id), published?.stamp].join('\n')
  const known = rows.get(id)
  if (known?.stamp === stamp) return known.row
  const row = makeRow(out, id, published)
  rows.set(id, { stamp, row })
  return row
}

/** Names, sizes and times of the files of an issue: another stamp when one of them was written. */
export function issueStamp({ out }: Desk, id: string): string {
  const dir = join(out, id)
  if (!statSync(dir).isDirectory()) return ''
  return readdirSync(dir)
    .sort()
    .map(name => {
      const stat = statSync(join(dir, name), { throwIfNoEntry: false })
      return [name, stat?.size, stat?.mtimeMs, stat?.ino].join(' ')
    })
    .join('\n')
}

function makeRow(out: string, id: string, published: Published | undefined): IssueRow {
  const { articles, issueFiles, problems } = checkContent(out, undefined, id)
  const file = issueFiles.get(id)
  const { title = '', publication = '', date = '' } = file?.issue ?? {}
  const version = versionOf(join(out, id))
  const withoutAlt = articles.flatMap(one => one.pictures).filter(({ alt }) => alt === '').length
  const path = join(out, id, editsName)
  const edits = existsSync(path) ? readEdits(path) : undefined
  return {
    ...{ id, version, title, publication, date, problems: problems.length },
    items: articles.map(({ id: name, title, kicker, topic, status, date, origin }) => ({
      ...{ name: name.slice(id.length + 1), title: title || kicker },
      ...{ topic, status: status || 'ready', date, written: origin === 'web' },
    })),
    unpublished:
      published && countDifferences(published, id, articles, (file?.issue.status ?? 'ready') !== 'ready'),
    doubts: countDoubts(file?.doubts ?? '') + withoutAlt,
    edits: edits === undefined || Array.isArray(edits) ? 0 : edits.operations.length,
  }
}
