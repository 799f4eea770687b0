// Operations: what an editor decides about an issue, as plain data. START HERE to read lib/edits.
import { articleFields, type PrintedField, printedFields } from '../model/article-fields'

/** What a line of the page can be in an item: one of its printed fields, text, or the caption or credit of a picture. */
export type Role = PrintedField | 'paragraph' | 'subheading' | 'picture'
/** Those that an editor can give to a line; captions go with their pictures. */
export const roles: readonly Role[] = [...printedFields, 'subheading', 'paragraph']

/** What editors call a role. */
export function roleName(role: Role): string {
  if (role === 'paragraph') return '正文'
  if (role === 'picture') return '图片说明'
  return role === 'subheading' ? '小标题' : articleFields[role].label
}

/** The facts of an item that no line of the page has to print. */
export const facts = [
  'kind',
  'provinces',
  'cities',
  'topic',
  'authors',
  'photographers',
  'date',
  'page',
  'pageTitle',
  'status',
] as const
export type FactName = (typeof facts)[number]

/** The facts of an issue as a whole, set on the item 00. */
export const issueFacts = ['title', 'date', 'dateBasis', 'publication', 'status', 'order', 'lead'] as const
export type IssueFact = (typeof issueFacts)[number]

export type OperationKind =
  | 'set'
  | 'role'
  | 'split'
  | 'merge'
  | 'join'
  | 'break'
  | 'move'
  | 'leave-out'
  | 'take-back'
  | 'correct'
  | 'settle'
  | 'picture'
  | 'delete'

/**
 * One decision. `item` is the number of the item as its file is named, 00 for the issue as a whole. Every text is copied from the page: it finds
 * its place again in a better dump. All values are strings; lists are joined with 、.
 */
export type Operation = {
  readonly do: OperationKind
  readonly item: string
  readonly [key: string]: string
}

type Key = { readonly name: string; readonly says: string; readonly optional?: true }

const key = (name: string, says: string): Key => ({ name, says })
const maybe = (name: string, says: string): Key => ({ name, says, optional: true })

/** Who decided it and when (YYYY-MM-DD); every operation may say so. */
const signature: readonly Key[] = [maybe('by', '谁改的'), maybe('when', '日期')]

/** What each operation is called and needs; the parser, the printer, the command and the handbook follow this table. */
export const operations: Readonly<
  Record<OperationKind, { readonly name: string; readonly keys: readonly Key[] }>
> = {
  set: {
    name: '改事实',
    keys: [
      key('field', '哪一项'),
      key('value', '改成什么'),
      maybe('at', '这一篇开头的几个字'),
      maybe('why', '撤回的理由'),
      maybe('was', '整期的事原来怎样，由程序填写'),
    ],
  },
  role: { name: '改身份', keys: [key('text', '这一段开头的几个字'), key('role', '它是什么')] },
  split: { name: '拆成两篇', keys: [key('before', '后一篇开头的几个字'), key('as', '后一篇的编号')] },
  merge: {
    name: '并成一篇',
    keys: [
      key('with', '并进来的编号'),
      key('at', '并进来那一篇开头的几个字'),
      maybe('pictures', '它的图片改成什么名字，由程序填写'),
    ],
  },
  join: { name: '接上一段', keys: [key('text', '后一段开头的几个字')] },
  break: { name: '另起一段', keys: [key('before', '新一段开头的几个字')] },
  move: {
    name: '移动',
    keys: [
      key('text', '这一段开头的几个字'),
      key('to', '移到哪一篇'),
      maybe('before', '移到哪一段之前；不写则在篇末'),
    ],
  },
  'leave-out': { name: '不刊', keys: [key('text', '这一段开头的几个字'), key('why', '理由')] },
  'take-back': {
    name: '收回',
    keys: [key('text', '这一行开头的几个字'), maybe('before', '放在哪一段之前；不写则在篇末')],
  },
  correct: { name: '更正', keys: [key('source', '原文'), key('print', '改为'), key('why', '理由')] },
  settle: { name: '认可', keys: [key('doubt', '存疑的文字')] },
  picture: {
    name: '图片',
    keys: [
      key('file', '旁边的图片文件'),
      maybe('alt', '替代文字'),
      maybe('caption', '图片说明，照印'),
      maybe('credit', '摄影者，照印'),
      maybe('names', '摄影者姓名'),
      maybe('mark', '文中怎样指这张图'),
      maybe('place', '第几张，none 是撤去'),
      maybe('at', '这一篇开头的几个字'),
      maybe('checksum', '撤去的图片，由程序填写'),
    ],
  },
  delete: { name: '删去一篇', keys: [key('why', '理由'), maybe('at', '这一篇开头的几个字')] },
}

export const operationKinds = Object.keys(operations) as readonly OperationKind[]

/** The keys that an operation may have, in the order in which they are printed. */
export const keysOf = (kind: OperationKind): readonly Key[] => [
  key('do', '做什么'),
  key('item', '编号'),
  ...operations[kind].keys,
  ...signature,
]
