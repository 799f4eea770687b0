// What every command has in common: how it refuses to be called wrongly, and check, run here and as a process of its own.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { command as build } from '#lib/cli/build'
import { command as check } from '#lib/cli/check'
import type { Command } from '#lib/cli/command'
import { command as places } from '#lib/cli/places'
import { runLine } from '#lib/cli/run-line'
import { command as upload } from '#lib/cli/upload'
import { lineHere, runHere } from './run-here'

const dir = mkdtempSync(join(tmpdir(), 'commands-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('a command that is called wrongly says how it is called, and ends with 1', () => {
  const wrong: readonly (readonly [string, Command, readonly string[], string])[] = [
    ['build', build, ['--everything'], '没有“--everything”这个选项'],
    ['build', build, ['/articles/x/'], '不认识“/articles/x/”'],
    ['build', build, ['--why'], '“--why”后面应写一个值'],
    ['build', build, ['--why', '--clean'], '“--why”后面应写一个值'],
    ['build', build, ['--clean=1'], '“--clean”后面不写值'],
    ['check', check, ['one', 'two'], '只能查一个文件夹'],
    ['places', places, ['all'], '不认识“all”'],
    ['upload', upload, [], '应写明一个远端'],
    ['upload', upload, ['/srv/www'], '应写明一个远端'],
  ]
  it.each(wrong)('%s', async (_name, command, args, says) => {
    const { status, stdout, stderr } = await runHere(command, args)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(says)
    expect(stderr).toContain(command.usage)
  })
})

it('a command that there is not: says which there are, and ends with 1', async () => {
  for (const word of ['prnit', 'constructor']) {
    const { status, stdout, stderr } = await lineHere(runLine, word)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(new RegExp(`^没有“${word}”这个命令，应是 build、.*、upload 之一$`, 'm'))
  }
})

it.each(['--help', '-h'])('%s is answered with how a command is called', async word => {
  expect(await runHere(build, ['--clean', word])).toEqual({
    status: 0,
    stdout: `${build.usage}\n`,
    stderr: '',
  })
})

describe('npm run check', () => {
  it('says what it found, and lists changes when asked', async () => {
    const { status, stdout, stderr } = await runHere(check, ['tests/content'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^1 期 8 篇，没有问题；还有 26 条存疑没有认可$/m)
    const listed = await runHere(check, ['--list', 'tests/content'])
    expect(listed.stdout.length).toBeGreaterThan(stdout.length)
  })

  it('ends with 1 where a character is lost, and says where', async () => {
    cpSync('tests/content', dir, { recursive: true })
    const file = join(dir, 'gh202411', '03.md')
    writeFileSync(file, readFileSync(file, 'utf8').replace('据悉', '据'))
    const { status, stderr } = await runHere(check, [dir])
    expect(status).toBe(1)
    expect(stderr).toContain(`${join(dir, 'gh202411', 'source.txt')}:49:2 text-lost`)
    expect(stderr).toContain('1 处问题')
  })
})
