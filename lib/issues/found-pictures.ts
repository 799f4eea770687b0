// Pictures that a page brings along: where they lie, which article they go with, and the decisions that say so.
import { lstatSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { inkOf, narrowText } from '../audit/ink'
import type { Operation } from '../format/operation'
import { pictureBounds, pictureKind, readPictureFile } from '../format/picture-file'
import { shortHash } from '../import/edition/reimport'
import { readTail } from '../import/language/datelines'
import type { Article } from '../model/article'
import { freeName } from './issue-pictures'

/** A picture, the line of source.txt that it goes with, the paragraph that is surely its caption, with the credit, and what the page calls its file. */
export type FoundPicture = {
  readonly line: number
  readonly bytes: Uint8Array
  readonly caption?: string
  readonly src?: string
}

/** Who took the decision that a picture goes with an article, until an editor says more. */
export const byImport = '导入程序'

/** What is smaller is a sign or an ornament: in pixels, and in bytes where it is of a kind that is not read. */
const least = { width: 160, height: 100, bytes: 4_000 } as const

/**
 * The bytes of a picture that a saved page shows, from the page itself (data:), from the pictures that were given with it, by its name, or
 * from the folder that browsers save beside it. Undefined for any other address: nothing is fetched, and no path leads out of the
 * page's own folder.
 */
export function besideHtml(
  { file, pictures }: { readonly file: string; readonly pictures?: ReadonlyMap<string, Uint8Array> },
  src: string,
): Uint8Array | undefined {
  const data = /^data:image\/(?:jpeg|png|webp);base64,([\w+/=\s]+)$/.exec(src)?.[1]
  if (data) return Buffer.from(data, 'base64')
  const path = pathOf(src)
  if (path === undefined || pictures) return path === undefined ? undefined : pictures?.get(basename(path))
  const found = join(dirname(file), path)
  const folder = path.split('/').slice(0, -1)
  const links = folder.map((_, at) => join(dirname(file), ...folder.slice(0, at + 1)))
  if (links.some(one => lstatSync(one, { throwIfNoEntry: false })?.isSymbolicLink())) return undefined
  const stat = lstatSync(found, { throwIfNoEntry: false })
  return stat?.isFile() && stat.size <= pictureBounds.bytes ? readFileSync(found) : undefined
}

/** The path within the page's folder that an address means; undefined where it means anything else. */
function pathOf(src: string): string | undefined {
  try {
    const path = normalize(decodeURIComponent(src.replace(/[?#].*/s, '').trim())).replaceAll('\\', '/')
    const leaves = /^(?:[a-z][a-z\d+.-]*:|\/|\.\.(?:\/|$))/i.test(path) || path.includes('\0')
    return leaves || path === '.' ? undefined : path
  } catch {
    return undefined
  }
}

type Taken = {
  readonly operations: readonly Operation[]
  /** By the names that they get. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Which pictures the door of content/ refuses, and why, in Chinese. */
  readonly refused: readonly string[]
}

/**
 * The decisions that put found pictures beside their articles, under the next free names. What is too small, or there already under any
 * name, is left alone; so is what an editor has taken away: `away` has the checksums.
 */
export function takePictures(
  found: readonly FoundPicture[],
  articles: readonly Article[],
  there: ReadonlyMap<string, Uint8Array>,
  away: ReadonlySet<string> = new Set(),
): Taken {
  const files = new Map<string, Uint8Array>()
  const operations: Operation[] = []
  const refused: string[] = []
  const isKnown = (bytes: Uint8Array) =>
    away.has(shortHash(bytes)) ||
    [...there.values(), ...files.values()].some(one => Buffer.compare(one, bytes) === 0)
  for (const { line, bytes, caption, src } of found) {
    const owner = articles.find(({ lines }) => lines.some(({ from, to }) => from <= line && line <= to))
    if (!owner || isKnown(bytes)) continue
    const kind = pictureKind(Buffer.from(bytes))
    const read = readPictureFile(Buffer.from(bytes), `.${kind ?? 'jpg'}`)
    if (Array.isArray(read) || !kind) {
      const name = src && !src.startsWith('data:') ? `（${src.replace(/\p{C}/gu, '').slice(0, 80)}）` : ''
      const why = Array.isArray(read) ? read.map(({ message }) => message).join('；') : ''
      if (kind || bytes.length >= least.bytes) refused.push(`第 ${line} 行旁的图片${name}没有收：${why}`)
      continue
    }
    if (read.width < least.width || read.height < least.height) continue
    const item = owner.id.slice(owner.issue.length + 1)
    const file = `${freeName(item, [...there.keys(), ...files.keys()])}.${kind}`
    files.set(file, bytes)
    const at = [...(owner.title || owner.blocks[0]?.text || '')].slice(0, 16).join('')
    operations.push({ do: 'picture', item, file, at, ...printedUnder(owner, caption), by: byImport })
  }
  return { operations, files, refused }
}

const narrow = (text: string) => narrowText(inkOf(text, 1))

/** The caption and the credit of a picture, where they are one paragraph of its article; a photo item's text stays its own. */
function printedUnder({ kind, blocks }: Article, caption = ''): Readonly<Record<string, string>> {
  const same = blocks.filter(one => one.kind === 'paragraph' && narrow(one.text) === narrow(caption))
  const [only] = same.length === 1 && kind === 'article' && blocks.length > 1 ? same : []
  if (!only) return {}
  const tail = readTail(only.text)
  if (!tail?.byline.photo) return { caption: only.text }
  const names = tail.byline.people.filter(({ took }) => took).map(({ name }) => name)
  return {
    caption: only.text.slice(0, tail.at).trim(),
    credit: only.text.slice(tail.at).trim(),
    ...(names.length > 0 && { names: names.join('、') }),
  }
}
