// Doubts about text in the wrong place: each on a page that has it, none on one that has not, and the order of them all.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Doubt, firstDoubts, isRoutine } from '#lib/format/doubt'
import { makeEdition } from '#lib/import/edition/edition'
import { misplacedGuesses } from '#lib/import/edition/misplaced'
import { reportEdition } from '#lib/import/edition/report'
import { fieldsOf } from '#lib/import/pipeline/fields'
import { importPage } from '#lib/import/pipeline/import-page'
import type { Story } from '#lib/import/pipeline/stitch'

const title = '山海市总为快递员建驿站'
const text =
  '本报讯（记者乔立言）11月3日，湖北省宜昌市总工会在城南建成第一座快递员驿站，里面有热水、药箱和充电柜。\n\n快递员武青禾说：“冬天有地方暖手，夏天有地方歇脚，出门在外就像有了一个家。”\n\n'
const end = '驿站全天开放，工会每月补贴水电费，明年还要再建十座。\n'
const glued = '本报全媒体记者乔立言通讯员武青禾'
const kindsOf = (page: string) =>
  importPage(page, 'x1').doubts.flatMap(({ kind }) =>
    ['caption', 'credit', 'label', 'topic', 'half'].includes(kind) ? [kind] : [],
  )

describe('a page with', () => {
  it.each([
    ['a caption in an article', `${title}\n\n${text}图为快递员在驿站里给手机充电。\n\n${end}`, ['caption']],
    ['a caption with its credit', `${title}\n\n${text}快递员在充电（记者 乔立言 摄）\n\n${end}`, ['caption']],
    ['a credit above a title', `${glued}\n\n${title}\n\n${text}${end}`, ['credit']],
    ['a credit below a title', `${title}\n\n${glued}\n\n${text}${end}`, ['credit']],
    ['reporters in a kicker', `记者节走进通讯员之家\n\n${title}\n\n${text}${end}`, []],
    ['reporters out in the country', `本报记者走基层\n\n${title}\n\n${text}${end}`, []],
    [
      'a second half first',
      `，让更多人歇脚，也让更多人看见他们的辛苦。\n\n${title}\n\n${text}${end}`,
      ['half', 'topic'],
    ],
    [
      'a second half of an open end',
      `建十座驿站，让更多人歇脚。\n\n${title}\n\n${text}驿站明年还要再\n`,
      ['half'],
    ],
    ['a label in a title', `【工会论坛】${title}\n\n${text}${end}`, ['label']],
    ['a label before a bar', `短评｜${title}\n\n${text}${end}`, ['label']],
    ['no topic', `秋天的最后一片叶子\n\n风吹过来，那片叶子落在了台阶上。\n\n我把它夹进了书里。\n`, ['topic']],
    ['nothing of the sort', `${title}\n\n${text}${end}`, []],
    ['a byline that says who took the picture', `${title}\n\n记者 乔立言 文/摄\n\n${text}${end}`, []],
  ])('%s', (_, page, kinds) => expect(kindsOf(page)).toEqual(kinds))

  it('the real page has none of them', () => {
    const page = readFileSync(new URL('../corpus/real-page/input.txt', import.meta.url), 'utf8')
    expect(kindsOf(page)).toEqual([])
  })
})

const block = (line: string, number: number) => ({ text: line, folded: line, lines: [number], gap: 1 })

/** An item as it was read: heading lines, then paragraphs, each on a line of its own from `from` on. */
function itemOf(headings: readonly string[], paragraphs: readonly string[], from: number) {
  const story: Story = {
    ...{ kind: 'article', start: from, tipLabel: undefined, tip: [], bylines: [], foot: [], guesses: [] },
    headings: headings.map((line, at) => block(line, from + at)),
    paragraphs: paragraphs.map((line, at) => ({
      block: block(line, from + headings.length + at),
      subheading: false,
    })),
  }
  return { story, fields: fieldsOf(story) }
}

describe('an item', () => {
  const open = itemOf([title], ['驿站全天开放，工会明年还要再'], 1)
  const whole = itemOf([title], ['驿站全天开放。'], 1)
  const kinds = (one: typeof open, ...others: readonly (typeof open)[]) =>
    misplacedGuesses(one, [one, ...others]).flatMap(({ kind }) => (kind === 'topic' ? [] : [kind]))

  it('that begins where another breaks off is its second half', () => {
    const half = itemOf([], ['建十座同样的驿站，让更多人歇脚。'], 9)
    expect(kinds(half, open)).toEqual(['half'])
    expect(misplacedGuesses(half, [half, open])[0]?.message).toContain(title)
    expect(kinds(half, whole)).toEqual([])
  })
  it('that begins with a comma is one, whatever stands beside it', () =>
    expect(kinds(itemOf([], ['，让更多人歇脚。'], 9), whole)).toEqual(['half']))
  it('that begins with a dateline is none', () =>
    expect(kinds(itemOf([], ['本报讯（记者乔立言）11月3日，驿站建成。'], 9), open)).toEqual([]))
  it('with a credit above its title says so', () => {
    const { story, fields } = itemOf(['记者 乔立言', title], ['驿站全天开放。'], 1)
    expect(kinds({ story, fields: { ...fields, kicker: '本报记者 乔立言', title } })).toEqual(['credit'])
    expect(kinds({ story, fields: { ...fields, kicker: '工会送来温暖', title } })).toEqual([])
  })
})

describe('the order of doubts', () => {
  const doubt = (item: number, risk: number): Doubt => ({
    ...{
      item,
      risk,
      lines: [{ from: item + 1, to: item + 1 }],
      kind: 'sense',
      message: `存疑${item}${risk}`,
    },
  })
  const all = [doubt(0, 7), doubt(1, 8), doubt(1, 2), doubt(2, 9), doubt(3, 7), doubt(3, 5)]

  it('has at most three first, over the whole page, the gravest before', () => {
    expect(firstDoubts(all).map(({ message }) => message)).toEqual(['存疑29', '存疑18', '存疑07'])
    expect(firstDoubts(all.filter(({ risk }) => risk < 7))).toEqual([])
    expect(all.filter(isRoutine)).toHaveLength(1)
  })

  it('is that of issue.md and of the screen, where routine ones are only counted', () => {
    const page = `${title}\n\n${text}图为快递员在驿站里给手机充电。\n\n${end}`
    const read = importPage(page, 'x1')
    const before = { files: [], source: '', imported: new Map(), text: '', issueFile: undefined }
    const edition = makeEdition({ ...read, source: page }, 'x1', before, false)
    const body = edition.files.get('issue.md')?.split('\n---\n')[1] ?? ''
    expect(body).toMatch(/^\n## 先看\n\n01 第7行：“图为快递员在驿站里给手机充电。”像是图片说明/)
    expect(body.split('图为快递员')).toHaveLength(2)
    expect(reportEdition(edition)).toMatch(/\n先看这 1 条\n {3}01 第7行/)
    expect(reportEdition(edition)).toMatch(/照常规读的 \d+ 处/)
  })
})
