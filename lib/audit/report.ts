// What `npm run check` says of an issue, in Chinese: what was proved, and what the print changed of the source.
import { printLeftOut } from '../format/left-out'
import type { AuditedIssue } from './check'

/** `gh202411：8 篇，7,057 字，逐字相符；补全角标点 312 处，接合 10 处，移动 1 处，更正 0 处；存疑 26 条`. */
export function reportIssue(issue: AuditedIssue): string {
  const { id, encoding, characters, items, written, unpublished, leftOut } = issue
  const { problems, draftProblems, doubts } = issue
  const { drafts, withdrawn } = unpublished
  const head = [
    `${id}：${items.length} 篇`,
    ...(written > 0 ? [`另写 ${written} 篇`] : []),
    ...(drafts > 0 ? [`其中草稿 ${drafts} 篇`] : []),
    ...(withdrawn > 0 ? [`已撤回 ${withdrawn} 篇`] : []),
  ].join('，')
  if (problems > 0) return `${head}，有 ${problems} 处问题，没有逐字核对通过`
  if (encoding === undefined) return `${head}，没有 source.txt，只查了格式${picturesSay(issue)}`
  if (draftProblems > 0)
    return `${head}，草稿有 ${draftProblems} 处问题；刊发的各篇逐字相符；存疑 ${doubts} 条`
  const changes = items.flatMap(item => item.changes)
  const count = (...kinds: readonly string[]) => changes.filter(({ kind }) => kinds.includes(kind)).length
  const corrections = items.reduce((sum, { article }) => sum + article.corrections.length, 0)
  const parts = [
    `补全角标点 ${count('widened')} 处`,
    ...(count('unified') > 0 ? [`部首改为正字 ${count('unified')} 处`] : []),
    ...(count('closed') > 0 ? [`去掉字间空白 ${count('closed')} 处`] : []),
    `接合 ${count('join')} 处`,
    ...(count('wrapped') > 0 ? [`连行 ${count('wrapped')} 处`] : []),
    `移动 ${count('moved')} 处`,
    `更正 ${corrections} 处`,
    ...(leftOut.length > 0 ? [`未收 ${leftOut.length} 处（见 issue.md）`] : []),
  ]
  return `${head}，${characters.toLocaleString('zh-CN')} 字（${encoding}），逐字相符；${parts.join('，')}${picturesSay(issue)}；存疑 ${doubts} 条`
}

/** `；图片 3 张，2 张没有 alt（05.jpg、05-2.jpg）`; nothing where there is no picture. */
function picturesSay({ pictures, withoutAlt }: AuditedIssue): string {
  if (pictures === 0) return ''
  const open = withoutAlt.length > 0 ? `，${withoutAlt.length} 张没有 alt（${withoutAlt.join('、')}）` : ''
  return `；图片 ${pictures} 张${open}`
}

/** The joins, moves and corrections one by one, for `--list`. */
export function listChanges({ id, items, leftOut }: AuditedIssue): string[] {
  return [...items.flatMap(listItem), ...leftOut.map(one => `  ${id} 未收：${printLeftOut(one)}`)]
}

function listItem({ article, changes }: AuditedIssue['items'][number]): string[] {
  return [
    ...changes.flatMap(change => {
      const { kind, line } = change
      if (kind === 'join') return [`  ${article.id} 第${line}行接第${change.to}行`]
      if (kind === 'moved') return [`  ${article.id} 第${line}行移到第${change.to}行之后`]
      if (kind === 'unified')
        return [`  ${article.id} 第${line}行第${change.column}字：部首改为“${change.to}”`]
      if (kind === 'closed') return [`  ${article.id} 第${line}行第${change.column}字前：去掉空白`]
      return []
    }),
    ...article.corrections.map(
      ({ source, print, why }) => `  ${article.id} 更正：“${source}”改为“${print}”，${why}`,
    ),
  ]
}
