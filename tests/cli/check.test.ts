// npm run check says what it has checked, and nothing else.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { command as check } from '#lib/cli/check'
import { runHere } from './run-here'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Two copies of the issue of the repository under other names. */
function contentFolder(): string {
  const out = mkdtempSync(join(tmpdir(), 'check-'))
  folders.push(out)
  for (const id of ['a1', 'b2']) {
    cpSync('tests/content/gh202411', join(out, id), { recursive: true })
    for (const name of ['issue', ...Array.from({ length: 8 }, (_, at) => `0${at + 1}`)]) {
      const file = join(out, id, `${name}.md`)
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"gh202411', `"${id}`))
    }
  }
  return out
}

const change = (file: string, from: string | RegExp, to: string) => {
  const text = readFileSync(file, 'utf8')
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  writeFileSync(file, changed)
}

const handWritten = (id: string, number: string, more: string) =>
  `---\nid: "${id}-${number}"\nissue: "${id}"\nkind: "article"\ntitle: "另写的一篇"\n${more}---\n\n这一篇是另写的。\n`

describe('npm run check', () => {
  it('counts the doubts that nobody has settled where it announces success', async () => {
    const { status, stdout } = await runHere(check, [contentFolder()])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^a1：8 篇，.*逐字相符.*存疑 26 条$/m)
    expect(stdout).toMatch(/^2 期 16 篇，没有问题；还有 52 条存疑没有认可$/m)
  })

  it('says so when there are none', async () => {
    const out = contentFolder()
    for (const id of ['a1', 'b2'])
      change(join(out, id, 'issue.md'), /\n---\n[\s\S]*$/, '\n---\n\n没有存疑。\n')
    expect((await runHere(check, [out])).stdout).toMatch(/^2 期 16 篇，没有问题；没有存疑$/m)
  })

  it('does not call proved what is not', async () => {
    const out = contentFolder()
    change(join(out, 'a1', '03.md'), '据悉，', '')
    const { status, stdout, stderr } = await runHere(check, [out])
    expect(status).toBe(1)
    expect(stdout).toMatch(/^a1：8 篇，有 1 处问题，没有逐字核对通过$/m)
    expect(stdout).toMatch(/^b2：8 篇，.*逐字相符/m)
    expect(stdout).not.toMatch(/没有问题/)
    expect(stderr).toMatch(/text-lost 源文件的“据悉,”/)
  })

  it('names the line of the Markdown file as well as that of the source', async () => {
    const out = contentFolder()
    change(join(out, 'a1', '03.md'), '据悉，', '据说，')
    expect((await runHere(check, [out])).stderr).toMatch(/source\.txt:49:\d+ text-changed .*03\.md:\d+/)
  })

  it('tells an item without lines what it lacks, and lets one that is written for the site stand', async () => {
    const out = contentFolder()
    const file = join(out, 'a1', '09.md')
    writeFileSync(file, handWritten('a1', '09', ''))
    const lacking = await runHere(check, [out])
    expect(lacking.stderr).toMatch(/09\.md:1 lines-missing .*应写 origin: "web"/)
    expect(lacking.stderr).not.toMatch(/text-added/)
    writeFileSync(file, handWritten('a1', '09', 'origin: "web"\n'))
    expect((await runHere(check, [out])).stdout).toMatch(/^a1：8 篇，另写 1 篇，.*逐字相符/m)
    writeFileSync(file, handWritten('a1', '09', 'origin: "web"\nlines: ["1-2"]\n'))
    expect((await runHere(check, [out])).stderr).toMatch(/origin-lines/)
  })

  it('checks one issue by its name', async () => {
    const out = contentFolder()
    change(join(out, 'a1', '03.md'), '据悉，', '')
    const env = { CONTENT_DIR: out }
    expect(await runHere(check, ['b2'], { env })).toMatchObject({ status: 0, stderr: '' })
    expect((await runHere(check, ['a1'], { env })).status).toBe(1)
  })

  it('checks again whenever a file is saved, until it is stopped', async () => {
    const out = contentFolder()
    let said = ''
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        said += chunk
        done()
      },
    })
    let stop = () => {}
    const stopped = new Promise<void>(resolve => {
      stop = resolve
    })
    const io = { stdin: Readable.from([]), stdout: sink, stderr: sink, env: {}, stopped: () => stopped }
    const ended = check.run([out, '--watch'], io)
    await expect.poll(() => said, { timeout: 60_000 }).toMatch(/正在看着/)
    appendFileSync(join(out, 'a1', '03.md'), '\n多出的一段。\n')
    await expect.poll(() => said, { timeout: 60_000 }).toMatch(/text-added “多出的一段。”/)
    stop()
    expect(await ended).toBe(0)
  })
})
