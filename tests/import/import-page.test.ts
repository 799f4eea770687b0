// The real page in full detail, and what holds for every page.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Article } from '#lib/model/article'
import { provenImport } from './pages'

const source = readFileSync(new URL('../corpus/real-page/input.txt', import.meta.url), 'utf8')
const { articles, doubts } = provenImport(source)

const article = (number: number): Article => {
  const found = articles[number - 1]
  if (!found) throw new Error(`no item ${number}`)
  return found
}
const texts = (number: number) => article(number).blocks.map(block => block.text)

describe('the real page', () => {
  it('has eight items in the order of the page', () => {
    expect(articles.map(one => [one.id, one.kind, one.title])).toEqual([
      ['test-01', 'article', '山西工会“四个联动”构建“大宣传”工作格局'],
      ['test-02', 'article', '江苏3个一线职工项目获省科学技术奖'],
      ['test-03', 'article', '对创新项目给予最高10万元补助'],
      ['test-04', 'article', '畅通职工建言渠道 及时高效解决问题'],
      ['test-05', 'photo', '千年匠心 守护盐田'],
      ['test-06', 'photo', '共享工具屋 满满邻里情'],
      ['test-07', 'article', '锦州市总推动行业工会建立标准化维权体系'],
      ['test-08', 'article', '工匠学院建在“链主”企业'],
    ])
  })

  it('has kickers, the label of the column and the tip', () => {
    expect(articles.map(one => one.kicker)).toEqual([
      '媒体联动 阵地联动 活动联动 品牌联动',
      '工会持续激发职工创新创造潜能',
      '成都工会组织工匠人才开展助企专项行动',
      '中国石化海南炼化开展领导干部“当一天操作工”活动',
      '',
      '',
      '抓住行业集体协商和职代会两项重点',
      '山东胶州市总打造“工会+职校+企业”三位一体工匠人才技能培训体系——',
    ])
    expect(articles.map(one => one.column)).toEqual([
      '',
      '',
      '',
      '',
      '',
      '',
      '强基层增活力 工会建设在行动',
      '',
    ])
    expect(articles.map(one => one.subtitle).join('')).toBe('')
    expect(article(8).tipLabel).toBe('阅读提示')
    expect(article(8).tip).toMatch(/^山东省胶州市总工会围绕“产改”.*不断壮大全产业链人才队伍。$/)
  })

  it('knows provinces, cities and topics', () => {
    expect(articles.map(one => one.provinces.join('、'))).toEqual([
      '山西',
      '江苏',
      '四川',
      '海南',
      '福建',
      '江苏',
      '辽宁',
      '山东',
    ])
    expect(articles.map(one => one.cities.join('、'))).toEqual([
      '',
      '',
      '成都',
      '',
      '泉州',
      '连云港',
      '锦州',
      '胶州',
    ])
    expect(articles.map(one => one.topic)).toEqual([
      '思想引领与宣传',
      '技术创新与竞赛',
      '技术创新与竞赛',
      '民主管理',
      '文化体育',
      '职工服务与帮扶',
      '集体协商与维权',
      '产业工人队伍建设与培训',
    ])
  })

  it('names people without inventing a role', () => {
    expect(articles.map(one => one.authors.join('、'))).toEqual([
      '刘建林、李彦斌',
      '黄洪涛、钱德乾、孙艺蕾',
      '李娜',
      '赖书闻',
      '',
      '',
      '刘旭、胡沙沙',
      '杨明清、张楠、陈晓宇',
    ])
    expect(articles.map(one => one.photographers.join('、'))).toEqual([
      '',
      '',
      '',
      '',
      '姜克红',
      '朱华南、李倩倩',
      '',
      '',
    ])
    expect(articles.map(one => one.byline)).toEqual([
      '',
      '',
      '',
      '',
      '新华社记者 姜克红 摄',
      '本报通讯员 朱华南 李倩倩 摄',
      '',
      '杨明清 本报记者 张楠 本报通讯员 陈晓宇',
    ])
    expect(
      doubts.some(doubt => doubt.item === 8 && doubt.kind === 'byline' && doubt.message.includes('杨明清')),
    ).toBe(true)
  })

  it('makes the eight paragraphs cut by columns whole again', () => {
    const all = articles.flatMap(one => one.blocks.map(block => block.text)).join('\n')
    for (const whole of [
      '注重突出宣讲主体的亲和力',
      '联合启动第八届全国',
      '主动与省作协、省文联',
      '职工权益和促进行行业发展',
      '年均上涨160元',
      '与企业发展的契合？',
      '通过技能竞赛检验',
      '教育局和体育局等部门联合推进',
    ]) {
      expect(all).toContain(whole)
    }
    expect(doubts.filter(doubt => doubt.kind === 'join')).toHaveLength(8)
  })

  it('turns the last article, printed from its middle', () => {
    const text = texts(8)
    expect(text.map(paragraph => paragraph.slice(0, 8))).toEqual([
      '“老师手把手指导',
      '孙鹏飞的成长，得',
      '今年以来，胶州市',
      '3月，胶州市总联',
      '“胶州市大部分小',
      '如何实现赋能产业',
      '为检验教学成果，',
      '为畅通技能人才职',
      '此外，胶州市总还',
      '“技能提升后，我',
    ])
    expect(text.at(-1)).toMatch(/总经理助理。$/)
    expect(doubts.some(doubt => doubt.item === 8 && doubt.kind === 'rotated')).toBe(true)
  })

  it('gives full-width punctuation and leaves numbers alone', () => {
    const all = articles
      .flatMap(one => [one.title, one.kicker, one.tip, ...one.blocks.map(block => block.text)])
      .join('\n')
    expect(all).not.toMatch(/[\p{Script=Han}”][,:;?!()]|[,:;?!()]\p{Script=Han}/u)
    expect(all).toContain('85.79%、84.38%')
    expect(all).toContain('7.9万人次')
    expect(all).toContain('本报讯（记者刘建林 李彦斌）')
  })

  it('keeps the slips of the source and reports them with their lines', () => {
    expect(texts(7).join('')).toContain('促进行行业')
    expect(texts(8).join('')).toContain('长效机制条职工')
    const slips = doubts.filter(doubt => doubt.kind === 'slip')
    expect(slips.map(doubt => [doubt.item, doubt.lines])).toEqual([
      [7, [{ from: 87, to: 89 }]],
      [8, [{ from: 133, to: 133 }]],
    ])
  })

  it('invents no date', () => {
    expect(articles.map(one => one.date).join('')).toBe('')
  })

  it('gives the lines in reading order', () => {
    expect(article(8).lines).toEqual([
      { from: 101, to: 103 },
      { from: 127, to: 127 },
      { from: 105, to: 107 },
      { from: 129, to: 135 },
      { from: 109, to: 125 },
    ])
  })
})
