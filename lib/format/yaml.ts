// YAML, the small part that we allow: quoted strings, lists and maps, each with its place. The only user of yaml.

import { isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, type ParsedNode, parseDocument } from 'yaml'
import { shorten } from '../model/problem'
import type { Fault } from './characters'
import { markFaults } from './yaml-marks'
import { readPrintedYaml } from './yaml-printed'
import type { Place, Value, YamlFields } from './yaml-value'

/** Bounds that are checked before parsing; the deepest thing we have is a list of maps. */
const bounds = { characters: 200_000, openings: 2_000 } as const

/**
 * Reads a map. Whatever YAML could retype, cut, drop, execute or refer to is a fault: values without quotes, comments,
 * tags, anchors, aliases, double keys. Lines are counted from 1 in the text given. Fields are undefined when the text
 * could not be read at all; else they are all there, so that the rest of the file can be checked as well.
 */
export function readYaml(text: string): { readonly fields?: YamlFields; readonly faults: readonly Fault[] } {
  const fields = isTooBig(text) ? undefined : readPrintedYaml(text)
  return fields ? { fields, faults: [] } : parseYaml(text)
}

/** The same by a parser of all YAML. */
export function parseYaml(text: string): ReturnType<typeof readYaml> {
  const faults: Fault[] = []
  const lines = new LineCounter()
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const fault = (offset: number, rule: string, message: string) => {
    faults.push({ ...place(offset), rule, message })
  }
  const none = { faults }
  if (isTooBig(text)) {
    faults.push({ line: 1, column: 1, rule: 'yaml-long', message: tooBigSays })
    return none
  }
  faults.push(...markFaults(text))
  if (faults.length > 0) return none
  const options = { schema: 'failsafe', lineCounter: lines, prettyErrors: false, uniqueKeys: false } as const
  const document = parseDocument(text, options)
  for (const { code, pos } of document.errors) fault(pos[0], 'yaml-syntax', syntaxSays(code))
  if (faults.length > 0) return none
  for (const offset of commentsIn(text)) fault(offset, 'yaml-comment', commentSays)
  if (document.contents === null) return { fields: new Map(), faults }
  const top = readNode(document.contents, place, fault)
  if (top?.kind === 'map') return { fields: top.fields, faults }
  if (faults.length === 0) fault(document.contents.range[0], 'yaml-type', '应是一行行的“键: "值"”')
  return none
}

type Report = (offset: number, rule: string, message: string) => void

function readNode(node: ParsedNode, place: (offset: number) => Place, fault: Report): Value | undefined {
  const start = node.range[0]
  if (isAlias(node)) return void fault(start, 'yaml-reference', '* 是引用，应直接写出值')
  if (node.anchor) fault(start, 'yaml-reference', '& 是锚点，应直接写出值')
  if (node.tag) fault(start, 'yaml-tag', `${node.tag} 是类型标记，应删去：值都是字符串`)
  if (isScalar(node)) {
    const text = String(node.source ?? '')
    const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
    if (!quoted) fault(start, 'yaml-unquoted', `写的是 ${shorten(text, 40) || '空'}，值应放进双引号`)
    if (!quoted && !text) return undefined
    return { kind: 'text', text: quoted ? text : text.trim(), ...place(start) }
  }
  if (isSeq(node)) {
    const items = node.items.map(item => readNode(item, place, fault))
    return { kind: 'list', items: items.filter(item => item !== undefined), ...place(start) }
  }
  return isMap(node) ? readMap(node.items, place(start), place, fault) : undefined
}

type Pairs = readonly { readonly key: ParsedNode; readonly value: ParsedNode | null }[]

function readMap(pairs: Pairs, here: Place, place: (offset: number) => Place, fault: Report): Value {
  const fields = new Map<string, Place & { value: Value }>()
  for (const { key, value } of pairs) {
    const start = key.range[0]
    const name = isScalar(key) ? String(key.source ?? '') : ''
    if (!isScalar(key) || key.anchor || key.tag) fault(start, 'yaml-syntax', '键应是一个英文词')
    else if (fields.has(name)) fault(start, 'key-double', `${name} 写了两次，应只留一次`)
    else if (!value) fault(start, 'yaml-unquoted', `${name} 没有值，应写上，或删去这一行`)
    else {
      const read = readNode(value, place, fault)
      if (read) fields.set(name, { ...place(start), value: read })
    }
  }
  return { kind: 'map', fields, ...here }
}

const tooBigSays = `过长或嵌套过深，最多 ${bounds.characters} 字、${bounds.openings} 个括号`
const commentSays = '# 后面的文字会消失，应删去，或放进双引号'

/** Whether a text is longer or nested deeper than any file of ours, so that it is not parsed at all. */
function isTooBig(text: string): boolean {
  return text.length > bounds.characters || (text.match(/[[{]|[-?] /g)?.length ?? 0) > bounds.openings
}

/** Offsets of the comments, by yaml's own lexer; its marks for scalars and documents take no room in the text. */
function commentsIn(text: string): number[] {
  if (!text.includes('#')) return []
  const found: number[] = []
  let offset = 0
  let previous = ''
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && previous !== '\x1f') found.push(offset)
    if (!['\x02', '\x18', '\x1f', '\ufeff'].includes(token)) offset += token.length
    previous = token
  }
  return found
}

const syntaxMessages: Readonly<Record<string, string>> = {
  BAD_INDENT: '缩进不对，应与同级的键对齐',
  BAD_DQ_ESCAPE: '双引号里的 \\ 应写成 \\\\',
  BAD_SCALAR_START: '这里不能以这个符号开头，值应放进双引号',
  BAD_DIRECTIVE: '不能有 % 开头的指令',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个冒号，值应放进双引号',
  BLOCK_IN_FLOW: '方括号没有关上，或里面换了写法',
  MISSING_CHAR: '缺少引号、冒号、逗号或括号',
  MULTILINE_IMPLICIT_KEY: '键跨了行，可能缺少引号',
  MULTIPLE_DOCS: '只能有一段，中间不能有 --- 或 ...',
  TAB_AS_INDENT: '缩进应用空格，不用制表符',
  UNEXPECTED_TOKEN: '引号或括号后面有多余的文字，值里的双引号应写成 \\"',
}

function syntaxSays(code: string): string {
  return `不合 YAML 写法：${syntaxMessages[code] ?? '应是“键: "值"”'}`
}
