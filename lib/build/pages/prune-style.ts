// A style sheet without the rules that a page can never need.
import { type AtRule, type ChildNode, type Container, type Declaration, parse, type Rule } from 'postcss'
import readSelector, { type Node, type Selector } from 'postcss-selector-parser'

/** Whether a page may have a class, a custom element or a property of that name. */
export type IsNamed = (name: string) => boolean

/** The class names that a style sheet speaks of. */
export function classesIn(css: string): ReadonlySet<string> {
  const classes = new Set<string>()
  parse(css).walkRules(rule => {
    if (!isFrame(rule))
      readSelector(list => list.walkClasses(({ value }) => void classes.add(value))).processSync(rule)
  })
  return classes
}

/** The first class of each selector of a style sheet. */
export function leadingClasses(css: string): readonly string[] {
  const classes: string[] = []
  parse(css).walkRules(({ selectors }) => {
    for (const selector of selectors) classes.push(...(selector.match(/(?<=\.)[\w-]+/) ?? []))
  })
  return classes
}

/**
 * The sheet for pages that have no other classes and custom elements than are named; attributes, ids, states and the elements of HTML
 * are taken to be there. Custom properties and keyframes that nothing left speaks of go as well, but for those that are named:
 * scripts may set them. Everything that stays is as it was, and in its order, but that
 * what hangs on one condition stands together.
 */
export function pruneStyle(css: string, isNamed: IsNamed): string {
  const root = parse(css)
  root.walkRules(rule => {
    if (isFrame(rule)) return
    const live = readSelector()
      .astSync(rule)
      .nodes.filter(selector => isLive(selector, isNamed))
    if (live.length === 0) rule.remove()
    else if (live.length < rule.selectors.length) rule.selector = live.join(',')
  })
  dropUnused(root, isNamed)
  dropEmpty(root)
  gather(root)
  return root.toString()
}

/** Whether a rule is a step of keyframes: from, 50%. */
const isFrame = ({ parent }: Rule) => parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name)

function isLive(selector: Selector, isNamed: IsNamed): boolean {
  return selector.nodes.every(node => isThere(node, isNamed))
}

function isThere(node: Node, isNamed: IsNamed): boolean {
  if (node.type === 'class') return isNamed(node.value)
  if (node.type === 'tag') return !node.value.includes('-') || isNamed(node.value)
  if (node.type !== 'pseudo' || node.nodes.length === 0 || node.value === ':not') return true
  return node.nodes.some(alternative => isLive(alternative, isNamed))
}

/** Drops custom properties and keyframes that are not used, again and again: one may have been used by another alone. */
function dropUnused(root: Container, isNamed: IsNamed): void {
  for (let dropped = true; dropped; ) {
    dropped = false
    const words = new Set<string>()
    root.walkDecls(({ value }) => {
      for (const [word] of value.matchAll(/[\w-]+/g)) words.add(word)
    })
    root.walkAtRules(({ params }) => {
      for (const [word] of params.matchAll(/--[\w-]+/g)) words.add(word)
    })
    const drop = (node: ChildNode) => {
      node.remove()
      dropped = true
    }
    root.walkDecls((declaration: Declaration) => {
      const { prop } = declaration
      if (prop.startsWith('--') && !words.has(prop) && !isNamed(prop)) drop(declaration)
    })
    root.walkAtRules(/keyframes$/, rule => {
      if (!words.has(rule.params) && !isNamed(rule.params)) drop(rule)
    })
  }
}

/** Conditions that are asked again and again are asked once, where they were asked last. */
function gather(root: Container): void {
  const byText = new Map<string, AtRule[]>()
  for (const node of root.nodes ?? []) {
    if (node.type !== 'atrule' || node.name === 'page' || !node.nodes) continue
    const text = `${node.name} ${node.params}`
    byText.set(text, [...(byText.get(text) ?? []), node])
  }
  for (const same of byText.values()) {
    const last = same[same.length - 1]
    for (const node of same.slice(0, -1).reverse()) {
      last?.prepend(node.nodes ?? [])
      node.remove()
    }
  }
}

/** Drops rules and conditions with nothing in them, those that became empty by that too. */
function dropEmpty(root: Container): void {
  for (const node of [...(root.nodes ?? [])]) {
    if ('nodes' in node && node.nodes) {
      dropEmpty(node as Container)
      if (node.nodes.length === 0) node.remove()
    }
  }
}
