// The page and the section that a running head prints, and which items they are proved for.
import { describe, expect, it } from 'vitest'
import { readHead } from '#lib/import/normalise/left-out/running-head'
import { importPage } from '#lib/import/pipeline/import-page'

describe('a running head', () => {
  it.each([
    ['江州工人报 2024年11月6日 星期三 第3版', '3', ''],
    ['江州工人报 2024年11月6日 星期三 第3版：要闻', '3', '要闻'],
    ['2024年11月6日 星期三 A4版 综合', 'A4', '综合'],
    ['2024年11月6日 星期三 第十二版', '12', ''],
    ['第二版 基层新闻', '2', '基层新闻'],
    ['2024年11月6日 星期三 职工天地 08', '8', '职工天地'],
    ['2024年11月6日 今日8版', '', ''],
    ['江州工人报 2024年11月6日', '', ''],
  ])('%s', (line, page, section) => expect(readHead(line)).toMatchObject({ page, section }))
})

const item = (title: string) =>
  `${title}\n\n本报讯（记者乔立言）11月3日，湖北省宜昌市总工会在城南建成第一座快递员驿站，里面有热水、药箱和充电柜。\n\n快递员说：“冬天有地方暖手，夏天有地方歇脚。”\n`
const head = (page: string) => `江州工人报 2024年11月6日 星期三 ${page}\n\n`
const pagesOf = (text: string) =>
  importPage(text, 'x').articles.map(({ page, pageTitle }) => `${page} ${pageTitle}`)
const [first, second] = [item('山海市总为快递员建驿站'), item('楼下那盏灯夜里不打烊').replace('城南', '城北')]

describe('a source', () => {
  it('of several pages has a page for each item', () =>
    expect(pagesOf(`${head('第1版 要闻')}${first}\f${head('第4版')}${second}`)).toEqual(['1 要闻', '4 ']))
  it('has none after a page that prints none', () =>
    expect(pagesOf(`${head('第1版')}${first}\f${second}`)).toEqual(['1 ', ' ']))
  it('has none where one page prints two', () =>
    expect(pagesOf(`${head('第1版')}${first}\n${head('第4版')}${second}`)).toEqual([' ', ' ']))
})
