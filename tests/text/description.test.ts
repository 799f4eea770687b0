// Descriptions, titles that can stand alone, and the text for a chat.
import fc from 'fast-check'
import { expect, describe as group, it } from 'vitest'
import { describe, describeList, fullTitle, shareText, shareTitle } from '#lib/text/description'
import { articleOf } from '../article-of'
import { article as anyArticle } from '../articles'

const length = (text: string) => [...text].length
const paragraph = (text: string) => [{ kind: 'paragraph', text } as const]

const chengdu = articleOf({
  id: 'gh202411-03',
  title: '对创新项目给予最高10万元补助',
  kicker: '成都工会组织工匠人才开展助企专项行动',
  provinces: ['四川'],
  cities: ['成都'],
  blocks: paragraph(
    '本报讯（记者李娜）近几日，四川省成都市总工会正在对收集到的企业技术技能服务需求进行综合梳理，同时对解决企业技术难题的工作室创新项目进行资金补助。这是成都工会开展工匠助企专项行动的一项重要内容。',
  ),
})

group('the description of an article', () => {
  it('is its opening without the dateline, in whole sentences', () => {
    expect(describe(chengdu)).toBe(
      '近几日，四川省成都市总工会正在对收集到的企业技术技能服务需求进行综合梳理，同时对解决企业技术难题的工作室创新项目进行资金补助。这是成都工会开展工匠助企专项行动的一项重要内容。',
    )
  })

  it('names the place first when neither title nor opening does', () => {
    const text =
      '“老师手把手指导我，现在我的技能水平提升了很多，有机会参与公司的技术研发与创新工作。”近日有人这样说。'
    const article = articleOf({ title: '甲', provinces: ['山东'], cities: ['胶州'], blocks: paragraph(text) })
    expect(describe(article)).toBe(`山东·胶州：${text}`)
    expect(describe({ ...article, title: '山东的甲' })).toBe(text)
  })

  it('is the printed summary where there is one', () => {
    const tip =
      '山东省胶州市总工会围绕“产改”在实体企业打造工匠学院，构建三位一体的培训体系，不断壮大产业链人才队伍。'
    expect(describe(articleOf({ tip, provinces: ['山东'] }))).toBe(tip)
  })

  it('ends a long sentence with a clause, and no quotation half said', () => {
    const clause = '查找“三基”工作薄弱环节八百一十项，'
    const cut = describe(articleOf({ blocks: paragraph(`${clause.repeat(7)}完`) }))
    expect(cut).toBe(`${clause.repeat(6).slice(0, -1)}……`)
    const quoted = describe(
      articleOf({ blocks: paragraph(`${'他说了很久，'.repeat(10)}“${'好，'.repeat(60)}”`) }),
    )
    expect(quoted).toBe(`${'他说了很久，'.repeat(10).slice(0, -1)}……`)
  })

  it('has 40 to 120 characters, whatever the article', () => {
    fc.assert(
      fc.property(anyArticle, article => {
        expect(length(describe(article))).toBeGreaterThanOrEqual(40)
        expect(length(describe(article))).toBeLessThanOrEqual(120)
      }),
    )
  })

  it('has 40 to 120 characters for lists of any length', () => {
    for (const count of [0, 1, 3, 200]) {
      const text = describeList('山西 · 民主管理', count, Array(count).fill(chengdu.title))
      expect(text).toContain(`山西 · 民主管理：${count} 篇`)
      expect(length(text)).toBeGreaterThanOrEqual(40)
      expect(length(text)).toBeLessThanOrEqual(120)
    }
  })
})

group('titles that can stand alone', () => {
  it('carry province and city where the title does not, and kicker and subtitle as printed', () => {
    expect(fullTitle(chengdu)).toBe(
      '【四川·成都】对创新项目给予最高10万元补助｜成都工会组织工匠人才开展助企专项行动',
    )
    const named = articleOf({
      title: '锦州市总建立维权体系',
      provinces: ['辽宁'],
      cities: ['锦州'],
      subtitle: '——记甲',
    })
    expect(fullTitle(named)).toBe('【辽宁】锦州市总建立维权体系——记甲')
    expect(fullTitle(articleOf({ title: '山西工会甲', kicker: '乙——', provinces: ['山西'] }))).toBe(
      '山西工会甲｜乙',
    )
    expect(fullTitle(articleOf({ title: '甲' }))).toBe('甲')
  })

  it('begin with the province in what is shared', () => {
    expect(shareTitle(articleOf({ title: '山西工会甲', provinces: ['山西', '江苏'] }))).toBe(
      '【山西、江苏】山西工会甲',
    )
    expect(shareTitle(articleOf({ title: '甲', kicker: '乙' }))).toBe('【全国】甲｜乙')
  })

  it('name an item without a title by its opening words', () => {
    const photo = articleOf({
      title: '',
      kind: 'photo',
      provinces: ['福建'],
      blocks: paragraph('盐工在盐田里旋盐。'),
    })
    expect(shareTitle(photo)).toBe('【福建】盐工在盐田里旋盐。')
  })
})

group('the text for a chat', () => {
  it('is the title, one sentence and the link', () => {
    expect(shareText(chengdu).split('\n')).toEqual([
      '【四川】对创新项目给予最高10万元补助｜成都工会组织工匠人才开展助企专项行动',
      '近几日，四川省成都市总工会正在对收集到的企业技术技能服务需求进行综合梳理，同时对解决企业技术难题的工作室创新项目进行资金补助。',
      'http://localhost:3000/articles/gh202411-03/',
    ])
  })
})
