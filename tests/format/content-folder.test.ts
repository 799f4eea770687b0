// The gate on real folders: what is not ours, or not where it should be, does not get in.
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { readContent } from '#lib/format/content-folder'
import { plainPng } from '../photographs'

const article = (id: string) =>
  ['---', `id: "${id}"`, 'issue: "x1"', 'kind: "article"', 'title: "甲"', '---', '', '正文。', ''].join('\n')

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A content folder with one good issue of one article, then changed. */
function contentWith(change: (dir: string) => void): string {
  const dir = mkdtempSync(join(tmpdir(), 'content-'))
  folders.push(dir)
  mkdirSync(join(dir, 'x1'))
  writeFileSync(join(dir, 'x1', 'issue.md'), '---\nissue: "x1"\n---\n')
  writeFileSync(join(dir, 'x1', '01.md'), article('x1-01'))
  change(dir)
  return dir
}

const faultsIn = (dir: string) =>
  checkContent(dir).problems.map(({ file, line, column, rule }) =>
    [file.slice(dir.length + 1), line, ...(column ? [column] : [])].join(':').concat(` ${rule}`),
  )

const put = (path: string, text: string) => (dir: string) => writeFileSync(join(dir, path), text)

const putPicture = (path: string) => (dir: string) => writeFileSync(join(dir, path), plainPng(3, 2))

/** As the message about a picture that no article has says it. */
const pictured = (name: string) =>
  article('x1-01').replace('title:', `pictures: [{ file: "${name}" }]\ntitle:`)

const cases: readonly (readonly [
  name: string,
  change: (dir: string) => void,
  ...faults: readonly string[],
])[] = [
  ['nothing wrong', () => {}],
  ['the system’s own files', put('x1/.DS_Store', 'x')],
  ['a file beside the issues', put('README.md', 'x'), 'README.md:1 name-unknown'],
  ['a folder that is not an issue', dir => mkdirSync(join(dir, '第1期')), '第1期:1 issue-format'],
  ['a folder in capitals', dir => mkdirSync(join(dir, 'X1')), 'X1:1 issue-format'],
  ['a folder with a space', dir => mkdirSync(join(dir, 'x 2')), 'x 2:1 issue-format'],
  ['an issue without issue.md', dir => mkdirSync(join(dir, 'x2')), 'x2/issue.md:1 issue-missing'],
  ['a file of another kind', put('x1/notes.txt', 'x'), 'x1/notes.txt:1 name-unknown'],
  ['a number of one digit', put('x1/1.md', article('x1-01')), 'x1/1.md:1 name-unknown'],
  ['a number with a zero too many', put('x1/001.md', article('x1-01')), 'x1/001.md:1 name-unknown'],
  ['a picture that no article has', putPicture('x1/01.png'), 'x1/01.png:1 picture-unused'],
  ['a picture without its article', putPicture('x1/07.png'), 'x1/07.png:1 picture-alone'],
  ['a picture in capitals', putPicture('x1/01.PNG'), 'x1/01.PNG:1 name-unknown'],
  ['a picture of another sort', putPicture('x1/01.gif'), 'x1/01.gif:1 name-unknown'],
  ['a picture that is not there', put('x1/01.md', pictured('01.png')), 'x1/01.md:1 picture-missing'],
  ['a picture of another article', put('x1/01.md', pictured('02.png')), 'x1/01.md:5:11 picture-name'],
  ['a picture from elsewhere', put('x1/01.md', pictured('../01.png')), 'x1/01.md:5:11 picture-name'],
  [
    'a picture with its article',
    dir => {
      put('x1/01.md', pictured('01.png'))(dir)
      putPicture('x1/01.png')(dir)
    },
  ],
  ['an ending in capitals', put('x1/02.MD', article('x1-02')), 'x1/02.MD:1 name-unknown'],
  ['a backup of an editor', put('x1/01.md~', article('x1-01')), 'x1/01.md~:1 name-unknown'],
  ['a line break in a name', put('x1/02\n.md', article('x1-02')), 'x1/02\n.md:1 name-unknown'],
  ['a folder named 02.md', dir => mkdirSync(join(dir, 'x1', '02.md')), 'x1/02.md:1 file-kind'],
  ['a symlink to a file', dir => symlinkSync('01.md', join(dir, 'x1', '02.md')), 'x1/02.md:1 file-symlink'],
  [
    'a symlink out of the folder',
    dir => symlinkSync('/etc/passwd', join(dir, 'x1', '02.md')),
    'x1/02.md:1 file-symlink',
  ],
  ['a symlink to an issue', dir => symlinkSync('x1', join(dir, 'x2')), 'x2:1 file-symlink'],
  [
    'a hard link',
    dir => linkSync(join(dir, 'x1', '01.md'), join(dir, 'x1', '02.md')),
    'x1/01.md:1 file-hardlink',
    'x1/02.md:1 file-hardlink',
  ],
  ['an article of another file', put('x1/02.md', article('x1-01')), 'x1/02.md:2:5 id-file'],
  [
    'an article of another issue',
    put('x1/02.md', article('x2-02')),
    'x1/02.md:2:5 id-issue',
    'x1/02.md:2:5 id-file',
  ],
  ['an id in capitals', put('x1/02.md', article('X1-02')), 'x1/02.md:2:5 id-format'],
  [
    'an issue of another folder',
    put('x1/issue.md', '---\nissue: "x2"\n---\n'),
    'x1/issue.md:2:8 issue-folder',
  ],
  ['an empty article', put('x1/02.md', ''), 'x1/02.md:1:1 file-empty'],
  [
    'UTF-16',
    dir => writeFileSync(join(dir, 'x1', '02.md'), article('x1-02'), 'utf16le'),
    'x1/02.md:1 encoding',
  ],
  [
    'GBK',
    dir => writeFileSync(join(dir, 'x1', '02.md'), Buffer.of(0xb9, 0xa4, 0xbb, 0xe1)),
    'x1/02.md:1 encoding',
  ],
  [
    'a picture',
    dir => writeFileSync(join(dir, 'x1', '02.md'), Buffer.of(0x89, 0x50, 0x4e, 0x47)),
    'x1/02.md:1 encoding',
  ],
  ['a file of 3 MB', put('x1/02.md', 'a'.repeat(3_000_000)), 'x1/02.md:1 file-large'],
  [
    'an import that was cut off at the last moment',
    dir => mkdirSync(join(dir, '.import-x2.last')),
    'x2:1 import-unfinished',
  ],
  [
    'lines without a source',
    put('x1/02.md', article('x1-02').replace('title', 'lines: ["1-3"]\ntitle')),
    'x1/02.md:1 source-missing',
  ],
  [
    'a source that no item was made of',
    put('x1/source.txt', '甲。\n\n乙。'),
    'x1/source.txt:1:1 line-lost',
    'x1/source.txt:3:1 line-lost',
    'x1/01.md:1 lines-missing',
  ],
  [
    'a source in no encoding',
    dir => writeFileSync(join(dir, 'x1', 'source.txt'), Buffer.of(0xff, 0x41)),
    'x1/source.txt:1:1 encoding-unknown',
  ],
]

describe('a content folder', () => {
  it.each(cases.map(([name, change, ...faults]) => ({ name, change, faults })))(
    '$name',
    ({ change, faults }) => {
      expect(faultsIn(contentWith(change))).toEqual(faults)
    },
  )

  it('that is not there is a problem, not an exception', () => {
    expect(readContent('/no/such/folder').problems.map(({ rule }) => rule)).toEqual(['folder-unreadable'])
  })

  it('comes in the order of issues and numbers, whatever the order on disk', () => {
    const dir = contentWith(at => {
      for (const name of ['10', '02', '100'])
        writeFileSync(join(at, 'x1', `${name}.md`), article(`x1-${name}`))
      mkdirSync(join(at, 'a9'))
      writeFileSync(join(at, 'a9', 'issue.md'), '---\nissue: "a9"\n---\n')
      writeFileSync(join(at, 'a9', '01.md'), article('a9-01').replace('"x1"', '"a9"'))
    })
    expect(readContent(dir).articles.map(({ id }) => id)).toEqual([
      'a9-01',
      'x1-01',
      'x1-02',
      'x1-10',
      'x1-100',
    ])
  })

  it('of the repository is without a fault', () => {
    expect(checkContent('tests/content').problems).toEqual([])
  })

  it('is proved again after a copy, and not after one character less', () => {
    const dir = contentWith(at => {
      rmSync(join(at, 'x1'), { recursive: true })
      mkdirSync(join(at, 'gh202411'))
      for (const name of [
        'issue.md',
        'source.txt',
        ...[1, 2, 3, 4, 5, 6, 7, 8].map(number => `0${number}.md`),
      ]) {
        copyFileSync(join('tests/content', 'gh202411', name), join(at, 'gh202411', name))
      }
    })
    expect(faultsIn(dir)).toEqual([])
    const file = join(dir, 'gh202411', '03.md')
    writeFileSync(file, readFileSync(file, 'utf8').replace('据悉', '据'))
    expect(faultsIn(dir).map(fault => fault.replace(/:\d+:\d+ /, ' '))).toEqual([
      'gh202411/source.txt text-lost',
    ])
  })
})
