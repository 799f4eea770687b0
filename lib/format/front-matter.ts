// Front matter, read safely: text in, fields with their places and a body out. The only user of gray-matter.
import matter from 'gray-matter'
import type { Problem } from '../model/problem'
import { badCharacters, type Fault, invisibleCharacters } from './characters'
import { readYaml } from './yaml'
import type { YamlFields } from './yaml-value'

export type FrontMatter = {
  readonly fields: YamlFields
  /** What follows the closing fence, line ends `\n`, without the blank lines around it. */
  readonly body: string
  /** The number of lines of the file above the body. */
  readonly above: number
  /** What was wrong with the YAML, though it could be read; the caller adds its own. */
  readonly problems: readonly Problem[]
}

/**
 * Splits a file into fields and body; line ends may be CRLF, and a byte order mark may stand at the start. All problems at once:
 * characters, fences, YAML.
 * gray-matter would run `---js`, lose the front matter when anything stands before the fence, and take `---x` for
 * its end; so the fences are checked first, and it gets no engine but our own.
 */
export function readFrontMatter(given: string, file: string): FrontMatter | Problem[] {
  const text = given.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  const outside = [...badCharacters(text), ...invisibleCharacters(text), ...fenceFaults(text)]
  if (outside.length > 0) return inFile(outside, file)
  let read: ReturnType<typeof readYaml> = { fields: new Map(), faults: [] }
  const parse = (yaml: string) => {
    read = readYaml(yaml) // begins with the line end of the fence: lines are numbered as in the file
    return {}
  }
  // The options object also keeps gray-matter's cache out, which is shared and leaks changes.
  const engines = { yaml: parse, javascript: refuse, json: refuse }
  const { content } = matter(text, { language: 'yaml', engines })
  const problems = inFile(read.faults, file)
  if (!read.fields) return problems
  const body = content.replace(/^(?:[ \t]*\n)+/, '')
  const above = text.slice(0, text.length - body.length).split('\n').length - 1
  return { fields: read.fields, body: body.replace(/\n[ \t\n]*$/, ''), above, problems }
}

function refuse(): never {
  throw new Error('front matter is YAML and nothing else')
}

/** The faults as problems of a file; `above` is the number of lines above the text that they were found in. */
export function inFile(faults: readonly Fault[], file: string, above = 0): Problem[] {
  return faults.map(fault => ({ file, ...fault, line: fault.line + above }))
}

const fence = '---'

function fenceFaults(text: string): Fault[] {
  const lines = text.split('\n')
  const [first = ''] = lines
  const at = (line: number, rule: string, message: string): Fault[] => [{ line, column: 1, rule, message }]
  if (text.trim() === '') return at(1, 'file-empty', '是空文件，应以 --- 开头')
  if (first !== fence && first.startsWith(fence)) {
    return at(1, 'front-matter-fence', `第一行写的是“${first.slice(0, 40)}”，应恰好是 ---`)
  }
  if (first !== fence) return at(1, 'front-matter-missing', '第一行应恰好是 ---，前面不能有空行、空格或文字')
  const end = lines.findIndex((line, index) => index > 0 && line.startsWith(fence))
  if (end < 0) return at(1, 'front-matter-unclosed', '到文件末尾也没有结束的 ---，应补上')
  const last = lines[end] ?? ''
  if (last === fence) return []
  return at(end + 1, 'front-matter-fence', `写的是“${last.slice(0, 40)}”，应恰好是 ---`)
}

/** Prints fields as front matter, all strings double-quoted, empty ones left out, then the body. */
export function printFrontMatter(fields: readonly (readonly [string, Printable])[], body: string): string {
  const lines = fields
    .filter(([, value]) => value.length > 0)
    .flatMap(([key, value]) => printField(key, value))
  return [fence, ...lines, fence, ...(body ? ['', body] : []), ''].join('\n')
}

type Printable = string | readonly string[] | readonly Readonly<Record<string, string>>[]

function printField(key: string, value: Printable): string[] {
  if (typeof value === 'string') return [`${key}: ${quote(value)}`]
  const texts = value.filter(item => typeof item === 'string')
  if (texts.length > 0) return [`${key}: [${texts.map(quote).join(', ')}]`]
  const maps = value.filter(item => typeof item !== 'string')
  const first = (index: number) => (index === 0 ? '  - ' : '    ')
  return [
    `${key}:`,
    ...maps.flatMap(map =>
      Object.entries(map).map(([name, text], index) => `${first(index)}${name}: ${quote(text)}`),
    ),
  ]
}

/** JSON's strings are YAML's double-quoted ones. */
const quote = (text: string) => JSON.stringify(text)
