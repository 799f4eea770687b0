// Pictures that a saved page or a Word file brings along: beside the right article, and never from anywhere else.
import {
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
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { editIssue } from '#lib/issues/edit-issue'
import { besideHtml } from '#lib/issues/found-pictures'
import { importBytes } from '#lib/issues/import-file'
import { articles } from '../import/invented'
import { writeDocx } from '../import/readers/docx-writer'
import { brightPhoto, photo } from '../photographs'

const story = articles[0]
if (!story) throw new Error('no article')

let home = ''
let [wide, other]: [Buffer, Buffer] = [Buffer.alloc(0), Buffer.alloc(0)]
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'found-'))
  ;[wide, other] = [await photo(300, 200, 1), await photo(320, 200, 2)]
  const files = join(home, 'page_files')
  mkdirSync(files)
  writeFileSync(join(files, '一 1.jpg'), wide)
  writeFileSync(join(files, '2.jpg'), other)
  writeFileSync(join(files, 'icon.jpg'), await photo(20, 20, 3))
  writeFileSync(join(files, 'evil.jpg'), '<script>')
  mkdirSync(join(home, 'inner'))
  symlinkSync(files, join(home, 'inner', 'link'))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

const out = () => join(home, 'content')
const take = (issue: string, file: string, bytes: Uint8Array) =>
  importBytes([{ file, bytes }], { file, issue }, { out: out(), replace: false, allow: [] }, new Map())
const folder = (issue: string) => readdirSync(join(out(), issue)).sort()
const text = (issue: string, name: string) => readFileSync(join(out(), issue, name), 'utf8')
const caption = '　　图为职工在车间里比试手艺，围观的工友有一百多人，掌声不断。本报记者 张三 摄'

const page = (pictures: string) =>
  Buffer.from(
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${story.title}</title></head><body><img src="page_files/icon.jpg">` +
      `<h1>${story.title}</h1><article>${story.paragraphs.map(one => `<p>　　${one}</p>`).join('')}${pictures}</article></body></html>`,
  )

describe('a saved page', () => {
  const pictures =
    `<p><img src="page_files/%E4%B8%80%201.jpg"></p><p>${caption}</p>` +
    '<p><img src="./page_files/2.jpg?x=1"></p><img src="page_files/icon.jpg"><img src="page_files/evil.jpg">' +
    '<img src="https://example.org/a.jpg"><img src="../../etc/passwd">'

  it('brings its pictures: that of a caption to the photo item, others to the text before them', () => {
    const done = take('w1', join(home, 'page.html'), page(pictures))
    expect(done.problems).toEqual([])
    const all = done.edition?.articles ?? []
    const photoItem = all.find(({ kind }) => kind === 'photo')
    expect(photoItem?.pictures.map(({ file }) => file)).toHaveLength(1)
    expect(folder('w1').filter(name => name.endsWith('.jpg'))).toHaveLength(2)
    const own = `${String(photoItem?.number).padStart(2, '0')}.jpg`
    expect(readFileSync(join(out(), 'w1', own)).equals(wide)).toBe(true)
    expect(checkContent(out(), () => {}, 'w1').problems).toEqual([])
  })

  it('brings a picture behind the last paragraph of its text, but not one behind the text', () => {
    const inText = '<p><img src="page_files/2.jpg"></p>'
    const behind = '<p><img src="page_files/%E4%B8%80%201.jpg"></p><p>版权所有 未经许可不得转载</p>'
    const html = page(inText).toString().replace('</article>', `</article>${behind}`)
    const done = take('w3', join(home, 'page.html'), Buffer.from(html))
    expect(done.problems).toEqual([])
    const files = folder('w3').filter(name => name.endsWith('.jpg'))
    expect(files.map(name => readFileSync(join(out(), 'w3', name)).equals(other))).toEqual([true])
  })

  it('keeps an editor’s words when it is read again, from its own folder too', () => {
    const file = folder('w1').find(name => name.endsWith('.jpg')) ?? ''
    const edited = editIssue(out(), 'w1', {
      do: 'picture',
      item: file.slice(0, 2),
      file,
      alt: '车间里的比武',
    })
    expect(edited.problems).toEqual([])
    const again = take('w1', join(home, 'page.html'), page(pictures))
    expect([again.state, again.problems]).toEqual(['unchanged', []])
    expect(text('w1', `${file.slice(0, 2)}.md`)).toContain('alt: "车间里的比武"')
  })
})

describe('what phones put behind a picture', () => {
  const video = Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), Buffer.alloc(400, 7)])
  const why = '图片之后还有一段视频（动态照片）'
  let [bright, moving]: [Buffer, Buffer] = [Buffer.alloc(0), Buffer.alloc(0)]
  beforeAll(async () => {
    bright = await brightPhoto(300, 200, 7)
    moving = Buffer.concat([await photo(300, 200, 8), video])
    writeFileSync(join(home, 'page_files', 'bright.jpg'), bright)
    writeFileSync(join(home, 'page_files', 'moving.jpg'), moving)
  })

  it('is let in or refused alike from a page, from Word, and by hand, and said where it is refused', () => {
    const shown = ['bright', 'moving'].map(name => `<p><img src="page_files/${name}.jpg"></p>`).join('')
    const [first = '', ...rest] = story.paragraphs
    const docx = writeDocx([
      { text: story.title, style: 'Title' },
      { text: first },
      { text: '', picture: bright },
      { text: '', picture: moving },
      ...rest.map(one => ({ text: one })),
    ])
    for (const done of [take('b1', join(home, 'page.html'), page(shown)), take('b2', 'page.docx', docx)]) {
      expect(done.problems).toEqual([])
      const pictures = folder(done.issue).filter(name => name.endsWith('.jpg'))
      expect(pictures).toEqual(['01.jpg'])
      expect(readFileSync(join(out(), done.issue, '01.jpg')).equals(bright)).toBe(true)
      expect(done.refusedPictures).toEqual([expect.stringContaining(why)])
    }
    writeFileSync(join(out(), 'b2', '01-2.jpg'), moving)
    const byHand = checkContent(out(), () => {}, 'b2').problems
    expect(byHand.map(({ rule, message }) => [rule, message.includes(why)])).toContainEqual([
      'picture-trailing',
      true,
    ])
    rmSync(join(out(), 'b2', '01-2.jpg'))
  })
})

it('only gives what lies in the folder of the page', () => {
  const at = (src: string) => besideHtml({ file: join(home, 'inner', 'page.html') }, src)
  expect(besideHtml({ file: join(home, 'page.html') }, 'page_files/2.jpg')).toEqual(other)
  for (const src of [
    '../page_files/2.jpg',
    'x/../../page_files/2.jpg',
    '..%2Fpage_files%2F2.jpg',
    '..\\page_files\\2.jpg',
    join(home, 'page_files', '2.jpg'),
    `file://${home}/page_files/2.jpg`,
    'link/2.jpg',
    'http://127.0.0.1/2.jpg',
    '//127.0.0.1/2.jpg',
    '',
    '.',
    '%00',
    '%zz',
  ])
    expect(at(src)).toBeUndefined()
})

it('a Word file brings its pictures, and gives the same when it is read again', () => {
  const [first = '', ...rest] = story.paragraphs
  const bytes = writeDocx([
    { text: story.title, style: 'Title' },
    { text: first },
    { text: '', picture: wide },
    ...rest.map(one => ({ text: one })),
    { text: '', picture: other },
  ])
  const done = take('d1', 'page.docx', bytes)
  expect(done.problems).toEqual([])
  expect(folder('d1').filter(name => /jpg$/.test(name))).toEqual(['01-2.jpg', '01.jpg'])
  expect(readFileSync(join(out(), 'd1', '01.jpg')).equals(wide)).toBe(true)
  expect(text('d1', '01.md')).toContain('pictures:\n  - file: "01.jpg"\n  - file: "01-2.jpg"')
  expect(take('d1', 'page.docx', bytes).state).toBe('unchanged')
  const edited = editIssue(out(), 'd1', { do: 'picture', item: '01', file: '01.jpg', alt: '会场' })
  expect(edited.problems).toEqual([])
  expect(text('d1', '01.md')).toContain('alt: "会场"')
})

describe('a caption within an article', () => {
  const [first = '', ...rest] = story.paragraphs
  const words = '图为职工在车间里比试手艺，围观的工友有一百多人，掌声不断。'
  const docx = (...under: readonly string[]) =>
    writeDocx([
      { text: story.title, style: 'Title' },
      { text: first },
      { text: '', picture: wide },
      ...under.map(text => ({ text })),
      ...rest.map(text => ({ text })),
    ])
  const captionDoubts = (doubts: readonly { readonly kind: string }[] = []) =>
    doubts.filter(({ kind }) => kind === 'caption').length

  it('right under its picture is the picture’s, with its credit, and the doubt is gone', () => {
    const bytes = docx(`${words}本报记者 张三 摄`)
    const done = take('c1', 'page.docx', bytes)
    expect(done.problems).toEqual([])
    expect(text('c1', '01.md')).toContain(
      `  - file: "01.jpg"\n    caption: "${words}"\n    credit: "本报记者 张三 摄"\n    names: "张三"`,
    )
    expect(text('c1', '01.md').split('---')[2]).not.toContain('图为')
    expect(captionDoubts(done.edition?.doubts)).toBe(0)
    expect(checkContent(out(), () => {}, 'c1').problems).toEqual([])
    expect(take('c1', 'page.docx', bytes).state).toBe('unchanged')
  })

  it('is text again when an editor takes the picture away', () => {
    const away = { do: 'picture', item: '01', file: '01.jpg', place: 'none' } as const
    expect(editIssue(out(), 'c1', away).problems).toEqual([])
    expect(text('c1', '01.md').split('---')[2]).toContain(`${words}本报记者 张三 摄`)
    expect(checkContent(out(), () => {}, 'c1').problems.map(({ rule }) => rule)).toEqual(['picture-unused'])
  })

  it('under two pictures stays where it is, and is a doubt', () => {
    const bytes = writeDocx([
      { text: story.title, style: 'Title' },
      { text: first },
      { text: '', picture: wide },
      { text: '', picture: other },
      { text: words },
      ...rest.map(one => ({ text: one })),
    ])
    const done = take('c2', 'page.docx', bytes)
    expect(done.problems).toEqual([])
    expect(text('c2', '01.md')).not.toContain('caption')
    expect(captionDoubts(done.edition?.doubts)).toBe(1)
  })

  it('of a saved page is known by its tag too', () => {
    const marked = `<figure><img src="./page_files/2.jpg"><figcaption>比赛现场，师傅们在比试手艺</figcaption></figure>`
    const html = page(`${marked}<p>　　${rest[0] ?? ''}又说了一遍。</p>`)
    const done = take('c3', join(home, 'page.html'), html)
    expect(done.problems).toEqual([])
    expect(text('c3', '01.md')).toContain('caption: "比赛现场，师傅们在比试手艺"')
    expect(checkContent(out(), () => {}, 'c3').problems).toEqual([])
  })
})
