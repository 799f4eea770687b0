// What no page may hold, because the policy would refuse it in the reader's browser: found here, by file, line and column.
import type { Problem } from '../../model/problem'
import { attribute, type PageElement, rangeOf } from './html-tree'

/** Elements that load or run something foreign, or change how the page is read. */
const forbiddenElements = new Set(['iframe', 'frame', 'object', 'embed', 'applet', 'base', 'portal'])
/** Attributes through which an element loads something by itself. */
const loading: Readonly<Record<string, readonly string[]>> = {
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  script: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  input: ['src'],
  form: ['action'],
}
const loadingLinks = /\b(stylesheet|icon|preload|modulepreload|prefetch|manifest|preconnect|dns-prefetch)\b/
/** What a link may lead to. */
const safeLink = /^(?:https?:\/\/|mailto:|tel:|[/#?]|[^:/?#]*(?:[/?#]|$))/i

/** Every broken rule of a page's elements; empty when the page can live under the policy. */
export function brokenRules(elements: readonly PageElement[], file: string): readonly Problem[] {
  return elements.flatMap(element => {
    const place = rangeOf(element)
    return faultsOf(element).map(([rule, message]) => ({
      file,
      line: place?.line ?? 1,
      ...(place && { column: place.column }),
      rule,
      message,
    }))
  })
}

type Fault = readonly [rule: string, message: string]

function faultsOf(element: PageElement): readonly Fault[] {
  const name = element.nodeName
  const faults: Fault[] = element.attrs.flatMap(({ name: key, value }) =>
    attributeFaults(element, key, value),
  )
  if (forbiddenElements.has(name)) faults.push(['element-forbidden', `页面里有 <${name}>，策略不允许`])
  if (name === 'meta' && /refresh/i.test(attribute(element, 'http-equiv') ?? '') && !leadsOn(element))
    faults.push(['element-forbidden', '页面里有 <meta http-equiv="refresh">，策略不允许'])
  return faults
}

/** Whether a page in the place of one that moved leads to a page of this site. */
const leadsOn = (meta: PageElement) => /^0; url=\/(?!\/)[\w/.~-]*$/.test(attribute(meta, 'content') ?? '')

function attributeFaults(element: PageElement, key: string, value: string): readonly Fault[] {
  const name = element.nodeName
  if (key === 'style')
    return [['style-attribute', `<${name}> 有 style="${value.slice(0, 40)}"，策略会拒绝；请写成样式类`]]
  if (/^on[a-z]/.test(key))
    return [['handler-attribute', `<${name}> 有内联事件 ${key}，策略会拒绝；请放进 app/_browser`]]
  if (key === 'srcdoc') return [['element-forbidden', `<${name}> 有 srcdoc，策略不允许`]]
  const loads =
    loading[name]?.includes(key) ||
    (name === 'link' && key === 'href' && loadingLinks.test(attribute(element, 'rel') ?? ''))
  if (loads && !value.split(',').every(isOwn))
    return [['third-party', `<${name} ${key}> 要加载“${value.slice(0, 80)}”，只许加载本站文件`]]
  if (/^(href|xlink:href|action|formaction|cite)$/.test(key) && !safeLink.test(value.trim()))
    return [['link-unsafe', `<${name} ${key}> 的地址“${value.slice(0, 80)}”不是网页、邮件或电话地址`]]
  return []
}

/** An address on this site: from the root, or within the page. */
function isOwn(address: string): boolean {
  return /^\s*(?:\/(?![/\\])|[?#]|$)/.test(address)
}
