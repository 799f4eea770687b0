// Hand-written articles as they should not be: each gets the exact rule at the exact place, all at once.
import { describe, expect, it } from 'vitest'
import { parseArticle } from '#lib/format/article-file'
import { parseIssue } from '#lib/format/issue-file'
import { formatProblems } from '#lib/model/problem'

const good: readonly string[] = [
  '---',
  'id: "gh202411-01"',
  'issue: "gh202411"',
  'kind: "article"',
  'title: "题目"',
  'provinces: ["山西"]',
  'topic: "民主管理"',
  'date: "2024-11-13"',
  'lines: ["3-7"]',
  '---',
  '',
  '本报讯 正文。',
  '',
]

/** The good article with one line (from 1) replaced by others. */
const line = (number: number, ...lines: readonly string[]) =>
  good.toSpliced(number - 1, 1, ...lines).join('\n')
/** The same with a line put after the title. */
const more = (...lines: readonly string[]) => line(5, 'title: "题目"', ...lines)
const body = (text: string) => line(12, text)

const faultsOf = (found: ReturnType<typeof parseArticle> | ReturnType<typeof parseIssue>) =>
  Array.isArray(found) ? found.map(({ line, column, rule }) => `${line}:${column} ${rule}`) : []

const cases: readonly (readonly [name: string, text: string, ...faults: readonly string[]])[] = [
  ['nothing wrong', good.join('\n')],
  ['CRLF', good.join('\r\n')],
  ['single quotes', line(5, "title: '题目'")],

  // Front matter that executes, vanishes or is cut.
  ['empty file', '', '1:1 file-empty'],
  ['white space only', '\n \n', '1:1 file-empty'],
  ['---js', line(1, '---js'), '1:1 front-matter-fence'],
  ['---javascript', line(1, '---javascript'), '1:1 front-matter-fence'],
  ['---json', line(1, '---json'), '1:1 front-matter-fence'],
  ['--- yaml', line(1, '--- yaml'), '1:1 front-matter-fence'],
  ['a space after the fence', line(1, '--- '), '1:1 front-matter-fence'],
  ['four dashes', line(1, '----'), '1:1 front-matter-fence'],
  ['a blank line before', `\n${good.join('\n')}`, '1:1 front-matter-missing'],
  ['a space before', ` ${good.join('\n')}`, '1:1 front-matter-missing'],
  ['a byte order mark within', body('甲\ufeff乙。'), '12:2 character-bom', '12:2 character-invisible'],
  ['no front matter', '正文。', '1:1 front-matter-missing'],
  ['not closed', good.filter((_, index) => index !== 9).join('\n'), '1:1 front-matter-unclosed'],
  ['closed by ---x', line(10, '---x'), '10:1 front-matter-fence'],
  ['an early end', more('---'), '7:1 markdown-heading'],
  ['a comment', more('# 待核'), '6:1 yaml-comment'],
  ['a comment after a value', line(5, 'title: "第1期" #工会'), '5:14 yaml-comment'],

  // Values that would be retyped, cut or misread.
  ['a value cut at #', line(5, 'title: 第1期 #工会'), '5:12 yaml-comment', '5:8 yaml-unquoted'],
  ['a colon in a value', line(5, 'title: 媒体联动: 山西'), '5:8 yaml-syntax'],
  ['a day that would become another', line(8, 'date: 2024-02-30'), '8:7 yaml-unquoted', '8:7 date-unreal'],
  ['a day that would become a Date', line(8, 'date: 2024-11-13'), '8:7 yaml-unquoted'],
  ['an octal number', line(5, 'title: 0123'), '5:8 yaml-unquoted'],
  ['a sexagesimal number', line(5, 'title: 12:30:45'), '5:8 yaml-unquoted'],
  ['yes', line(5, 'title: yes'), '5:8 yaml-unquoted'],
  ['null', line(5, 'title: ~'), '5:8 yaml-unquoted'],
  ['no value', line(5, 'title:'), '5:7 yaml-unquoted'],
  ['a folded value', line(5, 'title: >', '  题目'), '5:8 yaml-unquoted'],
  ['a literal value', line(5, 'title: |', '  题目'), '5:8 yaml-unquoted'],
  ['unquoted in a list', line(6, 'provinces: [山西]'), '6:13 yaml-unquoted'],
  ['a tag', line(5, 'title: !!str "题目"'), '5:14 yaml-tag'],
  ['a tag that executes', line(5, 'title: !!js/function "x"'), '5:22 yaml-tag'],
  ['an anchor', line(5, 'title: &a "题目"'), '5:11 yaml-reference'],
  ['an alias', more('kicker: &a "引"', 'tip: *a'), '6:12 yaml-reference', '7:6 yaml-reference'],
  ['a merge key', more('<<: "x"'), '6:1 key-unknown'],
  ['a document end', more('...'), '7:1 yaml-syntax'],
  ['a directive', line(2, '%YAML 1.1', 'id: "gh202411-01"'), '3:1 yaml-syntax'],
  ['a quote within quotes', line(5, 'title: "题"目""'), '5:11 yaml-syntax'],
  ['an open quote', line(5, 'title: "题目'), '5:11 yaml-syntax'],
  ['a wrong escape', line(5, 'title: "题\\d"'), '5:10 yaml-syntax'],
  ['a tab as indent', more('corrections:', '\t- source: "甲"'), '7:1 yaml-syntax'],
  ['a wrong indent', more('  kicker: "引"'), '6:1 yaml-syntax'],
  ['a list not closed', line(6, 'provinces: ["山西"'), '7:1 yaml-syntax'],
  ['a list at the top', ['---', '- "a"', '---', '甲。'].join('\n'), '2:1 yaml-type'],
  ['a text at the top', ['---', '"a"', '---', '甲。'].join('\n'), '2:1 yaml-type'],
  ['nesting that overflows', line(5, `title: ${'['.repeat(5000)}`), '1:1 yaml-long'],
  ['too long', line(5, `title: "${'题'.repeat(200_001)}"`), '1:1 yaml-long'],

  // Keys.
  ['an unknown key', more('author: "甲"'), '6:1 key-unknown'],
  ['a key in Chinese', more('标题: "甲"'), '6:1 key-unknown'],
  ['a key in capitals', line(5, 'Title: "题目"'), '5:1 key-unknown'],
  ['__proto__', more('__proto__: "x"'), '6:1 key-unknown'],
  ['a double key', more('title: "又一"'), '6:1 key-double'],
  ['a key that is a list', more('? ["a"]', ': "b"'), '6:3 yaml-syntax'],
  ['no id', line(2), '1:1 key-missing'],
  ['no issue', line(3), '1:1 key-missing'],
  ['no kind', line(4), '1:1 key-missing'],

  // Values of the wrong kind.
  ['an empty value', line(5, 'title: ""'), '5:8 value-empty'],
  ['a blank value', line(5, 'title: " "'), '5:8 value-empty'],
  ['a space at the end', line(5, 'title: "题目 "'), '5:8 value-space'],
  ['an ideographic space at the start', line(5, 'title: "\u3000题目"'), '5:8 value-space'],
  ['a line break in a value', line(5, 'title: "题\\n目"'), '5:8 value-line'],
  ['a control character by escape', line(5, 'title: "题\\u0007目"'), '5:8 value-character'],
  ['a bidi override by escape', line(5, 'title: "题\\u202e目"'), '5:8 value-character'],
  ['a list for a text', line(5, 'title: ["题目"]'), '5:8 value-type'],
  ['a map for a text', line(5, 'title: {a: "题目"}'), '5:8 value-type'],
  ['a text for a list', line(6, 'provinces: "山西"'), '6:12 value-type'],
  ['an empty list', line(6, 'provinces: []'), '6:12 value-type'],
  ['a list in a list', line(6, 'provinces: [["山西"]]'), '6:13 value-type'],
  ['twice in a list', line(6, 'provinces: ["山西", "山西"]'), '6:19 list-double'],

  // Facts that are none.
  ['山西省', line(6, 'provinces: ["山西省"]'), '6:13 province-unknown'],
  ['山西省会', line(6, 'provinces: ["江苏", "山西省会"]'), '6:19 province-unknown'],
  ['a city as a province', line(6, 'provinces: ["成都"]'), '6:13 province-unknown'],
  ['a topic that is none', line(7, 'topic: "民主"'), '7:8 topic-unknown'],
  ['30 February', line(8, 'date: "2024-02-30"'), '8:7 date-unreal'],
  ['29 February of 2023', line(8, 'date: "2023-02-29"'), '8:7 date-unreal'],
  ['month 13', line(8, 'date: "2024-13"'), '8:7 date-unreal'],
  ['the year 24', line(8, 'date: "0024"'), '8:7 date-unreal'],
  ['a date in Chinese', line(8, 'date: "2024年11月13日"'), '8:7 date-format'],
  ['a date with slashes', line(8, 'date: "2024/11/13"'), '8:7 date-format'],
  ['a date without zeros', line(8, 'date: "2024-1-3"'), '8:7 date-format'],
  ['an unknown kind', line(4, 'kind: "video"'), '4:7 kind-unknown'],
  ['an id in capitals', line(2, 'id: "GH202411-01"'), '2:5 id-format'],
  ['an id of one digit', line(2, 'id: "gh202411-1"'), '2:5 id-format'],
  ['an id of number 0', line(2, 'id: "gh202411-00"'), '2:5 id-format'],
  ['an id with a path in it', line(2, 'id: "../gh202411-01"'), '2:5 id-format'],
  ['an id in Chinese', line(2, 'id: "工会-01"'), '2:5 id-format'],
  ['an id of another issue', line(2, 'id: "gh202412-01"'), '2:5 id-issue', '2:5 id-file'],
  ['an id of another file', line(2, 'id: "gh202411-02"'), '2:5 id-file'],
  ['an issue with a path in it', line(3, 'issue: "../gh"'), '3:8 issue-format'],
  ['an issue of 41 characters', line(3, `issue: "${'a'.repeat(41)}"`), '3:8 issue-format'],
  ['an issue named as a device', line(3, 'issue: "con"'), '3:8 issue-format'],
  ['lines in words', line(9, 'lines: ["三到七"]'), '9:9 lines-format'],
  ['lines that run backwards', line(9, 'lines: ["7-3"]'), '9:9 lines-format'],
  ['line 0', line(9, 'lines: ["0-3"]'), '9:9 lines-format'],
  ['a tip label without its tip', more('tipLabel: "编者按"'), '6:11 tip-missing'],
  [
    'a correction without its reason',
    more('corrections:', '  - source: "甲"', '    print: "乙"'),
    '7:5 key-missing',
  ],
  [
    'a correction of nothing',
    more('corrections:', '  - source: ""', '    print: "乙"', '    why: "误"'),
    '7:13 value-empty',
  ],
  [
    'a correction with a key too many',
    more('corrections:', '  - source: "甲"', '    print: "乙"', '    why: "误"', '    page: "丙"'),
    '10:5 key-unknown',
  ],
  ['a correction that is a text', more('corrections: ["甲"]'), '6:15 value-type'],

  // Characters.
  ['a NUL', body('甲\0乙。'), '12:2 character-control'],
  ['a bidi override', body('甲\u202e乙。'), '12:2 character-bidi'],
  ['a replacement character', line(5, 'title: "题\ufffd"'), '5:10 character-replacement'],
  ['a lone carriage return', body('甲\r乙。'), '12:2 character-control'],

  // Bodies.
  ['a headline alone, with its lines', body('')],
  [
    'no body and no lines',
    good.filter((_, index) => index !== 8 && index !== 11).join('\n'),
    '11:1 body-empty',
  ],
  ['raw HTML', body('大模型<AI>乙。'), '12:4 markdown-html'],
  ['bold that prints its asterisks', body('山西**“四个联动”**构建'), '12:1 markdown-mark'],
  ['an accidental list', body('11. 13日。'), '12:1 markdown-list'],
  ['a heading of the wrong level', body('# 小标题'), '12:1 markdown-heading'],
  ['an accidental heading', body('甲。\n---'), '12:1 markdown-heading'],
  ['code by indent', body('甲。\n\n    乙。'), '14:1 markdown-code'],
  ['a footnote', body('[^1]: 甲。'), '12:1 markdown-link'],
  ['a script', body('<script>alert(1)</script>'), '12:1 markdown-html'],
  ['several at once', more('x: "1"', 'date: "2024"'), '10:1 key-double', '6:1 key-unknown'],
]

describe('an article', () => {
  it.each(cases)('%s', (_name, text, ...faults) => {
    expect(faultsOf(parseArticle(text, 'content/gh202411/01.md', 'gh202411-01'))).toEqual(faults)
  })

  it('runs no code of the front matter', () => {
    const text = ['---js', '{ id: (globalThis.wasRun = true) }', '---', '甲。'].join('\n')
    parseArticle(text, 'x.md')
    expect('wasRun' in globalThis).toBe(false)
  })

  it('says what was found and what was expected', () => {
    const says = (text: string) => {
      const found = parseArticle(text, 'content/gh202411/01.md')
      return Array.isArray(found) ? formatProblems(found) : ''
    }
    expect(says(line(6, 'provinces: ["山西省"]'))).toBe(
      'content/gh202411/01.md:6:13 province-unknown 写的是“山西省”，应为省级行政区简称，是不是“山西”？',
    )
    expect(says(line(7, 'topic: "民主"'))).toContain('是不是“民主管理”？')
    expect(says(more('athors: "甲"'))).toContain('是不是“authors”？')
  })
})

const issue = (...lines: readonly string[]) =>
  ['---', 'issue: "gh202411"', ...lines, '---', '', '存疑。', ''].join('\n')

const issueCases: readonly (readonly [name: string, text: string, ...faults: readonly string[]])[] = [
  ['nothing wrong', issue('date: "2024-11"', 'dateBasis: "图片说明"')],
  ['no issue', ['---', 'title: "甲"', '---'].join('\n'), '1:1 key-missing'],
  ['another issue', ['---', 'issue: "gh2"', '---'].join('\n'), '2:8 issue-folder'],
  ['a basis without a date', issue('dateBasis: "图片说明"'), '3:12 date-missing'],
  ['a wrong date', issue('date: "2024-02-30"'), '3:7 date-unreal'],
  ['an unknown key', issue('number: "3"'), '3:1 key-unknown'],
  ['imported by hand', issue('imported: ["01 abc"]'), '3:12 imported-format'],
]

describe('an issue', () => {
  it.each(issueCases)('%s', (_name, text, ...faults) => {
    expect(faultsOf(parseIssue(text, 'content/gh202411/issue.md', 'gh202411'))).toEqual(faults)
  })
})
