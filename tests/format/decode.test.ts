// The door for dumps: what is let in reads the same in every encoding, what is not says why and where.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decode, pageBounds } from '#lib/format/decode'
import { big5, gb18030, utf8 } from '../encodings'

const page = readFileSync(new URL('../content/gh202411/source.txt', import.meta.url))
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

describe('a page in any encoding', () => {
  const text = page.toString('utf8')
  it.each([
    ['UTF-8', 'UTF-8', 'LF', page],
    ['UTF-8 with a byte order mark', 'UTF-8 BOM', 'LF', utf8(`\ufeff${text}`)],
    ['GB18030', 'GB18030', 'LF', gb18030(text)],
    ['CRLF', 'UTF-8', 'CRLF', utf8(text.replaceAll('\n', '\r\n'))],
    ['GB18030 with CRLF', 'GB18030', 'CRLF', gb18030(text.replaceAll('\n', '\r\n'))],
    ['CR', 'UTF-8', 'CR', utf8(text.replaceAll('\n', '\r'))],
  ])('%s', (_name, encoding, lineEnds, bytes) => {
    expect(decode(bytes)).toEqual({ text, encoding, lineEnds })
  })

  it('reads Big5, and UTF-16 with a mark and without', () => {
    const hongKong = '港灣工會促檢討假期\n\n【本報訊】港灣工會昨日召開記者會，公布調查結果。\n'
    expect(decode(big5(hongKong))).toMatchObject({ text: hongKong, encoding: 'Big5' })
    const mixed = '工会 2024 年 11 月 abc\n'.repeat(20)
    expect(decode(utf16(mixed))).toMatchObject({ text: mixed, encoding: 'UTF-16LE' })
    expect(decode(utf16(`\ufeff${mixed}`))).toMatchObject({ text: mixed, encoding: 'UTF-16LE' })
    expect(decode(utf16(mixed).swap16())).toMatchObject({ text: mixed, encoding: 'UTF-16BE' })
  })

  it('keeps the form feed of pdftotext, which ends a page', () => {
    expect(decode(utf8('甲。\n\f乙。\n'))).toMatchObject({ text: '甲。\n\f乙。\n' })
  })
})

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d)
describe('what is not the text of a page', () => {
  const refused: readonly (readonly [name: string, bytes: Uint8Array, fault: string])[] = [
    ['an empty file', utf8(''), '1:1 page-empty'],
    ['white space', utf8(' \n\n\u3000\n'), '1:1 page-empty'],
    ['a byte order mark alone', utf8('\ufeff'), '1:1 page-empty'],
    ['UTF-32', Buffer.concat([Buffer.of(0xff, 0xfe, 0, 0), utf16('工')]), '1:1 encoding-utf32'],
    ['Big5 without a mark', big5('工會中文繁體字報'), '1:1 encoding-unknown'],
    ['Latin-1', Buffer.from('Caf\xe9 cr\xe8me br\xfbl\xe9e', 'latin1'), '1:4 encoding-unknown'],
    ['bytes in no encoding', Uint8Array.of(0xb9, 0xff, 0x0a, 0xff), '1:1 encoding-unknown'],
    ['UTF-8 with one byte lost', page.subarray(0, page.length - 1), '135:18 encoding-unknown'],
    ['a NUL', utf8('甲乙\n丙\0丁。'), '2:2 character-control'],
    ['an escape', utf8('甲\u001b[31m乙。'), '1:2 character-control'],
    ['a C1 control', utf8('甲\u0085乙。'), '1:2 character-control'],
    ['a delete', utf8('甲\u007f。'), '1:2 character-control'],
    ['a line separator', utf8('甲\u2028乙。'), '1:2 character-control'],
    ['a bidi override', utf8('甲\n\u202e乙。'), '2:1 character-bidi'],
    ['a bidi isolate', utf8('甲\u2066乙。'), '1:2 character-bidi'],
    ['a right-to-left mark', utf8('甲\u200f乙。'), '1:2 character-bidi'],
    ['a replacement character', utf8('甲乙丙\ufffd。'), '1:4 character-replacement'],
    ['a private character', utf8('甲\ue000乙。'), '1:2 character-private'],
    ['a noncharacter', utf8('甲\uffff乙。'), '1:2 character-private'],
    ['a PNG', png, '1:1 page-format'],
    ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), '1:1 page-format'],
    ['a GIF', Buffer.from('GIF89a\x01\0', 'latin1'), '1:1 page-format'],
    ['a PDF', utf8('%PDF-1.7\n工会'), '1:1 page-format'],
    ['a docx', Buffer.from('PK\x03\x04\x14\0\x06\0', 'latin1'), '1:1 page-format'],
    ['an old Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), '1:1 page-format'],
    ['RTF', utf8('{\\rtf1 工会}'), '1:1 page-format'],
    ['10 MB', new Uint8Array(10_000_000).fill(0x41), '1:1 page-large'],
    ['one line of 1 MB', utf8(`甲。\n${'a'.repeat(1_000_000)}`), '2:1 page-line-long'],
    ['a line one too long', utf8('甲'.repeat(pageBounds.line + 1)), '1:1 page-line-long'],
  ]

  it.each(refused)('%s', (_name, bytes, fault) => {
    const found = decode(bytes)
    const faults = Array.isArray(found) ? found : []
    expect(faults.map(({ line, column, rule }) => `${line}:${column} ${rule}`)).toEqual([fault])
    expect(faults[0]?.message).toMatch(/应/)
  })

  it('names all faults at once', () => {
    const found = decode(utf8('甲\0\n乙\u202e丙\ufffd'))
    expect(Array.isArray(found) && found.map(({ line, column }) => `${line}:${column}`)).toEqual([
      '1:2',
      '2:2',
      '2:4',
    ])
  })

  it('lets text begin as a bitmap does', () => {
    expect(decode(utf8('BM 工会新闻。'))).toMatchObject({ encoding: 'UTF-8' })
  })
})
