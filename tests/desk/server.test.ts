// The desk's one door: what it lets in, what it refuses, and that nothing of what it refuses touches a file.
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { openExample } from '#lib/desk/example'
import { headersOfAll } from '#lib/desk/guard'
import { deskServer } from '#lib/desk/server'
import type { Answer, Arrived, Check, IssueList, IssueView, SiteAnswer } from '#lib/desk/wire'
import { writePdf } from '../import/readers/pdf-writer'
import { draft, setStory, sheetOf } from '../import/readers/typeset'
import { type OpenServer, openServer } from '../open-server'
import { photo, plainPng } from '../photographs'
import { type DeskFolder, deskFolder } from './desk-folder'

const key = 'a-key-of-the-terminal-for-tests'
let folder: DeskFolder
let open: OpenServer
beforeAll(async () => {
  folder = deskFolder()
  const example = openExample(folder.desk.cache, folder.dir)
  const files = new Map([['/', { type: 'text/html; charset=utf-8', body: '<p>desk' }]])
  open = await openServer(
    deskServer({
      ...{ desk: folder.desk, site: folder.site, files, key, previewPort: () => 9 },
      ...(example && { example }),
    }),
  )
})
afterAll(async () => {
  await open.close()
  folder.remove()
})

type Sent = {
  readonly method?: string
  readonly path?: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string | undefined>>
}
type Got = { readonly status: number; readonly text: string; readonly headers: IncomingMessage['headers'] }

/** A request as the desk's own page makes it, but for what is given. */
async function send({ method = 'GET', path = '/api/issues', body, headers = {} }: Sent): Promise<Got> {
  const own = {
    'x-desk-key': key,
    ...(body !== undefined && {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      origin: open.origin,
    }),
    ...headers,
  }
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
  const asked = request(`${open.origin}${path}`, { method, headers: given, setHost: !('host' in given) })
  asked.end(body)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(Buffer.from(chunk))
  return { status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString(), headers: answer.headers }
}

const issue = '/api/issues/gh202411'
const view = async (): Promise<IssueView> => JSON.parse((await send({ path: issue })).text) as IssueView
const act = async (what: object): Promise<Answer> =>
  JSON.parse((await send({ method: 'POST', path: issue, body: JSON.stringify(what) })).text) as Answer

describe('the page', () => {
  it('comes without a key, with a policy that lets nothing else in', async () => {
    const { status, headers } = await send({ path: '/', headers: { 'x-desk-key': undefined } })
    expect(status).toBe(200)
    for (const [name, value] of Object.entries(headersOfAll(9)))
      expect(headers[name.toLowerCase()]).toBe(value)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })
})

describe('an act', () => {
  it('is done, undone and done again; undone to the start every byte is as it was', async () => {
    const before = folder.files()
    const first = await view()
    const [kicker] = first.items[1]?.parts ?? []
    const quote = kicker?.segments[0]?.quote
    const operations = [{ do: 'role', item: '02', text: quote, role: 'column' }]
    const done = await act({ do: 'edit', version: first.version, operations })
    expect([done.problems, done.changes]).toEqual([[], ['02.md', 'edits.yaml', 'issue.md']])
    expect(done.view.items[1]?.parts[0]?.role).toBe('column')
    const other = done.view.doubts
      .slice(-3)
      .map(({ item, message }) => ({ do: 'settle', item, doubt: message }))
    const settled = await act({ do: 'edit', version: done.view.version, operations: other })
    expect(settled.view.doubts).toHaveLength(first.doubts.length - 3)
    const once = await act({ do: 'undo', version: settled.view.version })
    expect(once.view.doubts).toHaveLength(first.doubts.length)
    const twice = await act({ do: 'undo', version: once.view.version })
    expect([twice.problems, folder.files()]).toEqual([[], before])
    const again = await act({ do: 'redo', version: twice.view.version })
    expect(again.view.items).toEqual(done.view.items)
    expect(again.view.redo).toBe('认可 3 条存疑')
    const back = await act({ do: 'undo', version: again.view.version })
    expect(folder.files()).toEqual(before)
    expect((await act({ do: 'undo', version: back.view.version })).problems[0]?.message).toBe(
      '没有可以撤销的了',
    )
  })

  it('is kept and undone where what can be done again cannot be', async () => {
    const before = folder.files()
    const cache = folder.desk.cache
    rmSync(cache, { recursive: true, force: true })
    writeFileSync(cache, 'in the way')
    const { version, items } = await view()
    const other = items[2]?.parts[0]?.segments[0]?.quote
    const operations = [{ do: 'role', item: '03', text: other, role: 'column' }]
    const done = await act({ do: 'edit', version, operations })
    expect([done.problems, done.view.items[2]?.parts[0]?.role]).toEqual([[], 'column'])
    expect((await act({ do: 'undo', version: done.view.version })).problems).toEqual([])
    expect(folder.files()).toEqual(before)
    rmSync(cache)
  })

  it('that does not hold says why and writes nothing', async () => {
    const before = folder.files()
    const { version } = await view()
    const operations = [{ do: 'leave-out', item: '02', text: '这一版没有的字', why: '广告' }]
    const { problems, changes } = await act({ do: 'edit', version, operations })
    expect(problems[0]?.message).toContain('找不到')
    expect([changes, folder.files()]).toEqual([[], before])
  })

  it('about another version than there is now is refused, with the issue as it is', async () => {
    const { version } = await view()
    const path = join(folder.dir, '05.md')
    const text = readFileSync(path, 'utf8')
    const changed = text.replace('cities: ["泉州"]', 'cities: ["晋江"]')
    writeFileSync(path, changed)
    const operations = [{ do: 'set', item: '05', field: 'topic', value: '民主管理', at: '字' }]
    const answer = await act({ do: 'edit', version, operations })
    expect(answer.problems[0]?.rule).toBe('edit-changed')
    expect(answer.view.items[4]?.facts).toContainEqual(
      expect.objectContaining({ name: 'cities', value: '晋江' }),
    )
    expect(readFileSync(path, 'utf8')).toBe(changed)
    writeFileSync(path, text)
  })
})

describe('the list of issues', () => {
  it('has every issue, and says what does not belong in the folder', async () => {
    symlinkSync('/etc', join(folder.desk.out, 'gh209901'))
    const { rows, problems } = JSON.parse((await send({})).text) as IssueList
    expect(rows.map(({ id, items, doubts }) => [id, items.length, doubts])).toContainEqual([
      'gh202411',
      8,
      26,
    ])
    expect(rows.find(({ id }) => id === 'gh209901')).toMatchObject({ items: [], problems: 1 })
    expect(problems).toEqual([])
    expect((await send({ path: '/api/issues/gh209901' })).text).not.toContain('root:')
  })
})

describe('the site', () => {
  it('is asked after, and checked before it is published', async () => {
    const site = JSON.parse((await send({ path: '/api/site' })).text) as SiteAnswer
    expect(site).toMatchObject({ under: '', build: '', port: 9, basePath: '', ways: [{ way: 'folder' }] })
    expect((await send({ path: '/api/site/folder' })).status).toBe(404)
    const checks = JSON.parse((await send({ path: '/api/checks/gh202411' })).text) as readonly Check[]
    const named = (name: string) => checks.find(one => one.name === name)
    expect(named('逐字相符')).toMatchObject({ state: 'good', says: '5,661 字' })
    expect(named('错字')).toMatchObject({ state: 'look', go: { to: 'doubt', doubt: 0 } })
    expect(named('报名、日期')).toMatchObject({ state: 'look', go: { to: 'issue' } })
    expect((await send({ path: '/api/checks/gh209912' })).status).toBe(404)
  })
})

const page = [
  '山海市总为快递员建驿站',
  '',
  '本报讯（记者乔立言）11月3日，湖北省宜昌市总工会在城南建成第一座快递员驿站，里面有热水、药箱和充电柜。',
  '',
  '快递员武青禾说：“冬天有地方暖手，夏天有地方歇脚，出门在外就像有了一个家。”',
  '',
].join('\n')
const base64 = (text: string) => Buffer.from(text).toString('base64')
const incoming = async (what: object): Promise<Arrived> => {
  const given = { issue: 'demo-1', write: false, allow: [], ...what }
  return JSON.parse(
    (await send({ method: 'POST', path: '/api/imports', body: JSON.stringify(given) })).text,
  ) as Arrived
}

describe('a page that comes in', () => {
  const files = [{ name: '../../../etc/昨天\u202e.txt', base64: base64(page) }]
  const dir = () => join(folder.desk.out, 'demo-1')

  it('is shown before it is written, then written as the command writes it', async () => {
    const tried = await incoming({ files })
    expect(tried).toMatchObject({
      state: 'tried',
      changes: ['01.md', 'issue.md', 'source.txt'],
      problems: [],
    })
    expect(tried.items).toEqual([
      { name: '01', title: '山海市总为快递员建驿站', facts: expect.stringContaining('湖北') },
    ])
    expect(existsSync(dir())).toBe(false)
    expect((await incoming({ files, write: true })).state).toBe('written')
    expect(readFileSync(join(dir(), 'source.txt'), 'utf8')).toBe(page)
    expect((await incoming({ files, write: true })).state).toBe('unchanged')
    expect(checkContent(folder.desk.out, undefined, 'demo-1').problems).toEqual([])
  })

  it('has every picture named that is not taken in, also one whose name ends another name', async () => {
    const html =
      '<html><head><meta charset="utf-8"><title>街边的驿站</title></head><body><div class="article"><h1>街边的驿站</h1>' +
      '<p>快递员在驿站里喝水、充电，驿站由山海市的工会和街道一起修建，每天从早上六点开到夜里十点。</p><p><img src="站_files/15.png"></p>' +
      '<p>入冬以后，驿站里添了一台微波炉和一张长桌，送餐的骑手也在这里吃饭，吃完把桌子擦干净再走。</p></div></body></html>'
    const broken = plainPng(300, 200).subarray(0, 200)
    const given = { '站.html': Buffer.from(html), '15.png': broken, '5.png': plainPng(300, 201) }
    const list = Object.entries(given).map(([name, bytes]) => ({ name, base64: bytes.toString('base64') }))
    const { state, apart } = await incoming({ issue: 'demo-5', files: list })
    expect(state).toBe('tried')
    expect(apart).toEqual([
      expect.stringContaining('15.png）没有收'),
      expect.stringContaining('图片 5.png 没有放进去'),
    ])
  })

  it('that is no page is refused in words, and nothing is written', async () => {
    const before = readdirSync(folder.desk.out)
    const wrong = await incoming({ issue: 'demo-2', files: [{ name: '空.txt', base64: '' }], write: true })
    expect([wrong.state, wrong.problems[0]?.file]).toEqual(['refused', '空.txt'])
    const upwards = await incoming({ issue: '../demo-3', files, write: true })
    expect(upwards.problems[0]?.rule).toBe('issue-format')
    const known = await incoming({ issue: 'demo-4', files, write: true })
    expect(known.problems[0]?.rule).toBe('page-imported')
    expect(readdirSync(folder.desk.out)).toEqual(before)
  })
})

const post = (headers: NonNullable<Sent['headers']>, body = '{"do":"undo","version":"0"}'): Sent => {
  return { method: 'POST', path: issue, body, headers }
}
const edit = (operation: object): Sent =>
  post({}, JSON.stringify({ do: 'edit', version: '0'.repeat(32), operations: [operation] }))

const wish = (what: object): Sent => ({ ...post({}, JSON.stringify(what)), path: '/api/site' })

describe('what is not the desk’s own page', () => {
  const attacks: readonly (readonly [string, Sent, number])[] = [
    ['no key', { headers: { 'x-desk-key': undefined } }, 401],
    ['a wrong key', { headers: { 'x-desk-key': key.replace('t', 'T') } }, 401],
    ['another name for this machine (DNS rebinding)', { headers: { host: 'desk.example:80' } }, 421],
    ['another port in the host', { headers: { host: '127.0.0.1:1' } }, 421],
    ['another site reads', { headers: { origin: 'https://evil.example' } }, 403],
    ['another site writes', post({ origin: 'https://evil.example' }), 403],
    ['a page of no origin writes', post({ origin: 'null' }), 403],
    ['no origin at all writes', post({ origin: undefined }), 403],
    ['a form of another site', post({ 'sec-fetch-site': 'cross-site' }), 403],
    ['a site beside it', post({ 'sec-fetch-site': 'same-site' }), 403],
    [
      'a page that is no file',
      { ...post({}, JSON.stringify({ issue: 'x', write: true, files: ['x'] })), path: '/api/imports' },
      400,
    ],
    [
      'a page of a gigabyte',
      { ...post({ 'content-length': String(2 ** 30) }, ''), path: '/api/imports' },
      413,
    ],
    ['a form', post({ 'content-type': 'application/x-www-form-urlencoded' }), 415],
    ['a plain text', post({ 'content-type': 'text/plain' }), 415],
    ['JSON of another charset', post({ 'content-type': 'application/json; charset=utf-7' }), 415],
    ['a body of a gigabyte', post({ 'content-length': String(2 ** 30) }, ''), 413],
    ['a body without a length', post({ 'content-length': undefined, 'transfer-encoding': 'chunked' }), 411],
    ['another method', { method: 'DELETE', path: issue }, 405],
    ['a method on the page', { method: 'PUT', path: '/' }, 405],
    ['a path upwards', { path: '/api/issues/..%2f..%2fetc' }, 404],
    ['a path upwards, plainly', { path: '/api/issues/../../etc/passwd' }, 404],
    ['a hidden folder', { path: '/api/issues/.git' }, 404],
    ['no issue', { path: '/api/issues/gh209912' }, 404],
    ['a file of the project', { path: '/package.json' }, 404],
    ['no JSON', post({}, '{"do":'), 400],
    ['a version that is none', post({}), 400],
    [
      'a way to publish that there is not',
      wish({ do: 'publish', way: 'anywhere', build: '1', issue: 'gh202411' }),
      400,
    ],
    [
      'an issue to commit that is a path',
      wish({ do: 'publish', way: 'git', build: '1', issue: '../x' }),
      400,
    ],
    ['a folder to publish to', { ...wish({ do: 'build' }), path: '/api/site/etc' }, 404],
    [
      'a build that nobody has seen',
      wish({ do: 'publish', way: 'folder', build: '', issue: 'gh202411' }),
      409,
    ],
    ['an act that there is not', post({}, JSON.stringify({ do: 'delete', version: '0'.repeat(32) })), 400],
    ['a kind that there is not', edit({ do: 'explode', item: '01' }), 400],
    ['a key that there is not', edit({ do: 'join', item: '01', text: '字', file: '../../x' }), 400],
    ['an item that is a path', edit({ do: 'join', item: '../01', text: '字' }), 400],
    ['a number for a text', edit({ do: 'join', item: '01', text: 1 }), 400],
    [
      'a control character',
      edit({ do: 'correct', item: '01', source: '字', print: '\u0007', why: '字' }),
      400,
    ],
    ['a line break', edit({ do: 'correct', item: '01', source: '字', print: '字\n字', why: '字' }), 400],
    ['a text without end', edit({ do: 'join', item: '01', text: '字'.repeat(2_001) }), 400],
    ['a prototype', edit(JSON.parse('{"do":"join","item":"01","text":"字","__proto__":"x"}') as object), 400],
  ]

  it.each(attacks)('is refused: %s', async (_, sent, status) => {
    const before = folder.files()
    const got = await send(sent)
    expect(got.status).toBe(status)
    expect(JSON.parse(got.text)).toHaveProperty('refused')
    expect(folder.files()).toEqual(before)
  })

  it('is not listened to for longer than its size: the connection of too large a body is closed', async () => {
    const socket = connect(open.port, '127.0.0.1')
    const lines = [`POST ${issue} HTTP/1.1`, `Host: 127.0.0.1:${open.port}`, `Origin: ${open.origin}`]
    lines.push(`X-Desk-Key: ${key}`, 'Content-Type: application/json', `Content-Length: ${2 ** 30}`, '', '{')
    socket.write(lines.join('\r\n'))
    const chunks: Buffer[] = []
    socket.on('data', chunk => chunks.push(chunk))
    await once(socket, 'close')
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 413 /)
  })
})

describe('a picture', () => {
  const path = `${issue}/pictures`
  const add = async (given: object) => send({ method: 'POST', path, body: JSON.stringify(given) })
  const base64 = plainPng(60, 40).toString('base64')

  it('is put beside its item and shown, gone with undo, back with redo, the same bytes', async () => {
    const { version } = await view()
    const before = folder.files()
    const added = JSON.parse((await add({ version, item: '05', name: '盐田.png', base64 })).text) as Answer
    expect(added.problems).toEqual([])
    expect(added.changes).toContain('05.png')
    expect(added.view.items[4]?.pictures[0]).toMatchObject({ file: '05.png', alt: '' })
    expect(added.view.doubts.find(({ kind }) => kind === 'alt')).toMatchObject({
      item: '05',
      picture: '05.png',
    })
    expect(checkContent(folder.desk.out, undefined, 'gh202411').problems).toEqual([])
    const shown = await send({ path: `${path}/05.png` })
    expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/png'])
    const with5 = folder.files()
    const undone = await act({ do: 'undo', version: added.view.version })
    expect(folder.files()).toEqual(before)
    expect((await send({ path: `${path}/05.png` })).status).toBe(404)
    const again = await act({ do: 'redo', version: undone.view.version })
    expect(again.problems).toEqual([])
    expect(folder.files()).toEqual(with5)
    await act({ do: 'undo', version: again.view.version })
  })

  it('that is none, or for no item, or asked for by another name, is refused and changes nothing', async () => {
    const { version } = await view()
    const before = folder.files()
    const text = Buffer.from('<svg onload=alert(1)>').toString('base64')
    const none = JSON.parse((await add({ version, item: '05', name: 'a.png', base64: text })).text) as Answer
    expect(none.problems.map(({ message }) => message).join()).toContain('“a.png”')
    const moving = Buffer.concat([await photo(60, 40), Buffer.from('\0\0\0\x18ftypmp42', 'latin1')])
    const video = { version, item: '05', name: 'b.jpg', base64: moving.toString('base64') }
    const refused = JSON.parse((await add(video)).text) as Answer
    expect(refused.problems.map(({ message }) => message).join()).toContain('动态照片')
    const nobody = JSON.parse((await add({ version, item: '77', name: 'a.png', base64 })).text) as Answer
    expect(nobody.problems).toHaveLength(1)
    for (const given of [
      { version, item: '../05', name: 'a.png', base64 },
      { version, item: '05', name: 7, base64 },
      { version, item: '05', name: 'a.png', base64: 'a b' },
      { version: 'x', item: '05', name: 'a.png', base64 },
    ])
      expect((await add(given)).status).toBe(400)
    for (const name of ['issue.md', 'source.txt', '..%2f05.png', '05.svg', '99.png'])
      expect((await send({ path: `${path}/${name}` })).status).toBe(404)
    expect((await send({ path: `${path}/05.png`, headers: { 'x-desk-key': 'x' } })).status).toBe(401)
    expect(folder.files()).toEqual(before)
  })
})

describe('a page of a PDF', () => {
  const story = {
    title: '下班后去广场学一门手艺',
    byline: '本报记者 乔立言',
    body: [
      '晚上七点，山西省大同市平城区文化广场亮起一排白炽灯。',
      '市总工会介绍，摊主都是各企业请来的技师。',
    ],
  }
  const sheet = draft()
  setStory(sheet, story, { x: 36, y: 60, columns: 2, measure: 126, gutter: 15 })
  const bytes = Buffer.from(writePdf([sheetOf(sheet, 320, 400, texts => texts)]))
  const path = '/api/issues/a-pdf'
  beforeAll(async () => {
    const files = [{ name: 'a.pdf', base64: bytes.toString('base64') }]
    const body = JSON.stringify({ issue: 'a-pdf', files, write: true, allow: [] })
    const arrived = JSON.parse((await send({ method: 'POST', path: '/api/imports', body })).text) as Arrived
    expect(arrived.problems).toEqual([])
  })

  it('is drawn in the widths that there are, and kept; its lines have their places', async () => {
    const seen = JSON.parse((await send({ path })).text) as IssueView
    expect(seen.sheets).toEqual([{ page: 1, width: 320, height: 400 }])
    for (const { place } of seen.lines) {
      const [x0 = -1, y0 = -1, x1 = 999, y1 = 999] = place?.box ?? []
      expect(x0 >= 0 && y0 >= 0 && x1 <= 320 && y1 <= 400 && x0 < x1 && y0 < y1).toBe(true)
    }
    const drawn = await send({ path: `${path}/pages/1/800` })
    expect([drawn.status, drawn.headers['content-type']]).toEqual([200, 'image/png'])
    const [name = ''] = readdirSync(join(folder.desk.cache, 'pages'))
    const kept = readFileSync(join(folder.desk.cache, 'pages', name))
    expect([kept.readUInt32BE(16), kept.readUInt32BE(20)]).toEqual([800, 1000])
    const again = await send({ path: `${path}/pages/1/800` })
    expect(again.text).toBe(kept.toString())
  })

  it.each([
    'pages/2/800',
    'pages/1/801',
    'pages/1/24000',
    'pages/0/800',
    'pages/1/800.png',
    'pages/../1/800',
  ])('is not drawn: %s', async part => expect((await send({ path: `${path}/${part}` })).status).toBe(404))

  it('is not drawn of an issue without one, nor without the key', async () => {
    expect((await send({ path: `${issue}/pages/1/800` })).status).toBe(404)
    const headers = { 'x-desk-key': undefined }
    expect((await send({ path: `${path}/pages/1/800`, headers })).status).toBe(401)
  })
})

describe('the example', () => {
  const path = '/api/example/issues/gh202411'
  const shown = async () => JSON.parse((await send({ path })).text) as IssueView

  it('is a copy: played with, the issue stays as it is, and it is put back exactly', async () => {
    const before = folder.files()
    const first = await shown()
    const operations = [{ do: 'set', item: '03', field: 'topic', value: '民主管理' }]
    const body = JSON.stringify({ do: 'edit', version: first.version, operations })
    const played = JSON.parse((await send({ method: 'POST', path, body })).text) as Answer
    expect(played.problems).toEqual([])
    expect(played.view.version).not.toBe(first.version)
    expect(folder.files()).toEqual(before)
    expect((await send({ method: 'POST', path: '/api/example', body: '{}' })).status).toBe(200)
    const again = await shown()
    expect([again.version, again.undo]).toEqual([first.version, ''])
    expect(folder.files()).toEqual(before)
  })

  it('is not published, and asks for the key like everything else', async () => {
    expect((await send({ path: '/api/example/site' })).status).toBe(404)
    expect((await send({ path, headers: { 'x-desk-key': 'x' } })).status).toBe(401)
    expect((await send({ path: '/api/example' })).status).toBe(404)
    expect((await send({ path: '/api/example/../issues/gh202411/x' })).status).toBe(404)
  })
})
