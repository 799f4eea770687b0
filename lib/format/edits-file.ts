// The file of an editor's decisions, content/<issue>/edits.yaml: text to operations or problems, and back.

import { type LineRange, printNumber } from '../model/article'
import type { Problem } from '../model/problem'
import { remember } from '../model/remember'
import { linesRule, printRange, readRange } from './article-file'
import { badCharacters } from './characters'
import { nearest } from './field-reader'
import { inFile } from './front-matter'
import { keysOf, type Operation, type OperationKind, operationKinds } from './operation'
import { readYaml } from './yaml'
import type { Value } from './yaml-value'

/** The name of the file in the folder of an issue. */
export const editsName = 'edits.yaml'

export type EditsFile = {
  /** In the order in which they were made. */
  readonly operations: readonly Operation[]
  /** What the importer last made of the page before them: number of the item to its lines, so that numbers stay. */
  readonly base: ReadonlyMap<number, readonly LineRange[]>
}

export const noEdits: EditsFile = { operations: [], base: new Map() }

/** Reads the file: all problems at once, or the operations in their order. `file` goes into the problems. */
export const parseEdits = remember(8, (text: string, file: string) => `${file}\0${text}`, parse)

function parse(text: string, file: string): EditsFile | Problem[] {
  const given = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  const bad = badCharacters(given)
  if (bad.length > 0) return inFile(bad, file)
  const { fields, faults } = readYaml(given)
  const problems = inFile(faults, file)
  if (!fields) return problems
  const note = (place: { readonly line: number; readonly column: number }, rule: string, message: string) =>
    problems.push(...inFile([{ line: place.line, column: place.column, rule, message }], file))
  for (const [name, place] of fields)
    if (!topKeys.includes(name)) note(place, 'key-unknown', `没有“${name}”这个键${nearest(name, topKeys)}`)
  const base = fields.get('base')?.value
  const list = fields.get('edits')?.value
  if (list?.kind !== 'list') {
    note(list ?? { line: 1, column: 1 }, 'edits-list', '应有 edits，下面是一条条改动')
    return problems
  }
  const read = list.items.map(item => readOperation(item, note))
  const entries = base?.kind === 'list' ? base.items.map(item => readBase(item, note)) : []
  if (base && base.kind !== 'list') note(base, 'value-type', 'base 应是列表，由程序填写，不应改动')
  if (problems.length > 0) return problems
  return {
    operations: read.filter(one => one !== undefined),
    base: new Map(entries.filter(one => one !== undefined)),
  }
}

const topKeys = ['base', 'edits'] as const satisfies readonly string[] as readonly string[]

/** `03 39-49 57`: the number of an item and its lines. */
function readBase(item: Value, note: Note): readonly [number, readonly LineRange[]] | undefined {
  const [number = '', ...ranges] = item.kind === 'text' ? item.text.split(' ') : []
  if (/^\d{2,4}$/.test(number) && ranges.length > 0 && ranges.every(range => !linesRule(range)))
    return [Number(number), ranges.map(readRange)]
  return void note(item, 'base-format', '这一栏由程序填写，不应改动')
}

type Note = (place: { readonly line: number; readonly column: number }, rule: string, message: string) => void

function readOperation(item: Value, note: Note): Operation | undefined {
  if (item.kind !== 'map') return void note(item, 'edits-item', '每一条改动应有 do、item 等键')
  const texts = new Map<string, string>()
  for (const [name, { value }] of item.fields) {
    if (value.kind === 'text') texts.set(name, value.text)
    else note(value, 'value-type', `${name} 应是一个字符串，如 "…"`)
  }
  const kind = operationKinds.find(one => one === texts.get('do'))
  if (!kind) {
    const says = texts.has('do') ? `没有“${texts.get('do')}”这种改动` : '缺少“do”这个键'
    return void note(item, 'edits-kind', `${says}${nearest(texts.get('do') ?? '', operationKinds)}`)
  }
  return checkKeys(item, kind, texts, note)
}

function checkKeys(
  item: Extract<Value, { kind: 'map' }>,
  kind: OperationKind,
  texts: ReadonlyMap<string, string>,
  note: Note,
): Operation | undefined {
  const keys = keysOf(kind)
  const known = keys.map(({ name }) => name)
  for (const [name, place] of item.fields)
    if (!known.includes(name))
      note(place, 'key-unknown', `${kind} 没有“${name}”这个键${nearest(name, known)}`)
  for (const { name, says, optional } of keys)
    if (!optional && !texts.has(name)) note(item, 'key-missing', `${kind} 缺少“${name}”（${says}）`)
  for (const [name, text] of texts)
    if (/[\n\t]/.test(text) || badCharacters(text).length > 0)
      note(item, 'edits-characters', `${name} 里有换行或看不见的控制字符，应是一行文字`)
  const number = texts.get('item')
  if (number !== undefined && !/^\d{2,4}$/.test(number))
    note(item, 'edits-number', `item 写的是“${number}”，应为两位数的编号，如“03”`)
  return { ...Object.fromEntries(texts), do: kind, item: number ?? '' }
}

/** Prints the file: parseEdits(printEdits(edits)) equals edits. An issue without operations has no such file. */
export function printEdits({ operations, base }: EditsFile): string {
  const entries = [...base].map(([number, lines]) =>
    [printNumber(number), ...lines.map(printRange)].join(' '),
  )
  const head = entries.length > 0 ? [`base: [${entries.map(entry => JSON.stringify(entry)).join(', ')}]`] : []
  const lines = operations.flatMap(operation =>
    keysOf(operation.do)
      .flatMap(({ name }) => {
        const value = operation[name]
        return value === undefined ? [] : [`${name}: ${JSON.stringify(value)}`]
      })
      .map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`),
  )
  return [...head, 'edits:', ...lines, ''].join('\n')
}
