// Doubts as the desk says them: what kind, where.
import type { DoubtView } from '../wire'

const kindNames: Readonly<Record<DoubtView['kind'], string>> = {
  alt: '替代文字',
  edit: '您的改动',
  form: '版式',
  'left-out': '未收',
  sense: '像不像一篇',
  rotated: '次序',
  moved: '移动',
  section: '分篇',
  headings: '标题两行',
  title: '标题',
  slip: '错字',
  place: '地区',
  join: '接合',
  byline: '署名',
  name: '姓名',
  open: '不完整',
  half: '后半篇',
  caption: '图片说明',
  credit: '作者',
  label: '栏目',
  topic: '分类',
}
/** What editors call a kind of doubts. */
export const doubtKindName = (kind: DoubtView['kind']) => kindNames[kind]

/** Its item, its lines, its kind. */
export const whereIs = ({ item, lines, kind }: DoubtView) =>
  [
    item === '00' ? '全版' : `${item} 篇`,
    lines.length > 0 ? `第 ${lines.slice(0, 4).join('、')} 行` : '',
    doubtKindName(kind),
  ]
    .filter(Boolean)
    .join(' · ')

/** The head and the tail of a line: joins are seen there. */
export const headAndTail = (text: string) =>
  [...text].length > 44 ? `${[...text].slice(0, 20).join('')}……${[...text].slice(-20).join('')}` : text
