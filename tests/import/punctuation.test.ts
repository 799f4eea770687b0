// Full-width marks come back beside Chinese; numbers, addresses and Latin text keep theirs.
import { describe, expect, it } from 'vitest'
import { widen } from '#lib/import/language/punctuation'

describe('widen', () => {
  it.each([
    ['本报讯(记者李娜)近日,工会:好;是吗?对!', '本报讯（记者李娜）近日，工会：好；是吗？对！'],
    ['共1,234件,9:30开门,比为3:1和5:3:2', '共1,234件，9:30开门，比为3:1和5:3:2'],
    ['85.79%、84.38%,7.9万人次', '85.79%、84.38%，7.9万人次'],
    ['见https://a.example/p?id=2,谁都能看', '见https://a.example/p?id=2，谁都能看'],
    ['发到a.b@c.example,三日内回复', '发到a.b@c.example，三日内回复'],
    ['报警“X-1 (Open Loop)”响了(71%)', '报警“X-1 (Open Loop)”响了（71%）'],
    ['电话(010)5550转3', '电话(010)5550转3'],
    ['工作时间为8:30—17:00;夜间(17:00—次日8:30)可留言', '工作时间为8:30—17:00；夜间（17:00—次日8:30）可留言'],
    ['他问:“Are you OK?”众人笑了', '他问：“Are you OK?”众人笑了'],
    ['上合(小)工匠,24×7', '上合（小）工匠，24×7'],
  ])('%s', (folded, print) => {
    expect(widen(folded)).toBe(print)
  })

  it('changes no other character and no length', () => {
    const text = 'a,b;c 甲,乙(1)丙'
    expect(widen(text)).toHaveLength(text.length)
    expect(widen('，（）：；？！、。“”')).toBe('，（）：；？！、。“”')
  })
})
