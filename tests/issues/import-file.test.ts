// One page into a folder: what is written, what is kept, what is refused, and that a refusal writes nothing.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { parseIssue } from '#lib/format/issue-file'
import { editIssue } from '#lib/issues/edit-issue'
import { type Imported, importBytes, knownPages } from '#lib/issues/import-file'
import { gb18030 } from '../encodings'

const real = readFileSync('tests/content/gh202411/source.txt')
const utf8 = (text: string) => new TextEncoder().encode(text)

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function emptyFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'import-'))
  folders.push(dir)
  return dir
}

/** A content folder with the issue of the repository. */
function contentFolder(): string {
  const out = emptyFolder()
  cpSync('tests/content/gh202411', join(out, 'gh202411'), { recursive: true })
  return out
}

const run = (
  out: string,
  bytes: Uint8Array,
  more: { issue?: string; replace?: boolean; allow?: string[] } = {},
) => {
  const { issue = 'gh202411', replace = false, allow = [] } = more
  return importBytes(bytes, { file: 'page.txt', issue }, { out, replace, allow }, knownPages(out))
}

const rules = ({ problems }: Imported) =>
  problems.map(({ line, column, rule }) => [line, column, rule].join(' '))

/** Every file below a folder with its bytes, the system's and ours, dots and all. */
const snapshot = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(file => [file, readFileSync(file, 'latin1')])

const edit = (file: string, from: string, to: string) => {
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to))
}

describe('importing again', () => {
  it('changes no byte of the issue in the repository', () => {
    const out = contentFolder()
    const before = snapshot(out)
    expect(run(out, real)).toMatchObject({ state: 'unchanged', problems: [] })
    expect(snapshot(out)).toEqual(before)
  })

  it.each([
    ['with a byte order mark', utf8(`\ufeff${real}`)],
    ['with CRLF', utf8(real.toString().replaceAll('\n', '\r\n'))],
  ])('the same page %s changes no byte', (_name, bytes) => {
    const out = contentFolder()
    const before = snapshot(out)
    expect(run(out, bytes)).toMatchObject({ state: 'unchanged' })
    expect(snapshot(out)).toEqual(before)
  })

  it('takes what was edited by hand for an operation, and does it again on a better dump', () => {
    const out = contentFolder()
    const file = join(out, 'gh202411', '03.md')
    edit(file, 'topic: "技术创新与竞赛"', 'topic: "职工服务与帮扶"')
    const edited = readFileSync(file, 'utf8')
    const set = { do: 'set', item: '03', field: 'topic', value: '职工服务与帮扶' }
    expect(run(out, real)).toMatchObject({ state: 'written', edition: { kept: [] }, added: [set] })
    expect(readFileSync(file, 'utf8')).toBe(edited)
    expect(run(out, real)).toMatchObject({ state: 'unchanged', added: [] })
    const better = utf8(real.toString('utf8').replace('最高10万元补助', '最高11万元补助'))
    expect(run(out, better)).toMatchObject({ state: 'written', changes: ['03.md', 'issue.md', 'source.txt'] })
    expect(readFileSync(file, 'utf8')).toContain('职工服务与帮扶')
    expect(readFileSync(file, 'utf8')).toContain('最高11万元补助')
    expect(checkContent(out).problems).toEqual([])
  })

  it('keeps a file whose changes are no operations, and says so; --replace overwrites it and says so', () => {
    const out = contentFolder()
    const file = join(out, 'gh202411', '03.md')
    edit(file, 'lines: ["39-49"]', 'lines: ["39-43", "47", "45", "49"]')
    const blocks = readFileSync(file, 'utf8').split('\n\n')
    const [second = '', third = ''] = blocks.splice(2, 2)
    writeFileSync(file, [...blocks.slice(0, 2), third, second, ...blocks.slice(2)].join('\n\n'))
    const edited = readFileSync(file, 'utf8')
    expect(run(out, real)).toMatchObject({ state: 'unchanged', edition: { kept: ['03.md'] } })
    expect(readFileSync(file, 'utf8')).toBe(edited)
    const replaced = run(out, real, { replace: true })
    expect(replaced).toMatchObject({ state: 'written', edition: { replaced: ['03.md'] } })
    expect(readFileSync(file, 'utf8')).toBe(readFileSync('tests/content/gh202411/03.md', 'utf8'))
    expect(readFileSync(join(replaced.aside ?? '', '03.md'), 'utf8')).toBe(edited)
    folders.push(replaced.aside ?? '')
  })

  it('tells what would change and writes nothing, when asked to try', () => {
    const out = contentFolder()
    const before = snapshot(out)
    const better = utf8(real.toString('utf8').replace('最高10万元补助', '最高11万元补助'))
    const tried = importBytes(
      better,
      { file: 'page.txt', issue: 'gh202411' },
      { out, replace: false, allow: [], dryRun: true },
      knownPages(out),
    )
    expect(tried).toMatchObject({ state: 'tried', changes: ['03.md', 'issue.md', 'source.txt'] })
    expect(snapshot(out)).toEqual(before)
  })

  it('takes a correction by hand for an operation, and proves it', () => {
    const out = contentFolder()
    const file = join(out, 'gh202411', '07.md')
    edit(file, '促进行行业', '促进行业')
    expect(rules(run(out, real))).toEqual(['89 3 text-lost'])
    const correction = '  - source: "促进行行业"\n    print: "促进行业"\n    why: "衍字"\n'
    edit(file, '\n---\n\n', `\ncorrections:\n${correction}---\n\n`)
    expect(run(out, real)).toMatchObject({ state: 'written', added: [{ do: 'correct', why: '衍字' }] })
    expect(checkContent(out).problems).toEqual([])
  })

  it('never undoes the facts of an issue, not even with --replace', () => {
    const out = contentFolder()
    const file = join(out, 'gh202411', 'issue.md')
    edit(file, 'issue: "gh202411"\n', 'issue: "gh202411"\ntitle: "第11期"\npublication: "某报"\n')
    const edited = readFileSync(file, 'utf8')
    run(out, real)
    run(out, real, { replace: true })
    expect(readFileSync(file, 'utf8')).toBe(edited)
  })

  it('keeps a list of doubts that was ticked off by hand', () => {
    const out = contentFolder()
    const file = join(out, 'gh202411', 'issue.md')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\n---\n[\s\S]*/, '\n---\n\n都看过了。\n'))
    expect(run(out, real)).toMatchObject({ state: 'unchanged', edition: { kept: ['issue.md'] } })
    run(out, real, { replace: true })
    expect(readFileSync(file, 'utf8')).not.toContain('都看过了')
  })

  it('brings a deleted article back under its own address', () => {
    const out = contentFolder()
    rmSync(join(out, 'gh202411', '04.md'))
    expect(run(out, real).state).toBe('written')
    expect(snapshot(out)).toEqual(
      snapshot(contentFolder()).map(([file, text]) => [file?.replace(folders[1] ?? '', out), text]),
    )
  })
})

describe('a first import', () => {
  it('writes the source byte for byte, issue.md and one file an item, and passes the check', () => {
    const out = join(emptyFolder(), 'new', 'folder')
    const bytes = utf8(`\ufeff${real}`)
    expect(run(out, bytes, { issue: 'x-1' })).toMatchObject({ state: 'written', encoding: 'UTF-8 BOM' })
    expect(readdirSync(join(out, 'x-1')).sort()).toEqual(
      ['01', '02', '03', '04', '05', '06', '07', '08', 'issue', 'source'].map(name =>
        name === 'source' ? 'source.txt' : `${name}.md`,
      ),
    )
    expect(readFileSync(join(out, 'x-1', 'source.txt')).equals(bytes)).toBe(true)
    expect(checkContent(out).problems).toEqual([])
  })
})

const article = (place: string) =>
  [
    `${place}总工会举办职工技能比武`,
    `本报讯(记者王平)近日,${place}总工会举办职工技能比武活动,来自各行业的三百名职工参加了钳工、焊工等项目的比赛。`,
    '活动现场气氛热烈,职工们沉着应战,充分展示了扎实的基本功和精湛的技艺。',
  ].join('\n\n')

describe('a page that is read with a doubt about the whole of it', () => {
  const doubtsOf = (text: string) =>
    run(emptyFolder(), utf8(text), { issue: 'x-1' })
      .edition?.doubts.filter(({ item }) => item === 0)
      .map(({ message }) => message)
      .join('\n')

  it('names no place', () => {
    expect(doubtsOf(article('某'))).toMatch(/全版没有一个地名/)
  })

  it('holds an article twice: it is taken once', () => {
    const text = article('河北省石家庄市')
    const { edition } = run(emptyFolder(), utf8(`${text}\n\n${text}\n`), { issue: 'x-1' })
    expect(edition?.articles).toHaveLength(1)
    expect(edition?.leftOut.map(({ lines, reason }) => [lines.from, reason])).toEqual([
      [7, '重复'],
      [9, '重复'],
      [11, '重复'],
    ])
    expect(doubtsOf(`${text}\n\n${text}\n`)).toMatch(/与前面的文字相同，只收一次/)
  })
})

describe('a page that is refused, and nothing is written', () => {
  const pages: readonly { name: string; text: string; faults: readonly string[]; issue?: string }[] = [
    {
      name: 'only headings',
      text: '山西工会构建大格局\n\n江苏职工项目获奖\n',
      faults: ['1 1 page-only-headings'],
    },
    {
      name: 'no terminal punctuation anywhere',
      text: `${article('河北省石家庄市').replaceAll('。', ',')}\n`,
      faults: ['1 1 page-no-sentence'],
    },
    {
      name: 'no heading',
      text: `\n  ${article('河北省石家庄市').split('\n\n').slice(1).join('\n\n')}\n`,
      faults: ['2 3 page-no-heading'],
    },
    { name: 'a control character', text: `${article('河北省')}\u0007`, faults: ['5 36 character-control'] },
    { name: 'an id with a path in it', text: article('河北省'), issue: '../x', faults: ['1  issue-format'] },
    { name: 'an id with a folder in it', text: article('河北省'), issue: 'a/b', faults: ['1  issue-format'] },
    { name: 'an absolute id', text: article('河北省'), issue: '/tmp/x', faults: ['1  issue-format'] },
    { name: 'an id of dots', text: article('河北省'), issue: '..', faults: ['1  issue-format'] },
    { name: 'no id', text: article('河北省'), issue: '', faults: ['1  issue-format'] },
    { name: 'an id in Chinese', text: article('河北省'), issue: '工会', faults: ['1  issue-format'] },
    {
      name: 'an id of 41 characters',
      text: article('河北省'),
      issue: 'a'.repeat(41),
      faults: ['1  issue-format'],
    },
    {
      name: 'the same page under another name',
      text: real.toString(),
      issue: 'other',
      faults: ['1  page-imported'],
    },
    {
      name: 'another page under the same name',
      text: article('河北省石家庄市'),
      issue: 'gh202411',
      faults: ['1  issue-taken'],
    },
  ]

  it.each(pages)('$name', ({ text, faults, issue = 'x-1' }) => {
    const out = contentFolder()
    const before = snapshot(out)
    expect(rules(run(out, utf8(text), { issue }))).toEqual(faults)
    expect(snapshot(out)).toEqual(before)
    expect(existsSync(join(out, 'x-1'))).toBe(false)
  })

  it('unless the editor allows it by name', () => {
    const out = emptyFolder()
    const text = utf8(article('某').split('\n\n').slice(1).join('\n\n'))
    expect(run(out, text, { issue: 'x-1', allow: ['page-no-sentence'] }).state).toBe('refused')
    expect(run(out, text, { issue: 'x-1', allow: ['page-no-heading'] }).state).toBe('written')
  })

  it('a folder with a file of someone else’s, even with --replace', () => {
    const out = contentFolder()
    writeFileSync(join(out, 'gh202411', 'notes.txt'), '别删')
    expect(rules(run(out, real, { replace: true }))).toEqual(['1  name-unknown'])
    expect(readFileSync(join(out, 'gh202411', 'notes.txt'), 'utf8')).toBe('别删')
  })

  it('a folder that is a symlink', () => {
    const out = emptyFolder()
    mkdirSync(join(out, 'elsewhere'))
    symlinkSync('elsewhere', join(out, 'x-1'))
    expect(rules(run(out, real, { issue: 'x-1' }))).toEqual(['1  file-symlink'])
    expect(readdirSync(join(out, 'elsewhere'))).toEqual([])
  })

  it('a folder in which an article is broken, but --replace mends it', () => {
    const out = contentFolder()
    writeFileSync(join(out, 'gh202411', '05.md'), '---js\n')
    expect(rules(run(out, real))).toEqual(['1 1 front-matter-fence'])
    expect(run(out, real, { replace: true }).state).toBe('written')
    expect(readFileSync(join(out, 'gh202411', '05.md'))).toEqual(readFileSync('tests/content/gh202411/05.md'))
    expect(checkContent(out).problems).toEqual([])
  })
})

describe('several texts of one issue', () => {
  const turned = readFileSync('tests/corpus/turn-lines-with-the-title-again/input.txt', 'utf8')
  const cut = turned.lastIndexOf('安庆船厂把夜校办到江边')
  const [first, second] = [turned.slice(0, cut), turned.slice(cut).replaceAll('\n\n', '\r\n')]

  it('are one source, an article goes on from one into the next, and issue.md has their names', () => {
    const out = emptyFolder()
    const parts = [
      { file: '报/A1 版.txt', bytes: utf8(first) },
      { file: '报/A2:"版".txt', bytes: gb18030(second) },
    ]
    const page = { file: '两个文件', issue: 'two' }
    const imported = importBytes(parts, page, { out, replace: false, allow: [] }, knownPages(out))
    expect(imported.problems).toEqual([])
    expect(imported.edition?.articles.map(({ title, blocks }) => [title, blocks.length])).toEqual([
      ['安庆船厂把夜校办到江边', 3],
      ['平凉环卫工有了热水房', 2],
    ])
    const known = parseIssue(readFileSync(join(out, 'two/issue.md'), 'utf8'), 'issue.md')
    expect(known).toMatchObject({
      files: [
        { lines: { from: 1, to: 9 }, name: 'A1 版.txt' },
        { lines: { from: 10, to: 12 }, name: 'A2:"版".txt' },
      ],
    })
    expect(checkContent(out).problems).toEqual([])
    const again = importBytes(parts, page, { out, replace: false, allow: [] }, knownPages(out))
    expect(again.state).toBe('unchanged')
    // As one text, from its own source, the names stay.
    const alone = importBytes(
      readFileSync(join(out, 'two/source.txt')),
      page,
      { out, replace: false, allow: [] },
      knownPages(out),
    )
    expect([alone.state, alone.problems]).toEqual(['unchanged', []])
  })
})

describe('columns side by side', () => {
  const left = [
    '夜校办到江边',
    '　　本报讯（记者沈一舟）昨日，安徽',
    '省安庆市一家船厂的夜校开课，四十名',
    '焊工围坐在长桌旁，听劳模讲立焊的手',
    '法，一直听到十点，江面上已经没有船',
    '了，灯还亮着。',
  ]
  const right = [
    '热水房建到街口',
    '　　本报讯（记者申兰）近日，甘肃省',
    '平凉市崆峒区建成十八个热水房，环卫',
    '工人早晚都能喝上热水，中午还能热一',
    '热饭，街上的商铺轮流代管，工会补贴',
    '水电费。',
  ]
  const text = `${left.map((line, at) => `${line.padEnd(18, '　')}    ${right[at]}`).join('\n')}\n`
  const options = { replace: false, allow: [] }
  const page = { file: 'page.txt', issue: 'two' }

  it('are parted where it is certain, kept as they were, and proved by check', () => {
    const out = emptyFolder()
    const imported = importBytes(utf8(text), page, { out, ...options }, knownPages(out))
    expect(imported.problems).toEqual([])
    expect(imported.edition?.articles.map(({ title, cities }) => [title, ...cities])).toEqual([
      ['夜校办到江边', '安庆'],
      ['热水房建到街口', '平凉'],
    ])
    expect(readFileSync(join(out, 'two/source-columns.txt'), 'utf8')).toBe(text)
    expect(parseIssue(readFileSync(join(out, 'two/issue.md'), 'utf8'), 'issue.md')).toMatchObject({
      columns: [{ lines: { from: 1, to: 7 }, columns: 2 }],
    })
    expect(checkContent(out).problems).toEqual([])
    const set = { do: 'set', item: '01', field: 'topic', value: '文化体育' } as const
    expect(editIssue(out, 'two', set).problems).toEqual([])
    expect(checkContent(out).problems).toEqual([])
  })

  it('that were changed after it are seen by check, whichever file was changed', () => {
    const out = emptyFolder()
    importBytes(utf8(text), page, { out, ...options }, knownPages(out))
    const file = join(out, 'two/source-columns.txt')
    writeFileSync(file, text.replace('四十名', '五十名'))
    expect(checkContent(out).problems.map(({ rule, line }) => [rule, line])).toEqual([['columns-differ', 3]])
    rmSync(file)
    expect(checkContent(out).problems.map(({ rule }) => rule)).toEqual(['columns-missing'])
  })

  it('are refused, with what to do, where a line of text goes across them', () => {
    const out = emptyFolder()
    const across = '这一行横跨两栏，是哪一栏的文字看不出来，所以不能分。\n'
    const rows = text.replace('\n焊工', `\n${across}焊工`)
    const imported = importBytes(utf8(rows), page, { out, ...options }, knownPages(out))
    expect(rules(imported).map(one => one.split(' ').at(-1))).toContain('page-columns')
    expect(existsSync(join(out, 'two'))).toBe(false)
  })
})
