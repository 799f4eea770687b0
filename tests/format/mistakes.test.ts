// Mistakes that editors make, and what they are told: in their words, in one line, and what to write instead.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseArticle } from '#lib/format/article-file'

const good = readFileSync(new URL('../corpus/real-page/article.md', import.meta.url), 'utf8')

const answers = (text: string) => {
  const read = parseArticle(text, '03.md', 'gh202411-03')
  return Array.isArray(read) ? read.map(({ line, rule, message }) => `${line} ${rule} ${message}`) : []
}

const cases: readonly (readonly [name: string, from: string, to: string, says: readonly RegExp[]])[] = [
  ['a full-width colon', 'title: ', 'title：', [/^5 yaml-fullwidth “：”是全角冒号/]],
  [
    'Chinese quotation marks',
    '"技术创新与竞赛"',
    '“技术创新与竞赛”',
    [/^10 yaml-fullwidth “ 是中文引号，值的两边应是英文双引号/],
  ],
  ['no space after the colon', 'topic: ', 'topic:', [/^10 yaml-space 冒号后面应空一格/]],
  ['a full-width comma in a list', '["李娜"]', '["李娜"，"王芳"]', [/^7 yaml-fullwidth ， 是全角标点/]],
  ['full-width brackets', '["李娜"]', '【"李娜"】', [/^7 yaml-fullwidth 【 是全角括号/]],
  ['two names in one', '["李娜"]', '["李娜、王芳"]', [/^7 list-joined .*应分开写：\["李娜", "王芳"\]/]],
  ['a province in traditional characters', '"四川"', '"廣東"', [/是不是“广东”？/]],
  ['a character that looks alike', '"四川"', '"陜西"', [/是不是“陕西”？/]],
  ['a province with its suffix', '"四川"', '"广西壮族自治区"', [/是不是“广西”？/]],
  ['a key in Chinese', 'title:', '题目:', [/没有“题目”这个键，应写“title”/]],
  ['a key in Chinese for places', 'provinces:', '省份:', [/应写“provinces”/]],
  ['a key that means two things', 'topic:', '主题:', [/大标题是“title”，分类是“topic”/]],
  ['a fact of the issue', 'topic:', '报名:', [/写在 issue.md 里：“publication”/]],
  ['a date with points', 'topic:', 'date: "2024.11.8"\ntopic:', [/是不是“2024-11-08”？/]],
  ['a date in Chinese', 'topic:', 'date: "2024年11月8日"\ntopic:', [/是不是“2024-11-08”？/]],
  ['an invisible character in the text', '据悉，', '据\u200b悉，', [/U\+200B 是看不见的字符，应删去/]],
  ['an invisible character in a title', '对创新', '对\u200b创新', [/^5 character-invisible/]],
  ['a topic that is nearly one', '创新与竞赛"', '创新和竞赛"', [/是不是“技术创新与竞赛”？/]],
  ['no quotation marks', '"技术创新与竞赛"', '技术创新与竞赛', [/值应放进双引号/]],
]

it.each(cases)('%s', (_, from, to, says) => {
  const text = good.replace(from, to)
  expect(text).not.toBe(good)
  const said = answers(text)
  expect(said).toHaveLength(says.length)
  for (const [at, pattern] of says.entries()) expect(said[at]).toMatch(pattern)
})

it.each([
  ['a mark of byte order', (text: string) => `\ufeff${text}`],
  ['line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ['both', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
])('accepts %s', (_, change) =>
  expect(parseArticle(change(good), '03.md')).toEqual(parseArticle(good, '03.md')),
)
