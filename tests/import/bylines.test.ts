// Bylines, credits, signatures and datelines as newspapers print them.
import { describe, expect, it } from 'vitest'
import { readBareNames, readByline } from '#lib/import/language/bylines'
import { readDateline, readTail } from '#lib/import/language/datelines'

const people = (line: string) => {
  const read = readByline(line)
  return (
    read && [
      read.people
        .map(one => `${one.role}/${one.name}${one.took ? '*' : ''}${one.wrote ? '' : '-'}`)
        .join(' '),
      read.photo,
    ]
  )
}

describe('readByline', () => {
  it.each([
    ['杨明清 本报记者 张楠 本报通讯员 陈晓宇', '/杨明清 本报记者/张楠 本报通讯员/陈晓宇', false],
    ['新华社记者 姜克红 摄', '新华社记者/姜克红*-', true],
    ['本报通讯员 朱华南 李倩倩 摄', '本报通讯员/朱华南*- 本报通讯员/李倩倩*-', true],
    ['图/文 本报记者 石磊', '本报记者/石磊*', true],
    ['文/张三 图/李四', '/张三 /李四*-', true],
    ['整理:本报记者 章一鸣', '本报记者/章一鸣', false],
    ['杨映川 摄(新华社发)', '/杨映川*-', true],
    ['□ 本报记者 孙丽 通讯员 周强', '本报记者/孙丽 通讯员/周强', false],
    ['本报记者 热娜·艾山', '本报记者/热娜·艾山', false],
    ['(温如玉 邱传福)', '/温如玉 /邱传福', false],
    ['(图片由市总工会提供)', '', true],
    ['受访者供图', '', true],
    ['吉克木果 本报记者 苏禾', '/吉克木果 本报记者/苏禾', false],
    ['□ 羊秀兰', '/羊秀兰', false],
    ['·方石·', '/方石', false],
    ['□台州某公交公司 吕小静', '/吕小静', false],
    ['陕北职工生活报记者 木青禾', '陕北职工生活报记者/木青禾', false],
    ['丁一川 摄（本报资料片）', '/丁一川*-', true],
    ['新华社发（安望野 摄）', '/安望野*-', true],
    ['图①、图②均为本报记者 苏砚 摄', '本报记者/苏砚*-', true],
    ['市民记者 王小喜', '市民记者/王小喜', false],
    ['读者 薛小玲', '读者/薛小玲', false],
    ['本报记者 阿依古丽・买买提 摄影报道', '本报记者/阿依古丽·买买提*', true],
    ['本报记者  贺  勇摄', '本报记者/贺勇*-', true],
    ['王炳真摄（人民视觉）', '/王炳真*-', true],
    ['杰克·陈摄（新华社发）', '/杰克·陈*-', true],
    ['新华社发（李 四摄）', '/李四*-', true],
    ['宜  桐图  孙  昊文', '/宜桐*- /孙昊', true],
    ['本报记者 徐 靖整理', '本报记者/徐靖', false],
    ['（本报曼谷电 郑美辰）', '/郑美辰', false],
    ['（作者为某市委党校（市行政学院）教授）', '', false],
    ['——编 者', '', false],
    ['（本报综合）', '', false],
    ['（2024年10月15日）', '', false],
  ])('%s', (line, names, photo) => {
    expect(people(line)).toEqual([names, photo])
  })

  it.each([
    '工会主席说',
    '媒体联动 阵地联动',
    '(小)工匠',
    '图纸共享 师资共用 证书互认',
    '他说:“好。”',
    '(完)',
    '□ 记者手记',
    '● 政策解读',
    '图为工人在检修',
    '本版制图：汪一平',
  ])('%s is none', line => {
    expect(readByline(line)).toBeUndefined()
  })

  it('joins a name set with a space, and reads the date of a signature', () => {
    expect(readByline('本报记者 林 溪 通讯员 郭铁山')).toMatchObject({ spaced: true })
    expect(readByline('本报记者 林 溪')?.people.map(one => one.name)).toEqual(['林溪'])
    expect(readByline('(株洲市总工会供稿 2024-11-08)')).toMatchObject({ date: '2024-11-08', people: [] })
    expect(readBareNames('岳池')?.people.map(one => one.name)).toEqual(['岳池'])
    expect(readBareNames('阅读提示')).toBeUndefined()
  })
})

describe('readDateline', () => {
  it.each([
    ['本报讯(记者刘建林 李彦斌)“为了找到', '刘建林、李彦斌'],
    ['本报讯 记者关小舟报道:室外零下', '关小舟'],
    ['新华社北京11月8日电(记者闻笙)一项', '闻笙'],
    ['本报讯 一份红烧肉', ''],
    ['江原讯(严小文)10月15日,', '严小文'],
    ['云麓网讯(市民记者 王小喜)10月13日,', '王小喜'],
    ['工报消息 10月12日,', ''],
    ['据江原社南宁10月9日电(记者 农小华)广西', '农小华'],
    ['本报讯 记者吴小静 通讯员章小飞报道 10月14日,', '吴小静、章小飞'],
    ['【本報訊】（記者 岑佩瑤）港灣', '岑佩瑤'],
    ['【記者簡以彤／台北報導】台北', '簡以彤'],
    ['本报讯(通讯员古丽娜尔•托合提)10月', '古丽娜尔·托合提'],
  ])('%s', (text, names) => {
    expect(
      readDateline(text)
        ?.byline?.people.map(one => one.name)
        .join('、') ?? '',
    ).toBe(names)
    expect(readDateline(text)).toBeDefined()
  })

  it.each(['本报记者在现场看到', '近日,工会', '通讯设备厂的工人', '他在网上发消息 说', '记者从网讯 获悉'])(
    '%s opens no report',
    text => {
      expect(readDateline(text)).toBeUndefined()
    },
  )
})

describe('readTail', () => {
  it('finds a credit after the last full stop', () => {
    const text = '提高闲置物品利用率。 本报通讯员 朱华南 李倩倩 摄'
    expect(readTail(text)).toMatchObject({ at: 11, byline: { photo: true } })
    expect(readTail('工会来了。大家都笑了。')).toBeUndefined()
  })
})
