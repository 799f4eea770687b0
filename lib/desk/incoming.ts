// Pages that an editor drops or pastes: imported by the function of `npm run import`, tried before they are written.
import { firstDoubts, showWithItem } from '../format/doubt'
import { pictureKind } from '../format/picture-file'
import type { Edition } from '../import/edition/edition'
import { allowable } from '../import/edition/refusals'
import { type Imported, importBytes, knownPages } from '../issues/import-file'
import { systemProblem } from '../issues/system-problem'
import { type Article, printNumber } from '../model/article'
import type { Problem } from '../model/problem'
import type { Desk } from './desk'
import { isBase64, membersOf } from './members'
import type { Arrived, Incoming } from './wire'

/** How many files a page may come in. */
const mostFiles = 200

/** What comes of a page, or has come of it; whatever stands against it is in the answer. */
export function takeIn(desk: Desk, { issue, files, write, allow }: Incoming): Arrived {
  const given = files.map(({ name, base64 }) => ({ file: name, bytes: Buffer.from(base64, 'base64') }))
  const loose = given.filter(({ bytes }) => pictureKind(bytes))
  const pictures = new Map(loose.map(({ file, bytes }) => [file, bytes]))
  const parts = given.filter(one => !loose.includes(one)).map(one => ({ ...one, pictures }))
  const file = parts.map(one => one.file).join('、')
  const { out, reader } = desk
  const options = { out, reader, allow, replace: false, dryRun: !write }
  if (parts.length === 0) return refusedWith(issue, [lacksPage(loose[0]?.file ?? '')])
  try {
    const done = importBytes(parts, { file, issue }, options, knownPages(out))
    const { state, problems, changes = [], aside = '', encoding = '' } = done
    return {
      ...{ state, issue, problems, changes, aside, encoding },
      ...seen(done.edition),
      apart: state === 'refused' ? [] : leftApart(pictures, done),
      allowable: mayAllow(problems),
    }
  } catch (error) {
    return refusedWith(issue, [systemProblem(error, file, out)])
  }
}

const refusedWith = (issue: string, problems: readonly Problem[]): Arrived => ({
  ...{ state: 'refused', issue, problems, changes: [], aside: '', encoding: '', apart: [], allowable: [] },
  ...seen(),
})

const lacksPage = (file: string): Problem => {
  const message = '只有图片，没有一版的文字：图片在编辑台打开它的那一篇，按 A 放进去'
  return { file, line: 1, rule: 'page-missing', message }
}

/** The pictures that are not taken in, each with the reason: those that were refused, and those that the page puts nowhere. */
function leftApart(pictures: ReadonlyMap<string, Buffer>, done: Imported): readonly string[] {
  const { refusedPictures = [], pictures: taken = new Map() } = done
  const isTaken = (bytes: Buffer) => [...taken.values()].some(one => bytes.equals(one))
  const isSaid = (name: string) =>
    refusedPictures.some(says => says.includes(`（${name}）`) || says.includes(`/${name}）`))
  const others = [...pictures].flatMap(([name, bytes]) =>
    isTaken(bytes) || isSaid(name)
      ? []
      : [`图片 ${name} 没有放进去：页面没有说它在哪里，或小得像装饰；写进去以后，可在它的那一篇里按 A 放`],
  )
  return [...refusedPictures, ...others]
}

const mayAllow = (problems: readonly Problem[]): readonly string[] => {
  const rules = problems.map(({ rule }) => rule)
  return rules.every(rule => allowable.some(one => one === rule)) ? rules : []
}

function seen(edition?: Edition): Pick<Arrived, 'items' | 'doubts'> {
  if (!edition) return { items: [], doubts: [] }
  const { articles, doubts } = edition
  return {
    items: articles.map(viewOf),
    doubts: firstDoubts(doubts).map(showWithItem),
  }
}

const viewOf = ({ number, title, kicker, provinces, topic, blocks }: Article) => ({
  name: printNumber(number),
  title: title || kicker || (blocks[0]?.text.slice(0, 30) ?? ''),
  facts: [provinces.join('、') || '全国', topic || '分类未定'].join(' · '),
})

/** A request to take a page in, as it comes from the page of the desk; undefined when it is none. */
export function readIncoming(given: unknown): Incoming | undefined {
  const { issue, files, write, allow } = membersOf(given)
  if (typeof issue !== 'string' || typeof write !== 'boolean' || !Array.isArray(files)) return undefined
  const read = files.map(readFile)
  const good = read.filter(file => file !== undefined)
  const allowed = allowable.filter(rule => Array.isArray(allow) && allow.includes(rule))
  const isRight = good.length === read.length && good.length > 0 && good.length <= mostFiles
  return isRight ? { issue, files: good, write, allow: allowed } : undefined
}

/** Its name is for messages only: never a path. */
function readFile(given: unknown): Incoming['files'][number] | undefined {
  const { name, base64 } = membersOf(given)
  if (typeof name !== 'string' || !isBase64(base64)) return undefined
  const plain = name.replace(/^.*[\\/]/, '').replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
  return { name: [...plain].slice(0, 120).join('') || '粘贴的文字', base64 }
}
