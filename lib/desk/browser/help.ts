// Help: for each rule by which something is refused one line that says what to do, and the operations that do it where there are any.
import type { Operation } from '../../format/operation'
import { removePictureOperation } from '../operations'
import type { IssueView } from '../wire'

/** What to do, by the rule of the message. tests/desk/help.test.ts knows all rules that the desk can give. */
export const help: Readonly<Record<string, string>> = {
  'edit-changed': '看过上面两边的不同，再做一次；您做的这一步还没有写进去。',
  'edit-open': '这一步做不成，什么也没有改；换一种做法，或撤销前一步再试。',
  'edit-undo': '没有更早的改动了；整期重来，可以再导入一次原文。',
  'edit-city': '市县要在所写的地区里；先改地区，或不写市县。',
  'edit-delete-picture': '先打开图片，选“撤去这张图片”，再删这一篇。',
  'edit-field-unknown': '这一项不能这样改；用 F 打开这一篇的各项，或用 I 打开这一期的各项。',
  'edit-inside-line': '原文的一行不能拆成两半：从这一行的开头断开，或只用更正改其中的字。',
  'edit-item-missing': '这一篇已经不在了（并进了别的一篇，或删去了）；看看各篇的编号，或撤销前一步。',
  'edit-join-first': '它前面没有同样的一段：先把前一段改成正文，或改用移动。',
  'edit-line-shared': '它和别的文字在原文的同一行上：把这一行的几段一起不刊，或用更正去掉几个字。',
  'edit-merge-picture': '图片按编号跟着一篇走：先撤去并进来那一篇的图片，并好以后再加。',
  'edit-number-taken': '这个编号有人用了；撤销这一步再拆，会换一个编号。',
  'edit-picture-name': '图片要与这一篇同号：用“加图片”放进来，会起好名字。',
  'edit-picture-place': '在图片那里选第几张，或选“撤去这张图片”。',
  'edit-reason': '理由写短些，十五个字以内，不带冒号，如“广告”。',
  'edit-refused': '照这句话改：要改的那一项用 F 打开。',
  'edit-role-twice': '一篇里这样的标题只有一处：先把原来那一处改成正文或小标题。',
  'edit-role-unknown': '从段首的列表里选一种身份。',
  'edit-text-ambiguous': '同样的字有几处：选中长一些的一段再做。',
  'edit-text-missing': '这几个字在原文里找不到：从成稿上选中要改的字，不要自己打。',
  'edit-unproved': '做了就会少字、多字或换了次序，所以没有做：改用不刊、移动或更正。',
  'edit-value': '从列表里选，或照提示的写法写。',
  'doubt-missing': '这条存疑已经没有了，不必再认可。',
  'edited-by-hand': '这个文件在别处手工改过，先在那里改回来，或重新导入这一期。',
  'importer-newer': '关上工作台，照这句话重新导入一次，看过结果再来改。',
  'item-missing': '这一篇不在原文里，用“改稿”改它；也可能已经并走或删去了。',
  'source-missing': '这一期没有原文，都是另写的：用“改稿”“写一篇”。',
  'written-missing': '这一篇在原文里，用段下的按钮改，不用写稿。',
  'desk-nothing': '到头了。',
  'output-full': '腾出一些磁盘空间，再做一次；已经写好的都在。',
  'output-unwritable': '让这个文件夹可以写（看看它的权限、是不是只读的盘），再做一次。',
  'output-not-folder': '把占了位置的那个文件移开，再做一次。',
  'program-error': '什么也没有改。请把这句话告诉写程序的人，别的可以接着做。',
  'picture-missing': '把图片放回去，或在图片那里撤去它。',
}

/** What may be done about the content itself, whatever is wrong with it. */
const ofContent = '照这句话改好那个文件，再打开这一期；没有改好以前，别的期照样可以改。'

export const helpFor = (rule: string): string => help[rule] ?? ofContent

/** Operations that do what was asked for in the way that is possible; undefined where there are none. */
export function mending(
  rule: string,
  asked: readonly Operation[],
  view: IssueView,
): { readonly says: string; readonly operations: readonly Operation[] } | undefined {
  const itemOf = (name: string | undefined) => view.items.find(one => one.name === name)
  const merge = asked.find(one => one.do === 'merge')
  const other = itemOf(merge?.with)
  if (rule === 'edit-merge-picture' && other) {
    const away = other.pictures.map(({ file }) => removePictureOperation(other, file))
    return { says: '撤去那一篇的图片，再并', operations: [...away, ...asked] }
  }
  if (rule === 'edit-city') {
    const operations = asked.map(one => (one.field === 'cities' ? { ...one, value: '' } : one))
    return { says: '不写市县', operations }
  }
  if (rule === 'edit-inside-line') return fromLineStart(asked, view)
  return undefined
}

/** The same break or split, from the start of the line that the words stand in. */
function fromLineStart(asked: readonly Operation[], view: IssueView): ReturnType<typeof mending> {
  const [one] = asked
  const before = one?.before ?? ''
  const segments = view.items
    .filter(({ name }) => name === one?.item)
    .flatMap(({ parts }) => parts.flatMap(part => part.segments))
  const found = segments.filter(({ text }) => before !== '' && text.includes(before))
  const [segment] = found
  if (!one || !segment || found.length > 1) return undefined
  return { says: '从这一行的开头断开', operations: [{ ...one, before: segment.quote }] }
}
