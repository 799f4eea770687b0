// Plain pages: what Next rendered without Next's runtime, its style sheet inlined, its policy written in.
// Exact ranges of the source are cut, so every byte that stays is the byte that Next wrote; what is not known is refused.
// The empty comments between text nodes stay: without them the texts join and their shaping changes. Those that part no texts
// go: React writes them or not, depending on how the page arrived in its stream, and two builds would differ.
import type { Problem } from '../../model/problem'
import {
  isBoundaryComment,
  isBoundaryId,
  isOfNext,
  isPendingComment,
  isTextSeparator,
  runtimeScript,
} from '../next/page-markup'
import { cspHash, type InlineHashes, metaPolicy, speculation } from './csp'
import { brokenRules } from './html-rules'
import {
  attribute,
  elementText,
  isBetweenTexts,
  type PageComment,
  type PageElement,
  rangeOf,
  readPageTree,
} from './html-tree'

export type PlainPage = {
  readonly html: string
  /** Those of the source that are still there: what was read need not be read again. */
  readonly elements: readonly PageElement[]
  readonly hashes: InlineHashes
  readonly problems: readonly Problem[]
}

/** Text of each style sheet by its address, as pages link it: /folder/_next/static/…css */
export type StyleSheets = ReadonlyMap<string, string>

type Edit = { readonly from: number; readonly to: number; readonly put: string }
type Finding = Edit | Problem | undefined

const dataTypes = new Set(['application/ld+json', 'application/json'])

/**
 * Makes one rendered page plain. `file` is how problems name it.
 * Problems are returned, never guessed around: an unknown inline script, a pending Suspense boundary, markup that the policy
 * would refuse. The html of a page with problems is not to be used.
 */
export function plainPage(source: string, file: string, sheets: StyleSheets): PlainPage {
  const tree = readPageTree(source)
  const findings = [
    ...tree.elements.map(element => elementFinding(element, file, sheets)),
    ...tree.comments.map(comment => commentFinding(comment, file)),
  ].filter(finding => finding !== undefined)
  const edits = findings.filter(finding => 'put' in finding)
  const remaining = tree.elements.filter(element => !isCut(element, edits))
  const hashes = hashesOf(remaining, edits, sheets)
  const problems = [...findings.filter(finding => 'rule' in finding), ...brokenRules(remaining, file)]
  const head = headEdits(tree.elements, hashes, file)
  return {
    html: apply(source, [...edits, ...head.filter(edit => 'put' in edit)]),
    elements: remaining,
    hashes,
    problems: [...problems, ...head.filter(edit => 'rule' in edit)],
  }
}

function elementFinding(element: PageElement, file: string, sheets: StyleSheets): Finding {
  switch (element.nodeName) {
    case 'script':
      return scriptFinding(element, file)
    case 'link':
      return linkFinding(element, file, sheets)
    case 'template':
    case 'div':
      return boundaryFinding(element, file)
    default:
      return undefined
  }
}

function scriptFinding(script: PageElement, file: string): Finding {
  if (attribute(script, 'src') !== undefined) return namesNext(script, 'src') ? cut(script) : undefined
  if (dataTypes.has(attribute(script, 'type') ?? '') || attribute(script, 'data-keep') !== undefined)
    return undefined
  const text = elementText(script)
  if (runtimeScript.test(text)) return cut(script)
  return problem(
    script,
    file,
    'script-unknown',
    `有不认识的内联脚本“${text.trim().slice(0, 60)}”；要保留的脚本请写 data-keep，其余请改放 app/_browser`,
  )
}

function linkFinding(link: PageElement, file: string, sheets: StyleSheets): Finding {
  if (!namesNext(link, 'href')) return undefined
  const [rel, as] = [attribute(link, 'rel'), attribute(link, 'as')]
  if (rel === 'modulepreload' || (rel === 'preload' && (as === 'script' || as === 'style'))) return cut(link)
  if (rel !== 'stylesheet') return undefined
  const sheet = attribute(link, 'href') ?? ''
  const css = sheets.get(sheet)
  if (css === undefined) return problem(link, file, 'style-missing', `样式表 ${sheet} 不在导出的文件里`)
  if (/<\/style|url\(\s*["']?(?!data:|\/)/i.test(css))
    return problem(
      link,
      file,
      'style-relative',
      `样式表 ${sheet} 里有相对地址或“</style”，无法写进页面；请用以 / 开头的地址`,
    )
  return { ...cut(link), put: `<style>${css}</style>` }
}

/** Streamed content waits in <template id="B:0"> and <div hidden id="S:0"> for a script that would put it in its place. */
function boundaryFinding(element: PageElement, file: string): Finding {
  const id = attribute(element, 'id') ?? ''
  if (isBoundaryId(id)) return problem(element, file, 'suspense-pending', pending(id))
  const hidden = element.nodeName === 'div' && attribute(element, 'hidden') !== undefined
  const empty = element.attrs.length === 1 && element.childNodes.every(child => child.nodeName === '#comment')
  return hidden && empty ? cut(element) : undefined
}

function commentFinding(comment: PageComment, file: string): Finding {
  if (isPendingComment(comment.data)) return problem(comment, file, 'suspense-pending', pending(comment.data))
  return isBoundaryComment(comment.data) || (isTextSeparator(comment.data) && !isBetweenTexts(comment))
    ? cut(comment)
    : undefined
}

const pending = (mark: string) =>
  `有未完成的 Suspense 边界（${mark}）：没有 Next 运行时就不会显示，请去掉这里的 Suspense`

/** The policy goes in right after the charset, so that it holds for all that follows; prefetch rules end the head. */
function headEdits(
  elements: readonly PageElement[],
  hashes: InlineHashes,
  file: string,
): readonly (Edit | Problem)[] {
  const charset = elements.find(el => el.nodeName === 'meta' && attribute(el, 'charset') !== undefined)
  const head = elements.find(el => el.nodeName === 'head')
  const start = charset && rangeOf(charset)?.to
  const end = head?.sourceCodeLocation?.endTag?.startOffset
  if (start === undefined || end === undefined)
    return [{ file, line: 1, rule: 'head-missing', message: '页面没有 <head> 或 <meta charset>' }]
  return [
    {
      from: start,
      to: start,
      put: `<meta http-equiv="Content-Security-Policy" content="${metaPolicy(hashes)}"/>`,
    },
    { from: end, to: end, put: speculation.html },
  ]
}

function hashesOf(
  remaining: readonly PageElement[],
  edits: readonly Edit[],
  sheets: StyleSheets,
): InlineHashes {
  const inline = (name: string) =>
    remaining.filter(el => el.nodeName === name && attribute(el, 'src') === undefined)
  const scripts = inline('script').filter(script => !dataTypes.has(attribute(script, 'type') ?? ''))
  const inlined = [...sheets.values()].filter(css => edits.some(edit => edit.put === `<style>${css}</style>`))
  return {
    scripts: [...scripts.map(elementText).map(cspHash), speculation.hash],
    styles: [...inline('style').map(elementText), ...inlined].map(cspHash),
  }
}

const namesNext = (element: PageElement, name: string) => isOfNext(attribute(element, name) ?? '')

function isCut(element: PageElement, edits: readonly Edit[]): boolean {
  const place = rangeOf(element)
  return place !== undefined && edits.some(edit => edit.from <= place.from && place.to <= edit.to)
}

function cut(node: PageElement | PageComment): Edit {
  const place = rangeOf(node)
  if (!place) throw new Error(`parse5 gave no place for ${node.nodeName}`)
  return { from: place.from, to: place.to, put: '' }
}

function problem(node: PageElement | PageComment, file: string, rule: string, message: string): Problem {
  const place = rangeOf(node)
  return { file, line: place?.line ?? 1, ...(place && { column: place.column }), rule, message }
}

/** Edits do not overlap, but one may lie inside another (a marker in a <div> that is cut): the outer one says it all. */
function apply(source: string, edits: readonly Edit[]): string {
  const inOrder = [...edits].sort((a, b) => a.from - b.from || b.to - a.to)
  let html = ''
  let at = 0
  for (const { from, to, put } of inOrder) {
    if (from < at) continue
    html += source.slice(at, from) + put
    at = to
  }
  return html + source.slice(at)
}
