// Why a build makes a page again, or everything: in words, for the one who asks.
import type { Library } from '../../library/library'
import { absolute } from '../../model/site'
import { type BuildManifest, filesOfPage, touchedFiles } from './build-manifest'
import { ownerOf, type routes } from './routes'
import type { Toolchain } from './toolchain-hash'

/** Why nothing of the last build is of use; '' where it is. */
export function reasonToRebuild(last: BuildManifest | undefined, toolchain: Toolchain): string {
  if (!last) return '没有上次的记录（第一次生成、用了 --clean，或上次在最后一步中断）'
  const parts = changedParts(last, toolchain)
  return parts.length > 0 ? `代码或设置变了：${someOf(parts)}` : ''
}

function changedParts(last: BuildManifest, { checksum, parts }: Toolchain): readonly string[] {
  if (last.toolchain.checksum === checksum) return []
  // Other code wrote it, perhaps in another form.
  const before = { ...last.toolchain.parts }
  return [...new Set([...Object.keys(before), ...Object.keys(parts)])].filter(
    name => before[name] !== parts[name],
  )
}

/** The first of many, and how many there are. */
function someOf(names: readonly string[], most = 5): string {
  const more = names.length > most ? ` 等 ${names.length} 处` : ''
  return `${names.slice(0, most).join('、')}${more}`
}

export type WhyQuestion = {
  /** An address below the site's root: /articles/x/ or /articles/x.md */
  readonly path: string
  readonly last: BuildManifest | undefined
  readonly toolchain: Toolchain
  readonly library: Library
  /** The content that the published site was made of, if it is known. */
  readonly published: Library | undefined
  readonly out: string
}

/** Says line by line why the page at an address is made again, or that it is not. */
export function explainPage({
  path,
  last,
  toolchain,
  library,
  published,
  out,
}: WhyQuestion): readonly string[] {
  const file = fileOf(path)
  const owner = ownerOf(file)
  if (!owner && !Object.hasOwn(last?.files[''] ?? {}, file))
    return [`上次生成的网站里没有 ${path}，应写站内的网址，如 /articles/gh202411-01/`]
  if (!owner) return [`${path} 由全站内容生成，凡有变动就重新生成`]
  const { route, param } = owner
  const now = inputsOf(route, library, param)
  const before = published && inputsOf(route, published, param)
  if (now === undefined) return [`${path} 现在没有这一页${before === undefined ? '' : '，上次有'}`]
  const rebuild = reasonToRebuild(last, toolchain)
  const differences = before === undefined ? [] : differencesIn(before, now)
  const files = touchedFiles(out, filesOfPage(last, route.name, param))
  const lines = [
    ...(rebuild ? [`  全部重新生成：${rebuild}`] : []),
    ...(before === undefined ? ['  上次没有这一页'] : []),
    ...limited(differences.map(difference => `  内容变了：${difference}`)),
    ...limited(files.map(file => `  文件变了：${out}/${file} 不是上次写出的样子`)),
  ]
  return lines.length > 0 ? [`${path} 重新生成：`, ...lines] : [`${path} 没有变，沿用上次的`]
}

/** The file of out/ at an address, which may be a whole one, and may want its last slash. */
function fileOf(address: string): string {
  const path = address.replace(absolute(''), '').replace(/^\//, '')
  const name = path.split('/').at(-1) ?? ''
  if (name.includes('.')) return path
  return name === '' ? `${path}index.html` : `${path}/index.html`
}

/** The inputs of a page; undefined when there is no such page. */
function inputsOf({ params, inputs }: (typeof routes)[number], library: Library, param: string): unknown {
  return params(library).includes(param) ? inputs(library, param) : undefined
}

const longest = 20
const limited = (lines: readonly string[]) =>
  lines.length > longest ? [...lines.slice(0, longest), `  另有 ${lines.length - longest} 处`] : lines

/** Where two pieces of plain data differ, each place with both values: `cards.0.title：“甲” → “乙”`. */
export function differencesIn(before: unknown, after: unknown, place = ''): readonly string[] {
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap(key => differencesIn(before[key], after[key], place ? `${place}.${key}` : key))
  }
  return Object.is(before, after) ? [] : [`${place}：${shown(before)} → ${shown(after)}`]
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function shown(value: unknown): string {
  if (value === undefined) return '无'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
