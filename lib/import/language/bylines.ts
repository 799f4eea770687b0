// Bylines, photo credits and signatures: who is named, in which role, and whether a line is one at all.
import { looksLikeName } from './names'
import { fold } from './sentence'

export type Person = {
  readonly name: string
  /** As printed: 本报记者, 通讯员; empty when none is. */
  readonly role: string
  readonly wrote: boolean
  readonly took: boolean
}

export type Byline = {
  readonly people: readonly Person[]
  /** Says that a picture was taken or supplied. */
  readonly photo: boolean
  /** A name was set with a space inside: 林 溪. */
  readonly spaced: boolean
  /** YYYY-MM-DD … when one is printed. */
  readonly date: string
}

const rolePattern =
  /^(?:(?:本报|本刊|本网|本台|新华社|中新社|人民网|中工网|\p{Script=Han}{2,5}(?:日报|晚报|时报|工人报))?(?:全媒体|融媒体|特约|特派|见习|实习|首席|高级|驻\p{Script=Han}{2,3})*(?:记者|通讯员|评论员|撰稿人?|摄影师|摄影记者)|实习生|作者|编辑|记者|通讯员)/u
const bothLabel = /^(?:文\/图|图\/文|文图|图文|文并摄|摄影报道|摄影\/报道|文\/摄影?|图片\/文字)[:：]?$/
const photoLabel = /^(?:摄|摄影|供图|图|图片|图片提供|摄制|航拍)[:：]?$/
const textLabel = /^(?:整理|采写|撰文|撰稿|执笔|文字|文|报道|记录|口述|供稿|来稿|综合|策划)[:：]?$/
const prefixLabel =
  /^(整理|采写|撰文|撰稿|执笔|文字|文\/图|图\/文|文|摄影|图片|图|供图|供稿|制图|绘图|策划|统筹)[:：/]/
const suffixLabel = /^(\p{Script=Han}{2,4}?)(摄影报道|文\/图|摄影|摄|文|图|整理|采写|供稿|供图)$/u
const organisation =
  /(?:工会|总工会|公司|集团|学院|大学|中心|委员会|办公室|宣传部|融媒体|局|厅|社|站|厂|矿|院|部|处)$/

/** Reads a line as a byline, a credit or a signature; undefined when it is none. Roles or brackets are needed. */
export function readByline(line: string): Byline | undefined {
  const folded = fold(line).trim()
  const bracket = /^\(([^()]*)\)$/.exec(folded)
  const inner = (bracket?.[1] ?? folded).replace(/^[□■◇◆●▲△▌]+\s*/u, '')
  if (!inner || inner.length > 70 || /[。！？!?;“”]/u.test(inner)) return undefined
  const nobody = bracket || !/[,，]/.test(inner) ? namelessCredit(inner, bracket !== null) : undefined
  if (nobody) return nobody
  const date = readDate(inner)
  const text = date.rest.replace(/\((?:新华社发|资料图片?|[^()]{0,12}(?:供图|发))\)/g, ' ')
  const supplied = text !== date.rest && /摄|图/.test(date.rest)
  const read = readTokens(
    text.split(/[\s、,，|]+/u).filter(Boolean),
    bracket !== null || / (?:摄|摄影)$/.test(text.trim()),
  )
  if (!read) return undefined
  const named =
    read.people.length > 0 &&
    (bracket ? read.people.some(one => one.role || looksLikeName(one.name)) : read.labelled)
  if (!named && !(read.labelled && read.supplier)) return undefined
  return { people: read.people, photo: read.photo || supplied, spaced: read.spaced, date: date.value }
}

const suppliedPhoto =
  /^(?:资料图片?|资料照片|受访者供图|\p{Script=Han}{2,12}供图|图片由.{2,24}提供|图片来源.{2,16}|新华社发)$/u
const quotedSource = /^(?:据|来源|摘自|转自|原载|作者系|作者单位|作者为|本文作者).{2,30}$/u

/** Credits and notes that name no person: 受访者供图, （来源：新华网）, 本报评论员. */
function namelessCredit(text: string, bracketed: boolean): Byline | undefined {
  const photo = suppliedPhoto.test(text)
  const note = bracketed && quotedSource.test(text)
  const staff = /^本报(?:特约|首席)?评论员$/.test(text)
  return photo || note || staff ? { people: [], photo, spaced: false, date: '' } : undefined
}

/** Reads a line of nothing but names (岳池; 林 溪), which only its place can prove to be a byline. */
export function readBareNames(line: string): Byline | undefined {
  const tokens = fold(line)
    .trim()
    .split(/[\s、]+/u)
  const names = mergeSingles(tokens)
  const spaced = names.length < tokens.length
  if (names.length > 4 || !names.every(looksLikeName)) return undefined
  return {
    people: names.map(name => ({ name, role: '', wrote: true, took: false })),
    photo: false,
    spaced,
    date: '',
  }
}

/** 林 + 溪 → 林溪. */
function mergeSingles(tokens: readonly string[]): readonly string[] {
  const single = /^\p{Script=Han}$/u
  const names: string[] = []
  for (const token of tokens) {
    const last = names.at(-1) ?? ''
    if (single.test(last) && single.test(token)) names[names.length - 1] = last + token
    else names.push(token)
  }
  return names
}

type Reading = {
  /** Inside brackets and before 摄 a token of two or three characters may be a name whose surname the table lacks. */
  bracketed: boolean
  people: Person[]
  role: string
  mode: 'text' | 'photo' | 'both'
  labelled: boolean
  photo: boolean
  supplier: boolean
  spaced: boolean
  single: string
  settled: number
}

function readTokens(tokens: readonly string[], bracketed: boolean): Reading | undefined {
  const reading: Reading = {
    bracketed,
    people: [],
    role: '',
    mode: 'text',
    labelled: false,
    photo: false,
    supplier: false,
    spaced: false,
    single: '',
    settled: 0,
  }
  for (const token of tokens) if (!readToken(reading, token)) return undefined
  return reading.single ? undefined : reading
}

function readToken(reading: Reading, token: string): boolean {
  if (bothLabel.test(token)) return label(reading, 'both')
  if (photoLabel.test(token)) return label(reading, 'photo')
  if (textLabel.test(token)) return label(reading, 'text')
  const prefix = prefixLabel.exec(token)
  if (prefix) {
    lead(reading, modeOf(prefix[1] ?? ''), prefix[1] ?? '')
    const rest = token.slice(prefix[0].length)
    return rest ? readToken(reading, rest) : true
  }
  const role = rolePattern.exec(token)?.[0]
  if (role) {
    reading.role = role
    reading.labelled = true
    return role.length === token.length || readToken(reading, token.slice(role.length))
  }
  return readName(reading, token)
}

function readName(reading: Reading, token: string): boolean {
  const suffix = suffixLabel.exec(token)
  if (suffix && !looksLikeName(token))
    return readName(reading, suffix[1] ?? '') && label(reading, modeOf(suffix[2] ?? ''))
  if (/^\p{Script=Han}$/u.test(token)) {
    if (reading.single) addPerson(reading, reading.single + token)
    reading.spaced ||= reading.single !== ''
    reading.single = reading.single ? '' : token
    return true
  }
  const supplier = /^(.{2,30}?)(?:供稿|供图|提供|图)$/u.exec(token)
  if (organisation.test(token) || (supplier && organisation.test(supplier[1] ?? ''))) {
    reading.supplier = true
    reading.labelled ||= supplier !== null
    reading.photo ||= /图$/.test(token)
    return true
  }
  if (
    !(reading.role
      ? /^[\p{Script=Han}·]{2,12}$/u.test(token) && (token.length <= 4 || token.includes('·'))
      : looksLikeName(token) || (reading.bracketed && /^\p{Script=Han}{2,3}$/u.test(token)))
  )
    return false
  addPerson(reading, token)
  return true
}

function addPerson(reading: Reading, name: string): void {
  const { role, mode } = reading
  reading.people.push({ name, role, wrote: mode !== 'photo', took: mode !== 'text' })
}

/** A label after names speaks of them (李倩倩 摄), one before names of those that follow (图/文 石磊). */
function label(reading: Reading, mode: Reading['mode']): boolean {
  reading.labelled = true
  reading.photo ||= mode !== 'text'
  const before = reading.people.slice(reading.settled)
  if (before.length === 0) reading.mode = mode
  else {
    const told = before.map(one => ({ ...one, wrote: mode !== 'photo', took: mode !== 'text' }))
    reading.people.splice(reading.settled, before.length, ...told)
    reading.settled = reading.people.length
  }
  return true
}

/** A label with a colon or a stroke speaks of the names after it: 文/张三 图/李四. */
function lead(reading: Reading, mode: Reading['mode'], word: string): void {
  reading.labelled = true
  reading.photo ||= mode !== 'text'
  reading.mode = mode
  reading.role = /^(?:作者|记者|通讯员|编辑|责编)$/.test(word) ? word : ''
  reading.settled = reading.people.length
}

function modeOf(word: string): Reading['mode'] {
  if (bothLabel.test(word)) return 'both'
  return /^(?:摄影?|图片?|供图)$/.test(word) ? 'photo' : 'text'
}

function readDate(text: string): { readonly value: string; readonly rest: string } {
  const found = /(\d{4})[-年./](\d{1,2})(?:[-月./](\d{1,2})日?|月)?/.exec(text)
  if (!found) return { value: '', rest: text }
  const parts = [found[1], found[2]?.padStart(2, '0'), found[3]?.padStart(2, '0')].filter(Boolean)
  return { value: parts.join('-'), rest: text.replace(found[0], ' ') }
}
