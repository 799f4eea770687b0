// Bylines, photo credits and signatures: who is named, in which role, and whether a line is one at all.
import {
  agencyCredit,
  bothLabel,
  bylineMarks,
  creditedPictures,
  creditNote,
  halfAndLabel,
  isPhotoWord,
  organisation,
  photoLabel,
  plainSuffix,
  prefixLabel,
  rolePattern,
  sentFrom,
  sourceNote,
  staffNote,
  suffixLabel,
  suppliedPhoto,
  textLabel,
} from './credit-words'
import { levelDots, looksLikeName, mayBeName } from './names'
import { foldWidth } from './sentence'

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

/** The longest line that is still read as a byline, in characters; four names with firms and roles stay below it. */
const longestByline = 70

/** Reads a line as a byline, a credit or a signature; undefined when it is none. Roles, marks or brackets are needed. */
export function readByline(line: string): Byline | undefined {
  const folded = levelDots(foldWidth(line)).trim()
  const bracket = /^\(((?:[^()]|\([^()]*\))*)\)$/.exec(folded)
  const plain = bracket?.[1]?.trim() ?? withoutPictures(folded)
  const unmarked = plain.replace(bylineMarks, '').replace(/^·\s*(.+?)\s*·$/u, '$1')
  const marked = unmarked !== plain
  const sent = bracket ? unmarked.replace(sentFrom, '') : unmarked
  const inner = sent.replace(agencyCredit, '').replace(/(?<=^[^()]*)\)$/, '')
  if (!inner || inner.length > longestByline || /[。！？!?;“”]/u.test(inner)) return undefined
  const nobody = bracket || !/[,，]/.test(inner) ? namelessCredit(inner, bracket !== null) : undefined
  if (nobody) return nobody
  const date = readDate(inner)
  const text = date.rest.replace(creditNote, ' ')
  const supplied =
    (text !== date.rest && /摄|图|攝/.test(date.rest)) || (inner !== unmarked && /摄|攝/.test(inner))
  const trusted = bracket !== null || marked || / (?:摄|摄影)$/.test(text.trim()) || hasRole(text)
  const read = readTokens(text.split(/[\s、,，|]+/u).filter(Boolean), trusted)
  if (!read) return undefined
  const proven = bracket || marked
  const named =
    read.people.length > 0 &&
    (proven ? read.people.some(one => one.role || looksLikeName(one.name)) || marked : read.labelled)
  if (!named && !(read.labelled && read.supplier)) return undefined
  return { people: read.people, photo: read.photo || supplied, spaced: read.spaced, date: date.value }
}

/** 图①、图②均为本报记者 苏砚 摄 → 本报记者 苏砚 摄; any other line as it is. */
function withoutPictures(text: string): string {
  const rest = text.replace(creditedPictures, '')
  return rest !== text && /(?:摄|攝|摄影|供图|提供)$/u.test(rest) ? rest : text
}

/** Whether one of the words is a role with nothing or a name behind it. */
const hasRole = (text: string) => text.split(/\s+/u).some(token => rolePattern.test(token))

/** Credits and notes that name no person: 受访者供图, （来源：新华网）, 本报评论员. */
function namelessCredit(text: string, bracketed: boolean): Byline | undefined {
  const photo = suppliedPhoto.test(text)
  const note = bracketed && sourceNote.test(text)
  const staff = staffNote.test(text)
  const date = bracketed ? dateAlone(text) : ''
  return photo || note || staff || date ? { people: [], photo, spaced: false, date } : undefined
}

/** Reads a line of nothing but names (岳池; 林 溪), which only its place can prove to be a byline. */
export function readBareNames(line: string): Byline | undefined {
  const tokens = levelDots(foldWidth(line))
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
  /** In brackets, after a mark, beside a role, before 摄: a name may have a surname that the table lacks. */
  trusted: boolean
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

function readTokens(tokens: readonly string[], trusted: boolean): Reading | undefined {
  const reading: Reading = {
    trusted,
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
    const rest = token.slice(role.length).replace(/^[:：]/u, '')
    return rest === '' || readToken(reading, rest)
  }
  return readName(reading, token)
}

function readName(reading: Reading, token: string): boolean {
  const half = reading.single ? halfAndLabel.exec(token) : null
  if (half) return readName(reading, half[1] ?? '') && label(reading, modeOf(half[2] ?? ''))
  const suffix = plainSuffix.exec(token) ?? (looksLikeName(token) ? null : suffixLabel.exec(token))
  if (suffix) return readName(reading, suffix[1] ?? '') && label(reading, modeOf(suffix[2] ?? ''))
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
      : looksLikeName(token) || (reading.trusted && mayBeName(token)))
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
  return isPhotoWord(word) ? 'photo' : 'text'
}

/** The date of a line that is nothing else: （2024年10月15日）. */
function dateAlone(text: string): string {
  const { value, rest } = readDate(text)
  return rest.trim() === '' ? value : ''
}

function readDate(text: string): { readonly value: string; readonly rest: string } {
  const found = /(\d{4})[-年./](\d{1,2})(?:[-月./](\d{1,2})日?|月)?/.exec(text)
  if (!found) return { value: '', rest: text }
  const parts = [found[1], found[2]?.padStart(2, '0'), found[3]?.padStart(2, '0')].filter(Boolean)
  return { value: parts.join('-'), rest: text.replace(found[0], ' ') }
}
