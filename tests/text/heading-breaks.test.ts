// Lines of headings break between words, and the heading stays what it is.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakable } from '#lib/text/heading-breaks'

const cut = (heading: string) => breakable(heading).join('|')

describe('breakable', () => {
  it('changes no character, and gives no empty piece', () => {
    const heading = fc.string({ unit: fc.constantFrom(...'工会职代会的3年10 “”《》，：——A+（）𠮷\u3000') })
    fc.assert(fc.property(heading, text => breakable(text).join('') === text))
    fc.assert(fc.property(heading, text => breakable(text).every(piece => piece !== '')))
  })

  it('cuts between words that it knows', () => {
    expect(cut('工会组织工匠人才')).toBe('工会|组织|工匠|人才')
  })

  it('does not trust single characters, which may be parts of a word that the dictionary lacks', () => {
    for (const word of ['职代会', '专项行动', '四个联动'])
      expect(breakable(`工会${word}`).join('|')).toContain(word)
  })

  it('cuts what is too long for a line of large type before a preposition and behind a particle', () => {
    expect(cut('职工技能大赛在车间里举行，第4场')).toBe('职工|技能大赛在车间里|举行，|第4场')
    expect(cut('把工会的温暖送到户外劳动者的心坎上')).toBe('把工会的温暖|送到|户外|劳动者的心坎上')
  })

  it('keeps a number with what it counts, and the space before it', () => {
    expect(cut('给予最高10万元补助')).toBe('给予|最高10万元补助')
    expect(cut('2024年11月（gh202411）')).toBe('2024年11月|（gh202411）')
  })

  it('never leaves an opening mark at the end of a line, nor a closing one at its start', () => {
    expect(cut('工会“四个联动”构建“大宣传”工作')).toBe('工会|“四个联动”|构建|“大宣传”|工作')
    const marks = fc.array(fc.constantFrom('工会', '“', '”', '《', '》', '（', '）', '，', '：', '3', '个'))
    fc.assert(
      fc.property(marks, list => {
        const pieces = breakable(list.join(''))
        return (
          pieces.slice(0, -1).every(piece => !/[“《（]$/.test(piece)) &&
          pieces.slice(1).every(piece => !/^[”》），：]/.test(piece))
        )
      }),
    )
  })

  it('breaks a heading of two short parts only between them', () => {
    expect(cut('千年匠心 守护盐田')).toBe('千年匠心 |守护盐田')
    expect(cut('共享工具屋 满满邻里情')).toBe('共享工具屋 |满满邻里情')
    expect(cut('畅通职工建言渠道 及时高效解决问题')).toBe('畅通|职工|建言|渠道 |及时|高效|解决|问题')
  })
})
